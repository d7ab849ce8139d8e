import OutputStatistics
import ResultFiles
import SensitivityAnalysis
import Sweeps
import TestSupport
import Testing

/// What a sweep says of its responses over the ranges of the factors.
@Suite("Responses over the ranges of the factors")
struct RangeTableTests {
  private let fixture: SweepFixture

  init() throws { fixture = try SweepFixture() }

  /// Three randomisations of four points of a factor that matters and one that does not.
  private func members(
    design: String = "\"sobol\": {\"points\": 4, \"scrambled\": true, \"randomisations\": 3}",
    factor: String = "/supplies/*/initialStockKilograms", common: Bool = true
  ) -> String {
    """
    "scenarios": {"zebra": "tiny.json", "ape": "large.json"},
    "factors": {
      "factor": {
        "parameter": "\(factor)", "operation": "scale",
        "distribution": {"uniform": {"lower": 0.5, "upper": 3}}
      }
    },
    "design": {\(design)}, "replications": 2, "commonRandomNumbers": \(common),
    """
  }
  private static let price = "/markets/*/commodities/*/pricePerKilogram"

  private func store(_ members: String, _ name: String = "a") throws -> SweepStore {
    try fixture.run(name, fixture.experiment(members))
    return try SweepStore(reading: fixture.temporary.path(name))
  }

  /// The rows of a table, by the names of its columns.
  private func table(_ file: String) throws -> [[String: String]] {
    let rows = try CSVRows(path: fixture.temporary.path(file))
    var table: [[String: String]] = []
    while let cells = try rows.next() {
      table.append(
        Dictionary(uniqueKeysWithValues: zip(rows.header, cells.map { $0 ?? "" })))
    }
    return table
  }

  @Test("ranges.csv has the mean of the means of randomisations and its interval")
  func file() throws {
    _ = try store(members())
    let rows = try table("a/ranges.csv")
    #expect(rows.map { $0["scenario"] } == ["zebra", "zebra", "ape", "ape"])
    let means = try table("a/summary.csv")
      .filter { $0["scenario"] == "ape" && $0["response"] == "dispatched_kg" }
      .compactMap { $0["mean"].flatMap { Double($0) } }
    try #require(means.count == 12)
    let estimate = RandomisedMean(means, randomisationCount: 3)
    let interval = try #require(estimate.means.confidenceInterval(level: 0.95))
    let row = try #require(rows.last)
    func number(_ column: String) -> Double? { row[column].flatMap { Double($0) } }
    #expect(row["response"] == "dispatched_kg" && row["method"] == "randomisations")
    #expect(row["points"] == "12" && row["randomisations"] == "3")
    #expect(number("mean") == estimate.means.mean)
    #expect(number("mcse") == estimate.means.standardError)
    #expect(number("ci_low") == interval.lower && number("ci_high") == interval.upper)
    #expect(number("variance_ratio") == estimate.varianceRatio)
    #expect(number("least") == means.min() && number("greatest") == means.max())
    let package = try #require(fixture.temporary.text("a/datapackage.json"))
    #expect(package.contains("\"ranges.csv\""))
  }

  @Test("one design has a mean, no interval, and says why")
  func oneDesign() throws {
    _ = try store(members(design: "\"latinHypercube\": {\"points\": 4}"))
    for row in try table("a/ranges.csv") {
      #expect(row["method"] == "one_design" && row["mean"] != "" && row["points"] == "4")
      #expect(row["mcse"] == "" && row["ci_low"] == "" && row["variance_ratio"] == "")
    }
  }

  @Test("where points are missing there is no interval")
  func incomplete() throws {
    try fixture.run("a", fixture.experiment(members()), unitLimit: 20)
    let rows = try table("a/ranges.csv")
    #expect(rows.contains { $0["method"] == "incomplete" && $0["mean"] != "" })
    #expect(rows.allSatisfy { ($0["method"] == "incomplete") == ($0["mcse"] == "") })
  }

