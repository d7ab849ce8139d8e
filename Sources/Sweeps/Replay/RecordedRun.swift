import Experiments
import ResultFiles
import ScenarioFormat

/// What the folder of `panj run` says of what was run there.
struct RecordedRun: Sendable {
  /// The scenario, as it was run.
  let document: ScenarioDocument
  /// The seed of the batch.
  let seed: UInt64
  /// The version of Panj that ran it.
  let version: String
  private let isAntithetic: Bool
  /// How many replications were done.
  private let doneCount: Int
  private let folder: String

  private static let tableName = "replications.csv"

  /// Reads a folder by its `run.json`.
  ///
  /// - Throws: `SweepError` when `run.json` says too little, or the scenario is no longer the one
  ///   that was run; `ScenarioError` when this version cannot read it.
  init(_ node: JSONNode, in folder: String) throws {
    guard let seed = node["seed"]?.string.flatMap({ UInt64($0) }),
      let hash = node["scenario"]?["sha256"]?.string,
      let doneCount = node["replications"]?["done"]?.number.flatMap({ Int(exactly: $0.double) })
    else { throw SweepError.damagedFile(folder + "/" + OutputFolder.runFileName) }
    document = try ScenarioDocument(path: folder + "/scenario.json")
    guard SHA256.hexadecimal(CanonicalJSON.bytes(document.resolved)) == hash else {
      throw SweepError.changedInputs(
        folder: folder, changed: "the scenario was",
        remedy: "put scenario.json back as it was; run.json has its SHA-256")
    }
    self.seed = seed
    self.doneCount = doneCount
    self.folder = folder
    version = node["tool"]?["version"]?.string ?? "unknown"
    // Runs before there were antithetic ones do not say so.
    isAntithetic = node["random"]?["antithetic"]?.bool ?? false
  }

  /// The luck of a replication.
  func luck(ofReplication number: Int) -> (index: UInt64, isMirrored: Bool) {
    BatchPlan.luck(ofReplication: number, isAntithetic: isAntithetic)
  }

  /// What the table says of a replication, and what of the table is not as it was written.
  func record(
    ofReplication number: Int, names: [String]
  ) throws(OutputError) -> (result: Replay.Result?, damage: String?) {
    let rows: CSVRows
    do throws(OutputError) {
      rows = try CSVRows(path: folder + "/" + Self.tableName)
    } catch {
      return (nil, number < doneCount ? error.message : nil)
    }
    let result = try Self.result(ofReplication: number, names: names, in: rows)
    let hash = try rows.hashOfFile()
    if let written = tableHash, written != hash {
      return (
        result,
        "\(Self.tableName) is damaged, or was changed since it was written: its SHA-256 is not "
          + "that in \(FrictionlessPackage.fileName)"
      )
    }
    if result == nil, number < doneCount {
      return (
        nil,
        "\(Self.tableName) is damaged: it has no whole row of replication \(number), and "
          + "\(OutputFolder.runFileName) counts \(doneCount)"
      )
    }
    return (result, nil)
  }

  /// The SHA-256 of the table as it was written; `nil` when the folder does not say.
  private var tableHash: String? {
    let package = try? JSONReader.read(path: folder + "/" + FrictionlessPackage.fileName)
    let resource = package?["resources"]?.elements?
      .first { $0["path"]?.string == Self.tableName }
    return resource?["hash"]?.string.map { String($0.dropFirst("sha256:".count)) }
  }

  /// Looks a replication up; `nil` when no whole row has all of it.
  private static func result(
    ofReplication number: Int, names: [String], in rows: CSVRows
  ) throws(OutputError) -> Replay.Result? {
    let header = rows.header
    guard let replication = header.firstIndex(of: "replication"),
      let events = header.firstIndex(of: "events"), let status = header.firstIndex(of: "status")
    else { return nil }
    let places = names.map { header.firstIndex(of: $0) }
    while let cells = try rows.next() {
      guard cells.count == header.count, cells[replication] == String(number) else { continue }
      guard cells[status] == "ok" else { return .failed("") }
      guard let count = cells[events].flatMap({ Int($0) }) else { return nil }
      return .done(
        responses: places.map { $0.flatMap { cells[$0] }.flatMap { Double($0) } },
        eventCount: count)
    }
    return nil
  }
}
