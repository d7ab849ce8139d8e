import Foundation
import SensitivityAnalysis
import Sweeps
import TestSupport
import Testing

/// What an analysis of a sweep says, and what it refuses to say.
@Suite("Sensitivity of a sweep")
struct SweepSensitivityTests {
  private let fixture: SweepFixture

  init() throws { fixture = try SweepFixture() }

  /// A factor that moves what is delivered, and one that nothing answers to: a price where there is
  /// one market and one way.
  private static let factors = """
    "scenarios": {"tiny": "tiny.json"},
    "factors": {
      "stock": {
        "parameter": "/supplies/*/initialStockKilograms",
        "distribution": {"uniform": {"lower": 20, "upper": 200}}
      },
      "price": {
        "parameter": "/markets/*/commodities/*/pricePerKilogram",
        "distribution": {"uniform": {"lower": 50, "upper": 150}}
      }
    },
    """

  private func store(_ members: String, seed: Int = 1, name: String = "a") throws -> SweepStore {
    let experiment = try fixture.experiment(Self.factors + members, seed: seed)
    try fixture.run(name, experiment, workers: 2)
    return try SweepStore(reading: fixture.temporary.path(name))
  }

  private func estimate(
    _ input: String, _ index: SensitivityRow.Index, _ result: SweepSensitivity
  ) throws -> Double {
    try #require(result.rows.first { $0.input == input && $0.index == index }).estimate.value
  }

  @Test("Sobol' indices: the one factor explains all, the inert one exactly nothing")
  func saltelli() throws {
    let store = try store(
      "\"design\": {\"saltelli\": {\"basePoints\": 16, \"scrambled\": true}}, \"replications\": 2,")
    let result = try SweepSensitivity(of: 0, scenario: 0, in: store)
    #expect(try estimate("price", .total, result) == 0)
    #expect(try estimate("price", .firstOrder, result) == 0)
    let total = try estimate("stock", .total, result)
    #expect(total > 0.5 && total < 1.5)
    #expect(result.convergence.map(\.sampleCount) == [8, 16])
    #expect(fixture.temporary.text("a/sensitivity.csv")?.contains("stock,ST,") == true)
    #expect(fixture.temporary.text("a/convergence.csv") != nil)
  }

  @Test("Elementary effects: the inert factor has none, also in files")
  func morris() throws {
    let store = try store(
      "\"design\": {\"morris\": {\"trajectories\": 6}}, \"replications\": 2,")
    let result = try SweepSensitivity(of: 0, scenario: 0, in: store)
    #expect(try estimate("price", .meanAbsoluteEffect, result) == 0)
    #expect(try estimate("stock", .meanAbsoluteEffect, result) > 20)
    #expect(result.sampleCount == 6 && result.replicationCount == 2)
  }

  @Test("Correlations and eFAST find the factor that matters")
  func others() throws {
    let sample = try store(
      "\"design\": {\"latinHypercube\": {\"points\": 30}}, \"replications\": 2,", name: "sample")
    let correlations = try SweepSensitivity(of: 0, scenario: 0, in: sample, resampleCount: 50)
    #expect(try estimate("stock", .partialRankCorrelation, correlations) > 0.9)
    let curves = try store(
      "\"design\": {\"fourierAmplitude\": {\"samples\": 65, \"repetitions\": 2}}, "
        + "\"replications\": 1,", name: "curves")
    let amplitudes = try SweepSensitivity(of: 0, scenario: 0, in: curves)
    let (stock, price) = (
      try estimate("stock", .firstOrder, amplitudes), try estimate("price", .firstOrder, amplitudes)
    )
    #expect(stock > 0.5 && price < 0.1)
    #expect(amplitudes.rows.allSatisfy { $0.estimate.interval != nil })
  }