  @Test("designs that are not spread over the ranges have no such table")
  func otherDesigns() throws {
    let grid = try fixture.experiment(SweepFixture.grid)
    let (folder, store) = try fixture.open("a", grid)
    try folder.write(name: "ranges.csv", text: "of an earlier state")
    try fixture.finish(store, folder)
    #expect(try !fixture.temporary.names("a").contains("ranges.csv"))
  }

  @Test("rows are the same however many responses are held at a time")
  func groups() throws {
    let store = try store(members())
    let (all, single) = (RangeTable(of: store), RangeTable(of: store, heldLimit: 1))
    for scenario in 0..<2 {
      let pairs = zip(try all.rows(ofScenario: scenario), try single.rows(ofScenario: scenario))
      for (row, other) in pairs {
        #expect(row.response == other.response && row.spread == other.spread)
        #expect(row.estimate == other.estimate && row.interval == other.interval)
      }
    }
    #expect(try single.rows(ofScenario: 1).count == 2)
  }

  @Test("luck is the same within a randomisation and in all scenarios, and new in the next one")
  func luck() throws {
    // The price does nothing here, so points differ by their luck alone.
    let store = try store(members(factor: Self.price))
    let experiment = store.experiment
    #expect(experiment.sharedLuck == .randomisation)
    func dispatched(_ point: Int) throws -> [Double?] {
      try (0..<2).map {
        try store.record(of: SweepUnit(point: point, replication: $0))?.responses?[1] ?? nil
      }
    }
    for point in 0..<12 {
      #expect(try dispatched(point) == dispatched(point / 4 * 4))
      let unit = SweepUnit(point: point, replication: 1)
      let other = SweepUnit(point: 12 + point, replication: 1)
      #expect(experiment.luck(of: unit) == experiment.luck(of: other))
    }
    #expect(try Set([0, 4, 8].map { try dispatched($0) }).count == 3)
    // So the error of the mean over the ranges is that of luck, which strata cannot take away.
    let row = try #require(try RangeTable(of: store).rows(ofScenario: 0).last)
    #expect(try #require(row.estimate?.varianceRatio) < 1)
    let replay = try ReplayFolder(path: fixture.temporary.path("a"))
      .replay(point: 9, replication: 1)
    #expect(replay.agrees == true)
  }

  @Test("the first randomisation has the points and the luck of a single design")
  func first() throws {
    let single = try fixture.experiment(
      members(design: "\"sobol\": {\"points\": 4, \"scrambled\": true}"))
    let several = try fixture.experiment(members())
    #expect(single.sharedLuck == .everyPoint)
    for point in 0..<4 {
      #expect(single.values(ofPoint: point) == several.values(ofPoint: point))
      let unit = SweepUnit(point: point, replication: 1)
      #expect(single.luck(of: unit) == several.luck(of: unit))
    }
  }

  @Test("indices are those of all randomisations together")
  func indices() throws {
    let design = "\"latinHypercube\": {\"points\": 10, \"randomisations\": 3}"
    let store = try store(members(design: design))
    let indices = try SweepSensitivity(of: 1, scenario: 0, in: store, resampleCount: 100)
    #expect(indices.sampleCount == 30)
    let correlation = indices.rows.first { $0.index == .rankCorrelation }
    #expect(try #require(correlation?.estimate.value) > 0.9)
  }

  @Test("shards of a design with randomisations make the same tables")
  func shards() throws {
    let experiment = try fixture.experiment(members(common: false))
    try fixture.run("whole", experiment)
    for number in 1...2 {
      try fixture.run("part-\(number)", experiment, shard: SweepShard(number: number, count: 2))
    }
    let (folder, store) = try fixture.open("merged", experiment)
    for number in 1...2 {
      let part = try SweepStore(reading: fixture.temporary.path("part-\(number)"))
      for point in 0..<experiment.pointCount {
        for replication in 0..<2 {
          let unit = SweepUnit(point: point, replication: replication)
          if let record = try part.record(of: unit) { try store.add(record) }
        }
      }
    }
    try store.putInOrder()
    try fixture.finish(store, folder)
    #expect(try fixture.files("merged") == fixture.files("whole"))
  }
}
