import Foundation
import ResultFiles
import Sweeps
import TestSupport
import Testing

@Suite("How many replications a sweep runs")
struct ScheduleTests {
  private let fixture: SweepFixture
  private var temporary: TemporaryFolder { fixture.temporary }

  init() throws { fixture = try SweepFixture() }

  private func precision(relative: Double, atMost: Int) throws -> Experiment {
    try fixture.experiment(
      """
      "scenarios": {"zebra": "tiny.json", "ape": "larger.json"},
      "replications": {
        "response": "delivered_kg", "relative": \(relative), "first": 10, "atMost": \(atMost)
      },
      """)
  }

  /// The replications of each point.
  private func counts(_ name: String, _ experiment: Experiment) throws -> [Int] {
    let store = try SweepStore(reading: temporary.path(name))
    return (0..<experiment.pointCount).map { store.leadingCount(ofPoint: $0) }
  }

  @Test("a precision is reached at every point, by the first stage or any after it")
  func precision() throws {
    let experiment = try precision(relative: 0.05, atMost: 500)
    #expect(try fixture.run("a", experiment) == .completed)
    let table = try #require(temporary.text("a/summary.csv")).split(separator: "\n").dropFirst()
    for row in table where row.contains(",delivered_kg,") {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      let mean = try #require(Double(cells[5]))
      let (low, high) = (try #require(Double(cells[10])), try #require(Double(cells[11])))
      #expect((high - low) / 2 <= 0.05 * mean)
    }
    let counts = try counts("a", experiment)
    #expect(counts.allSatisfy { $0 > 10 && $0 < 500 } && counts[0] != counts[1])
  }

  @Test("a point that does not become precise ends with the most replications allowed")
  func cap() throws {
    let experiment = try precision(relative: 0.000_1, atMost: 23)
    #expect(try fixture.run("a", experiment) == .completed)
    #expect(try counts("a", experiment) == [23, 23])
  }

  @Test("stopped anywhere, the search for precision comes to the same replications")
  func precisionResumed() throws {
    let experiment = try precision(relative: 0.15, atMost: 200)
    try fixture.run("whole", experiment)
    let whole = try fixture.files("whole")
    for (number, limit) in [9, 20, 21, 31].enumerated() {
      _ = try fixture.run("a\(number)", experiment, workers: 2, unitLimit: limit)
      while try fixture.run("a\(number)", experiment, workers: 2, unitLimit: 17) == .interrupted {}
      #expect(try fixture.files("a\(number)") == whole)
    }
  }

  private func selection(_ rule: String, cost: Bool = false) throws -> Experiment {
    try fixture.experiment(
      """
      "scenarios": {"zebra": "tiny.json", "ape": "larger.json", "cow": "large.json"},
      "replications": 60,
      "selection": {
        \(rule), "response": "delivered_kg", "goal": "maximise",
        \(cost ? "\"cost\": \"dispatched_kg\", " : "") "first": 5
      },
      """)
  }

  private static let rules = [
    "\"rule\": \"kimNelson\", \"indifference\": 3", "\"rule\": \"ocba\", \"budget\": 90",
  ]

  @Test("the best of three scenarios is selected, and gets no fewer replications", arguments: rules)
  func selection(rule: String) throws {
    let experiment = try selection(rule)
    #expect(try fixture.run("a", experiment, workers: 2) == .completed)
    let store = try SweepStore(reading: temporary.path("a"))
    let race = try SelectionRace(try #require(experiment.selection), limit: 60, in: store)
    #expect(race.nextTargets == nil && race.problem == nil)
    #expect(race.survivors == [1])
    let counts = try counts("a", experiment)
    #expect(counts.allSatisfy { $0 >= 5 && $0 <= 60 } && counts[1] > 5)
  }

  @Test(
    "stopped anywhere, the search for the best comes to the same replications", arguments: rules)
  func selectionResumed(rule: String) throws {
    for cost in [false, true] {
      let experiment = try selection(rule, cost: cost)
      try fixture.run("whole-\(cost)", experiment)
      let whole = try fixture.files("whole-\(cost)")
      for limit in [13, 16, 18, 22, 26, 29] {
        let name = "stopped-\(cost)-\(limit)"
        _ = try fixture.run(name, experiment, workers: 2, unitLimit: limit)
        while try fixture.run(name, experiment, workers: 2, unitLimit: 13) == .interrupted {}
        #expect(try fixture.files(name) == whole)
      }
    }
  }

  @Test("the search for the best cannot be cut into shards, and says why")
  func selectionInShards() throws {
    let experiment = try selection(Self.rules[0])
    let shard = SweepShard(number: 1, count: 2)
    let error = #expect(throws: SweepError.self) {
      try fixture.run("a", experiment, shard: shard)
    }
    #expect(error?.description.contains("decides by the results of all scenarios") == true)
  }
}
