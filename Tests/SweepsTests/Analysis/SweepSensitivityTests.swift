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

  @Test("one noisy run a row is refused, for noise would pass for an effect")
  func oneNoisyRun() throws {
    let store = try store(
      "\"commonRandomNumbers\": false, \"design\": {\"saltelli\": {\"basePoints\": 8}}, "
        + "\"replications\": 1,")
    #expect(throws: SweepError.self) { try SweepSensitivity(of: 0, scenario: 0, in: store) }
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
}
