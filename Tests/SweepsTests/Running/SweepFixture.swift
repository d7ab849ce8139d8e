import Experiments
import Foundation
import ResultFiles
import ScenarioFormat
import Sweeps
import TestSupport

/// A tiny scenario, experiments on it and sweeps of these, in a folder of its own.
struct SweepFixture {
  let temporary: TemporaryFolder

  init() throws {
    temporary = try TemporaryFolder()
    try temporary.put("inputs/tiny.json", Self.scenario)
    try temporary.put(
      "inputs/large.json",
      Self.scenario.replacingOccurrences(
        of: "\"initialStockKilograms\": 40", with: "\"initialStockKilograms\": 50"))
    try temporary.put(
      "inputs/larger.json",
      Self.scenario.replacingOccurrences(
        of: "\"initialStockKilograms\": 40", with: "\"initialStockKilograms\": 55"))
  }

  /// Ten months of two organisations between two places: a replication takes a millisecond.
  static let scenario = """
    {
      "format": "panj-scenario/1",
      "title": "Tiny",
      "description": "Invented for tests of sweeps.",
      "period": {"start": "2024-01-01", "end": "2024-11-01"},
      "routing": "recursiveLogit",
      "countries": {"AFG": {"name": "Afghanistan"}, "TJK": {"name": "Tajikistan"}},
      "commodities": {"heroin": {"name": "Heroin"}},
      "modes": {
        "road": {
          "name": "Road", "kilometresPerDay": 100, "costPerKilogramPerThousandKilometres": 10
        }
      },
      "places": {
        "origin": {"name": "Origin", "country": "AFG", "latitude": 36, "longitude": 68},
        "target": {"name": "Target", "country": "TJK", "latitude": 38, "longitude": 69}
      },
      "corridors": {
        "way": {"from": "origin", "to": "target", "mode": "road", "lengthKilometres": 200}
      },
      "organisations": {
        "a": {
          "name": "A", "choiceSensitivity": 0.01, "riskAversion": 1, "timeValuePerKilogramDay": 1
        }
      },
      "supplies": {
        "field": {
          "place": "origin", "commodity": "heroin", "initialStockKilograms": 40,
          "productionKilogramsPerYear": 20, "releasePerYear": 1, "clusteringShape": 5,
          "consignmentKilograms": 2, "organisations": {"a": 1}
        }
      },
      "markets": {
        "town": {
          "name": "Town", "place": "target",
          "commodities": {"heroin": {"demandKilogramsPerYear": 5, "pricePerKilogram": 100}}
        }
      }
    }
    """

  /// Four points in the order of a grid, with names whose order is not that of the alphabet.
  static let grid = """
    "scenarios": {"zebra": "tiny.json", "ape": "large.json"},
    "factors": {
      "stock": {
        "parameter": "/supplies/*/initialStockKilograms", "operation": "scale", "levels": [1, 3]
      }
    },
    "replications": 6,
    """

  /// An experiment of some members of its file.
  func experiment(_ members: String, seed: Int = 1) throws -> Experiment {
    let name = "inputs/\(UUID().uuidString).json"
    try temporary.put(
      name,
      """
      {
        "format": "panj-experiment/1", "title": "A test", "description": "For tests.",
        "seed": \(seed),
        \(members)
        "responses": {
          "delivered_kg": {"columns": ["delivered_kg__heroin"]},
          "dispatched_kg": {"columns": ["dispatched_kg__heroin"]}
        }
      }
      """)
    return try ExperimentReader.read(path: temporary.path(name))
  }

  /// Opens a folder and the store of a sweep in it.
  func open(
    _ name: String, _ experiment: Experiment, shard: SweepShard = .whole, replacing: Bool = false
  ) throws -> (folder: OutputFolder, store: SweepStore) {
    let folder = try SweepFolder.open(temporary.path(name))
    return (
      folder, try SweepStore(of: experiment, shard: shard, in: folder, replacing: replacing)
    )
  }

  /// Runs a sweep as the command does, or goes on with it.
  ///
  /// - Parameter unitLimit: after so many replications it is told to stop.
  @discardableResult
  func run(
    _ name: String, _ experiment: Experiment, shard: SweepShard = .whole, workers: Int = 1,
    unitLimit: Int = .max
  ) throws -> SweepRun.Ending {
    let (folder, store) = try open(name, experiment, shard: shard)
    let cancellation = Cancellation()
    let run = SweepRun(of: store, workerCount: workers, cancellation: cancellation) { progress in
      if progress.ownUnits >= unitLimit { cancellation.cancel() }
    }
    let ending = try run.run()
    try finish(store, folder)
    return ending
  }

  /// Writes the tables and the mark of a whole folder.
  func finish(_ store: SweepStore, _ folder: OutputFolder) throws {
    _ = try SweepFiles(of: store, into: folder).write()
    try folder.write(name: OutputFolder.runFileName, text: "{}\n")
    try store.close()
    folder.close()
  }

  /// The bytes of all files in a folder and those inside it, but `run.json`.
  func files(_ name: String) throws -> [String: Data] {
    let root = temporary.path(name)
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    var files: [String: Data] = [:]
    for file in names where file != OutputFolder.runFileName {
      if let bytes = FileManager.default.contents(atPath: root + "/" + file) {
        files[file] = bytes
      }
    }
    return files
  }
}
