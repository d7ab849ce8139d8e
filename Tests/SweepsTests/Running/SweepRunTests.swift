import Foundation
import ResultFiles
import ScenarioFormat
import Sweeps
import TestSupport
import Testing

@Suite("A sweep")
struct SweepRunTests {
  private let fixture: SweepFixture
  private let experiment: Experiment
  private var temporary: TemporaryFolder { fixture.temporary }

  init() throws {
    fixture = try SweepFixture()
    experiment = try fixture.experiment(SweepFixture.grid)
  }

  @Test("every file has the same bytes for 1, 2 and 5 workers", arguments: [2, 5])
  func workers(count: Int) throws {
    #expect(try fixture.run("one", experiment) == .completed)
    #expect(try fixture.run("many", experiment, workers: count) == .completed)
    #expect(try fixture.files("many") == fixture.files("one"))
  }

  @Test("stopped after any number of replications, it goes on to the same bytes")
  func resuming() throws {
    try fixture.run("whole", experiment)
    let whole = try fixture.files("whole")
    for limit in stride(from: 1, to: 23, by: 3) {
      let name = "stopped-\(limit)"
      #expect(try fixture.run(name, experiment, workers: 2, unitLimit: limit) == .interrupted)
      #expect(try fixture.files(name) != whole)
      #expect(try fixture.run(name, experiment, workers: 2) == .completed)
      #expect(try fixture.files(name) == whole)
    }
  }

  @Test("it may be stopped as often as one likes")
  func resumingOften() throws {
    try fixture.run("whole", experiment)
    var runs = 1
    while try fixture.run("a", experiment, unitLimit: 2) == .interrupted { runs += 1 }
    #expect(runs == 12)
    #expect(try fixture.files("a") == fixture.files("whole"))
  }

  @Test("told to stop when the last replication is done, it is complete")
  func stoppedAtTheEnd() throws {
    #expect(try fixture.run("a", experiment, unitLimit: 24) == .completed)
  }

  @Test("units run replication by replication, so one that is cut short is even")
  func order() throws {
    try fixture.run("a", experiment, unitLimit: 10)
    let log = try #require(temporary.text("a/records.log"))
    let units = log.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",").prefix(2).compactMap { Int($0) }
    }
    #expect(units == (0..<10).map { [$0 % 4, $0 / 4] })
    let table = try #require(temporary.text("a/replications.csv"))
    #expect(table.split(separator: "\n").count == 11)
  }

  @Test("the log of a complete sweep stands in the order of points and replications")
  func canonicalLog() throws {
    try fixture.run("a", experiment, workers: 3)
    let log = try #require(temporary.text("a/records.log"))
    let units = log.split(separator: "\n").dropFirst().map {
      $0.split(separator: ",").prefix(2).compactMap { Int($0) }
    }
    #expect(units == (0..<24).map { [$0 / 6, $0 % 6] })
  }

  @Test("without time left nothing more is begun, and what is missing comes later")
  func budget() throws {
    let (folder, store) = try fixture.open("a", experiment)
    let run = SweepRun(of: store, workerCount: 2, budget: .zero)
    #expect(try run.run() == .interrupted)
    #expect(store.recordCount == 0 && run.ownUnitCount == 0)
    #expect(try SweepRun.missingUnitCount(in: store) == 24)
    try fixture.finish(store, folder)
    #expect(try fixture.run("a", experiment) == .completed)
    try fixture.run("whole", experiment)
    #expect(try fixture.files("a") == fixture.files("whole"))
  }

  /// Two points, of which the second asks for a negative stock.
  private func failing() throws -> Experiment {
    try fixture.experiment(
      """
      "scenarios": {"zebra": "tiny.json"},
      "factors": {
        "stock": {
          "parameter": "/supplies/*/initialStockKilograms", "operation": "scale",
          "levels": [1, -1, 3]
        }
      },
      "replications": 2,
      """)
  }

  @Test("a point that cannot be run is data: its replications failed, and others are unharmed")
  func failures() throws {
    #expect(try fixture.run("a", failing()) == .completed)
    let rows = try #require(temporary.text("a/replications.csv")).split(separator: "\n")
    #expect(
      rows.map { $0.split(separator: ",")[2] } == [
        "status", "ok", "ok", "failed", "failed", "ok", "ok",
      ])
    #expect(rows[3] == "1,0,failed,,,")
    let summary = try #require(temporary.text("a/summary.csv")).split(separator: "\n")
    let failed = try #require(summary.first { $0.hasPrefix("1,zebra,delivered_kg") })
    #expect(failed == "1,zebra,delivered_kg,0,2,,,,0.95,t,,,,,,,,,")
    let alone = try fixture.experiment(
      """
      "scenarios": {"zebra": "tiny.json"}, "replications": 2,
      """)
    try fixture.run("alone", alone)
    let lone = try #require(temporary.text("alone/replications.csv")).split(separator: "\n")
    #expect(lone[1...2] == rows[1...2])
  }

  @Test("what failed is listed with the reason and the command that runs it again")
  func errors() throws {
    try fixture.run("a", failing())
    let lines = try #require(temporary.text("a/errors.jsonl")).split(separator: "\n")
    #expect(lines.count == 2)
    let node = try JSONReader.read(Array(lines[1].utf8), file: "errors.jsonl")
    #expect(node["point_id"]?.number?.double == 1 && node["replication"]?.number?.double == 1)
    let message = try #require(node["message"]?.string)
    #expect(message.hasPrefix("/supplies/field/initialStockKilograms\n"))
    #expect(message.contains("factor \"stock\" takes it to -40"))
    #expect(
      node["replay"]?.string == "panj replay FOLDER --point 1 --replication 1")
  }

  @Test("what failed is not run again, and says the same wherever the experiment lies")
  func failuresStay() throws {
    let experiment = try failing()
    try fixture.run("a", experiment)
    let before = try fixture.files("a")
    let (_, store) = try fixture.open("a", experiment)
    #expect(try SweepRun.missingUnitCount(in: store) == 0)
    try store.close()
    let copy = try ExperimentReader.read(path: temporary.path("a/experiment.json"))
    try fixture.run("b", copy)
    #expect(try fixture.files("b") == before)
  }

  @Test("common random numbers give every point the same luck, and without them each has its own")
  func commonRandomNumbers() throws {
    for (setting, isAlike) in [("true", true), ("false", false)] {
      let experiment = try fixture.experiment(
        """
        "scenarios": {"zebra": "tiny.json", "ape": "tiny.json"}, "replications": 3,
        "commonRandomNumbers": \(setting),
        """)
      try fixture.run(setting, experiment)
      let rows = try #require(temporary.text("\(setting)/replications.csv")).split(separator: "\n")
        .dropFirst().map { String($0.dropFirst(2)) }
      #expect((Array(rows[..<3]) == Array(rows[3...])) == isAlike)
    }
  }
}
