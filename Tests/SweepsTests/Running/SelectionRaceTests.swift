import Foundation
import OutputStatistics
import ResultFiles
import Sweeps
import TestSupport
import Testing

/// The search for the best scenario, over records that are made up.
@Suite("The search for the best scenario")
struct SelectionRaceTests {
  private let fixture: SweepFixture

  init() throws { fixture = try SweepFixture() }

  /// A selection among so many scenarios, named a to z.
  private func experiment(
    _ count: Int, _ rule: String, replications: Int, cost: Bool = false, others: String = ""
  ) throws -> Experiment {
    let names = "abcdefghijklmnopqrstuvwxyz".prefix(count)
    return try fixture.experiment(
      """
      "scenarios": {\(names.map { "\"\($0)\": \"tiny.json\"" }.joined(separator: ", "))},
      "replications": \(replications), \(others)
      "selection": {
        \(rule), "response": "delivered_kg", "goal": "minimise", "first": 10
        \(cost ? ", \"cost\": \"dispatched_kg\"" : "")
      },
      """)
  }

  /// Runs a race to its end with the two responses of a point and replication, `nil` for a failure.
  private func race(
    _ experiment: Experiment, folder name: String = "a",
    _ responses: (Int, Int) -> [Double]?
  ) throws -> (race: SelectionRace, store: SweepStore, table: SweepRows) {
    let (folder, store) = try fixture.open(name, experiment)
    guard let selection = experiment.selection, case .fixed(let limit) = experiment.replications
    else { throw CancellationError() }
    var race = try SelectionRace(selection, limit: limit, in: store)
    var ongoing = race
    while let targets = race.nextTargets {
      for (point, target) in targets.enumerated() {
        for replication in store.leadingCount(ofPoint: point)..<target {
          let unit = SweepUnit(point: point, replication: replication)
          let result =
            responses(point, replication)
            .map { SweepRecord.Result.done(responses: $0, eventCount: 1) } ?? .failed("no")
          try store.add(SweepRecord(unit: unit, result: result))
        }
      }
      race = try SelectionRace(selection, limit: limit, in: store)
      try ongoing.proceed()
      #expect(ongoing.nextTargets == race.nextTargets && ongoing.problem == race.problem)
      #expect(ongoing.survivors == race.survivors && ongoing.eliminations == race.eliminations)
    }
    try fixture.finish(store, folder)
    let kept = try SweepStore(reading: fixture.temporary.path(name))
    return (race, kept, SweepRows(try #require(fixture.temporary.text("\(name)/selection.csv"))))
  }

  /// Outputs in which nearly all luck is that of the replication; the first point is the best.
  private func outputs(_ seed: UInt64, gap: Double = 0.3) -> (Int, Int) -> [Double]? {
    { point, replication in
      let common = Self.noise(seed, UInt64(replication))
      let own = Self.noise(seed, UInt64(1_000_003 * (point + 1) + replication))
      return [100 + gap * Double(point) + 20 * common + own, 3 * Double(point)]
    }
  }

  /// A number of mean 0 and variance 1 by its name: the sum of twelve uniform ones (SplitMix64).
  private static func noise(_ seed: UInt64, _ name: UInt64) -> Double {
    var state = (seed &* 0x2545_F491_4F6C_DD1D) ^ (name &* 0xD134_2543_DE82_EF95)
    return (0..<12).reduce(-6) { sum, _ in
      state &+= 0x9E37_79B9_7F4A_7C15
      var bits = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
      return sum + (Double((bits ^ (bits >> 31)) >> 11) + 0.5) / 9_007_199_254_740_992
    }
  }

  private static let ocba = "\"rule\": \"ocba\", \"budget\": 400"

  @Test("under common random numbers the one selected is better than every other, pair by pair")
  func pairs() throws {
    let experiment = try experiment(10, Self.ocba, replications: 200)
    var correct = 0
    for seed in 0..<20 as Range<UInt64> {
      let (race, store, _) = try race(experiment, folder: "\(seed)", outputs(1_000_000_007 * seed))
      let selected = try #require(race.survivors.first)
      #expect(race.survivors.count == 1 && race.nextTargets == nil)
      let own = try PointEstimates(ofPoint: selected, in: store)
      for point in 0..<10 where point != selected && race.remarks.isEmpty {
        let contrast = try PointEstimates(ofPoint: point, in: store)
          .contrast(of: 0, from: own, isPaired: true, level: 0.95)
        #expect(try #require(contrast).estimate > 0, "\(seed)")
      }
      let standings = race.standings(level: 0.95)
      #expect(standings[0].point == selected && standings[0].status == .selected)
      let differences = standings.dropFirst().compactMap(\.difference?.estimate)
      #expect(differences == differences.sorted() && differences.count == 9)
      if selected == 0 { correct += 1 }
    }
    // The right choice in 60 of 60 races here, by plain means in 38; with a chance of 0.98 there
    // would be fewer than 18 of 20 once in a hundred times.
    #expect(correct >= 18)
  }

  @Test("the budget is that of all scenarios together, the base and those left out included")
  func budget() throws {
    for (name, cost) in [("free", false), ("dear", true)] {
      let experiment = try experiment(5, Self.ocba, replications: 300, cost: cost)
      let (race, store, _) = try race(experiment, folder: name, outputs(5))
      #expect(store.recordCount == 400 && race.remarks.isEmpty, "\(name)")
      if cost { #expect(race.entrants.count == 4) }
    }
    let experiment = try experiment(5, Self.ocba, replications: 300, cost: true)
    let usual = outputs(6)
    let (race, store, _) = try race(experiment, folder: "mixed") { point, replication in
      // The last one costs no more than the base.
      point == 4 ? usual(point, replication).map { [$0[0], 0] } : usual(point, replication)
    }
    #expect(race.excluded.map(\.point) == [4] && store.recordCount == 400)
  }

  @Test("what one scenario may not have more of is spent on the others")
  func surplus() throws {
    let experiment = try experiment(5, Self.ocba, replications: 85)
    let (race, store, _) = try race(experiment, outputs(7, gap: 2))
    #expect(store.recordCount == 400 && race.remarks.isEmpty)
    #expect((0..<5).allSatisfy { store.leadingCount(ofPoint: $0) <= 85 })
  }

  @Test("a budget that cannot be spent is remarked on, in the table too")
  func unspent() throws {
    let experiment = try experiment(5, Self.ocba, replications: 60)
    let (race, store, table) = try race(experiment, outputs(8))
    #expect(store.recordCount == 300)
    #expect(race.remarks.count == 1)
    #expect(race.remarks[0].hasPrefix("100 replications of the budget of 400 were not made"))
    #expect(table["reason"][0] == race.remarks[0])
  }

  @Test("without common random numbers means are compared, and intervals are not paired")
  func independent() throws {
    let experiment = try experiment(
      4, Self.ocba, replications: 200, others: "\"commonRandomNumbers\": false,")
    let (race, store, table) = try race(experiment, outputs(9))
    let means = race.entrants.map(\.tally.mean)
    #expect(race.survivors == [means.indices.min { means[$0] < means[$1] }])
    #expect(store.recordCount == 400 && !race.isPaired)
    #expect(table["method"] == ["", "welch", "welch", "welch"])
    #expect(table["pairs"] == ["", "", "", ""])
  }

  @Test(
    "selection.csv tells who was selected, eliminated by whom and when, and with what difference")
  func eliminated() throws {
    let experiment = try experiment(
      4, "\"rule\": \"kimNelson\", \"indifference\": 1", replications: 500)
    let (race, _, table) = try race(experiment, outputs(10, gap: 4))
    #expect(race.survivors == [0])
    #expect(table["rank"] == ["1", "2", "3", "4"])
    #expect(table["status"] == ["selected", "eliminated", "eliminated", "eliminated"])
    #expect(table["scenario"][0] == "a" && table["point_id"][0] == "0")
    #expect(table["eliminated_by"].dropFirst().allSatisfy { "abcd".contains($0) && $0 != "" })
    for (row, standing) in race.standings(level: 0.95).enumerated() where row > 0 {
      #expect(Int(table["out_after"][row]) == standing.outAfter)
      #expect(Double(table["difference"][row]) == standing.difference?.estimate)
      let (low, high) = (
        Double(table["difference_ci_low"][row]) ?? 0, standing.difference?.interval
      )
      #expect(low > 0 && low == high?.lower)
      #expect(Int(table["pairs"][row]) == standing.tally.count)
    }
    #expect(table["is_tie"] == ["false", "false", "false", "false"])
  }

  @Test("a tie is told from a victory")
  func ties() throws {
    let experiment = try experiment(
      3, "\"rule\": \"kimNelson\", \"indifference\": 1", replications: 50)
    let usual = outputs(11, gap: 5)
    let (race, _, table) = try race(experiment) { point, replication in
      usual(point == 1 ? 0 : point, replication)
    }
    #expect(race.survivors == [0, 1])
    #expect(race.problem?.hasSuffix("; a, b came to the same in all of them") == true)
    let row = try #require(table["scenario"].firstIndex(of: "b"))
    #expect(table["is_tie"][row] == "true" && table["status"][row] == "in_race")
    #expect(table["is_tie"].filter { $0 == "true" }.count == 1)
    let spread = try self.experiment(3, Self.ocba, replications: 500)
    let (_, _, other) = try self.race(spread, folder: "b") { point, replication in
      usual(point == 1 ? 0 : point, replication)
    }
    #expect(
      other["scenario"][..<2] == ["a", "b"] && other["is_tie"] == ["false", "true", "false"])
    #expect(other["status"] == ["selected", "not_selected", "not_selected"])
  }

  @Test("who takes no part, and why nobody was selected, is in the table")
  func reasons() throws {
    let experiment = try experiment(4, Self.ocba, replications: 200)
    let usual = outputs(12)
    let (race, _, table) = try race(experiment) { point, replication in
      if point == 3 || (point == 1 && replication == 12) { return nil }
      return usual(point, replication)
    }
    #expect(race.problem == "replication 12 of b failed")
    #expect(table["status"].sorted() == ["excluded", "in_race", "in_race", "in_race"])
    #expect(table["reason"][3] == "a replication of its first stage failed")
    #expect(table["rank"][3] == "" && table["scenario"][3] == "d" && table["n"][3] == "0")
    #expect(table["reason"][0] == "replication 12 of b failed")
  }

  @Test(
    "a file of a selection goes when there is none any more, and describes itself when there is")
  func file() throws {
    let experiment = try experiment(3, Self.ocba, replications: 200)
    _ = try race(experiment, outputs(13))
    let package = try #require(fixture.temporary.text("a/datapackage.json"))
    #expect(package.contains("selection.csv") && package.contains("eliminated_by"))
    let plain = try fixture.experiment(SweepFixture.grid)
    let (folder, store) = try fixture.open("b", plain)
    try folder.write(name: "selection.csv", text: "old\n")
    try fixture.finish(store, folder)
    #expect(fixture.temporary.text("b/selection.csv") == nil)
  }

  @Test("before the first stage is complete nobody has a rank")
  func notBegun() throws {
    let experiment = try experiment(3, Self.ocba, replications: 200)
    let (folder, store) = try fixture.open("a", experiment)
    try fixture.finish(store, folder)
    let table = try SweepRows(#require(fixture.temporary.text("a/selection.csv")))
    #expect(table["status"] == ["in_race", "in_race", "in_race"])
    #expect(table["rank"] == ["", "", ""] && table["mean"] == ["", "", ""])
  }

  @Test("a cost that is not defined is not taken for nothing")
  func undefinedCost() throws {
    let rule = "\"rule\": \"kimNelson\", \"indifference\": 1"
    let experiment = try experiment(4, rule, replications: 20, cost: true)
    let usual = outputs(10, gap: 5)
    func undefined(_ missing: Int) throws -> SelectionRace {
      let (folder, store) = try fixture.open("missing-\(missing)", experiment)
      for point in 0..<4 {
        for replication in 0..<20 {
          var responses: [Double?] = usual(point, replication) ?? []
          if point == missing, replication == 3 { responses[1] = nil }
          try store.add(
            SweepRecord(
              unit: SweepUnit(point: point, replication: replication),
              result: .done(responses: responses, eventCount: 1)))
        }
      }
      defer { folder.close() }
      return try SelectionRace(try #require(experiment.selection), limit: 20, in: store)
    }
    let race = try undefined(2)
    #expect(race.excluded.map(\.point) == [2] && race.entrants.map(\.point) == [1, 3])
    #expect(race.excluded[0].reason.hasPrefix("its cost is not defined"))
    #expect(try undefined(0).problem?.hasPrefix("the cost of the base is not defined") == true)
  }
}