  @Test("a failed point is no zero: no index is given, and it is said which point")
  func failedPoint() throws {
    let experiment = try fixture.experiment(
      """
      "scenarios": {"tiny": "tiny.json"},
      "factors": {
        "stock": {
          "parameter": "/supplies/*/initialStockKilograms", "operation": "add",
          "distribution": {"uniform": {"lower": -80, "upper": 80}}
        }
      },
      "design": {"morris": {"trajectories": 4}}, "replications": 2,
      """)
    try fixture.run("failed", experiment)
    let store = try SweepStore(reading: fixture.temporary.path("failed"))
    let error = #expect(throws: SweepError.self) {
      try SweepSensitivity(of: 0, scenario: 0, in: store)
    }
    #expect(error?.description.contains("failed") == true)
    #expect(fixture.temporary.text("failed/sensitivity.csv") == nil)
    #expect(fixture.temporary.text("failed/errors.jsonl")?.contains("panj replay") == true)
  }

  @Test("a sweep that was cut short has no indices yet")
  func missingPoints() throws {
    // With luck of its own at each point, points run one by one.
    let experiment = try fixture.experiment(
      Self.factors
        + "\"design\": {\"morris\": {\"trajectories\": 4}}, \"replications\": 2, "
        + "\"commonRandomNumbers\": false,")
    try fixture.run("short", experiment, unitLimit: 5)
    let store = try SweepStore(reading: fixture.temporary.path("short"))
    let error = #expect(throws: SweepError.self) {
      try SweepSensitivity(of: 0, scenario: 0, in: store)
    }
    #expect(error?.description.contains("no replication yet") == true)
    #expect(fixture.temporary.text("short/sensitivity.csv") == nil)
  }

  @Test(
    "one noisy run a row is refused, for noise would pass for an effect",
    arguments: [
      "\"saltelli\": {\"basePoints\": 8}", "\"morris\": {\"trajectories\": 3}",
      "\"fourierAmplitude\": {\"samples\": 65, \"repetitions\": 1}",
    ])
  func oneNoisyRun(design: String) throws {
    let store = try store(
      "\"commonRandomNumbers\": false, \"design\": {\(design)}, \"replications\": 1,")
    let error = #expect(throws: SweepError.self) {
      try SweepSensitivity(of: 0, scenario: 0, in: store)
    }
    #expect(error?.description.contains("would count as an effect of every factor") == true)
    #expect(error?.description.contains("hint: set \"replications\" to 2 or more") == true)
    #expect(SweepSensitivity.remarks(before: store.experiment).count == 1)
  }

  @Test("the seed 0 is a seed like any other")
  func seedZero() throws {
    let members =
      "\"design\": {\"morris\": {\"trajectories\": 4}}, \"replications\": 2,"
    _ = try store(members, seed: 0, name: "zero")
    _ = try store(members, seed: 0, name: "again")
    _ = try store(members, seed: 1, name: "one")
    let zero = fixture.temporary.text("zero/sensitivity.csv")
    #expect(zero != nil)
    #expect(fixture.temporary.text("again/sensitivity.csv") == zero)
    #expect(fixture.temporary.text("one/sensitivity.csv") != zero)
  }

  @Test("a design without an index is refused, with those that have one")
  func grid() throws {
    let store = try store("\"design\": {\"grid\": {}}, \"replications\": 2,")
    let error = #expect(throws: SweepError.self) {
      try SweepSensitivity(of: 0, scenario: 0, in: store)
    }
    #expect(error?.description.contains("saltelli") == true)
  }

  @Test("one replication at one luck says so; several say how much noise there is")
  func remarks() throws {
    for (design, index) in [
      ("\"morris\": {\"trajectories\": 3}", SensitivityRow.Index.noiseFloor),
      ("\"fourierAmplitude\": {\"samples\": 65, \"repetitions\": 1}", .noiseShare),
    ] {
      let name = design.filter(\.isLetter)
      let one = try SweepSensitivity(
        of: 0, scenario: 0,
        in: try store("\"design\": {\(design)}, \"replications\": 1,", name: name + "1"))
      let said = (one.remarks + [one.shares ?? ""]).joined()
      #expect(said.contains("another luck gives other"))
      #expect(!one.rows.contains { $0.index == index })
      let two = try SweepSensitivity(
        of: 0, scenario: 0,
        in: try store("\"design\": {\(design)}, \"replications\": 2,", name: name + "2"))
      #expect(two.remarks.isEmpty && two.rows.contains { $0.index == index })
    }
    let sample = try SweepSensitivity(
      of: 0, scenario: 0,
      in: try store(
        "\"design\": {\"sobol\": {\"points\": 16}}, \"replications\": 1,", name: "sample"))
    #expect(sample.remarks.count == 1)
  }

  @Test("the effect of a factor of levels is that of its whole range, as a grid finds it")
  func effectOfLevels() throws {
    let factors = """
      "scenarios": {"tiny": "tiny.json"},
      "factors": {
        "stock": {"parameter": "/supplies/*/initialStockKilograms", "levels": [20, 200]}
      }, "replications": 2,
      """
    try fixture.run("grid", try fixture.experiment(factors))
    let grid = try SweepStore(reading: fixture.temporary.path("grid"))
    let means = try (0..<2).map { point in
      try (0..<2).reduce(0.0) { sum, replication in
        let record = try #require(
          try grid.record(of: SweepUnit(point: point, replication: replication)))
        return sum + (try #require(record.responses?[0])) / 2
      }
    }
    for levels in [4, 6] {
      let name = "morris-\(levels)"
      let design = "\"design\": {\"morris\": {\"trajectories\": 4, \"levels\": \(levels)}},"
      try fixture.run(name, try fixture.experiment(factors + design))
      let store = try SweepStore(reading: fixture.temporary.path(name))
      let result = try SweepSensitivity(of: 0, scenario: 0, in: store)
      let effect = try estimate("stock", .meanAbsoluteEffect, result)
      #expect((effect / (means[1] - means[0]) - 1).magnitude < 1e-12)
      #expect(try estimate("stock", .effectDeviation, result) < 1e-9 * effect)
    }
  }

  @Test("whole numbers that are all alike count as levels")
  func effectOfWholeNumbers() throws {
    let factor = { (domain: String) in
      """
      "scenarios": {"tiny": "tiny.json"},
      "factors": {
        "stock": {"parameter": "/supplies/*/initialStockKilograms", \(domain)}
      }, "replications": 1, "design": {"morris": {"trajectories": 4}},
      """
    }
    var effects: [Double] = []
    for (name, domain) in [
      ("levels", "\"levels\": [20, 21]"),
      ("whole", "\"distribution\": {\"uniform\": {\"lower\": 20, \"upper\": 21}}, \"whole\": true"),
    ] {
      try fixture.run(name, try fixture.experiment(factor(domain)))
      let store = try SweepStore(reading: fixture.temporary.path(name))
      effects.append(
        try estimate(
          "stock", .meanAbsoluteEffect, SweepSensitivity(of: 1, scenario: 0, in: store)))
    }
    #expect(effects[0] > 0 && effects[0] == effects[1])
  }

  /// Factors that all set the same price, which nothing answers to.
  private func prices(_ count: Int) -> String {
    let factors = (0..<count).map { number in
      """
      "price-\(number)": {
        "parameter": "/markets/*/commodities/*/pricePerKilogram", "operation": "scale",
        "distribution": {"uniform": {"lower": 0.5, "upper": 1.5}}
      }
      """
    }
    return """
      "scenarios": {"tiny": "tiny.json"},
      "factors": {
        "stock": {
          "parameter": "/supplies/*/initialStockKilograms",
          "distribution": {"uniform": {"lower": 20, "upper": 200}}
        },
        \(factors.joined(separator: ",\n"))
      }, "replications": 1,
      """
  }

  @Test(
    "too few points for one index leave the other",
    arguments: [(1, 8, "prcc", "no PAWN below 10"), (9, 12, "pawn_median", "below 13 points")])
  func eachByItself(prices count: Int, points: Int, given: String, remark: String) throws {
    let experiment = try fixture.experiment(
      prices(count) + "\"design\": {\"latinHypercube\": {\"points\": \(points)}},")
    #expect(SweepSensitivity.remarks(before: experiment).joined().contains(remark))
    try fixture.run("few", experiment)
    let store = try SweepStore(reading: fixture.temporary.path("few"))
    let result = try SweepSensitivity(of: 0, scenario: 0, in: store, resampleCount: 100)
    let found = Set(result.rows.map(\.index.rawValue)).subtracting(["spearman"])
    #expect(found == [given])
    #expect(result.refusals.count == 1)
    #expect(result.refusals[0].contains("hint: raise \"points\" of the design"))
    #expect(fixture.temporary.text("few/sensitivity.csv")?.contains(given) == true)
  }

  @Test("a refusal names the factor and what to change in the file, not numbers from 0")
  func factorNames() throws {
    let experiment = try fixture.experiment(
      """
      "scenarios": {"tiny": "tiny.json"},
      "factors": {
        "stock": {"parameter": "/supplies/*/initialStockKilograms", "levels": [20, 200]},
        "fixed-price": {
          "parameter": "/markets/*/commodities/*/pricePerKilogram", "levels": [100]
        }
      }, "replications": 1, "design": {"latinHypercube": {"points": 12}},
      """)
    try fixture.run("fixed", experiment)
    let store = try SweepStore(reading: fixture.temporary.path("fixed"))
    let error = #expect(throws: SweepError.self) {
      try SweepSensitivity(of: 0, scenario: 0, in: store)
    }
    let text = try #require(error?.description)
    #expect(text.contains("the factor \"fixed-price\" has the same value at every point"))
    #expect(text.contains("hint: widen its range, or leave it out"))
    #expect(!text.contains("input"))
    #expect(SweepSensitivity.remarks(before: experiment).joined().contains("fixed-price"))
  }
}
