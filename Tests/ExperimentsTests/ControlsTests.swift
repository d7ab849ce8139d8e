import Experiments
import FlowSimulation
import OutputStatistics
import TestSupport
import Testing

/// Batches whose estimates are adjusted by control variates.
@Suite("Controlled batches")
struct ControlsTests {
  private func run(
    seed: UInt64 = 81, _ stopping: StoppingRule, workers: Int = 2, isAntithetic: Bool = false
  ) throws -> BatchResult {
    var plan = BatchPlan(
      seed: seed, stopping: stopping, workerCount: workers, isAntithetic: isAntithetic)
    plan.usesControls = true
    return try ReplicationBatch(of: BatchNetwork.network(), plan: plan).run()
  }

  private func values(_ result: BatchResult, _ response: Response) throws -> [Double] {
    let column = try BatchNetwork.column(response)
    return (0..<result.replicationCount).compactMap { result.response(column, replication: $0) }
  }

  private static let controls: [Response] = [
    .chanceOfDispatches, .chanceOfRelease, .chanceOfMasses, .chanceOfDetections,
    .chanceOfDetectedKilograms,
  ]

  @Test("replications are those of a plain batch")
  func replications() throws {
    let plain = try BatchNetwork.run(.fixed(60), workers: 2)
    #expect(BatchNetwork.bits(try run(.fixed(60))) == BatchNetwork.bits(plain))
  }

  @Test("the estimate is that of the regression on what chance has done")
  func estimate() throws {
    let result = try run(.fixed(80))
    let column = try BatchNetwork.column(.seizedKilograms)
    let estimate = try #require(result.estimate(ofColumn: column))
    let controlled = try ControlVariates(
      responses: try values(result, .seizedKilograms),
      controls: try Self.controls.map { try values(result, $0) },
      expected: [0, 0, 0, 0, 0], level: 0.95)
    #expect(estimate.mean == controlled.mean && estimate.interval == controlled.interval)
    #expect(estimate.varianceRatio == controlled.varianceRatio && estimate.count == 80)
    let summary = try #require(result.summary(ofColumn: column))
    #expect(summary.mean == controlled.mean && summary.interval == controlled.interval)
    // Spread and range stay those of the replications.
    let plain = SampleSummary(try values(result, .seizedKilograms), level: 0.95)
    #expect(summary.standardDeviation == plain.standardDeviation && summary.q05 == plain.q05)
  }

  /// Of 20 000 replications, the mean of a plain batch is known twelve times better than that of
  /// each of these batches of 200; the share of 40 intervals of 95 % that miss it is binomial: 8 or
  /// more in two of a thousand such tests.
  @Test("intervals cover, and are narrower where chance drives a response")
  func coverage() throws {
    let column = try BatchNetwork.column(.deliveredKilograms)
    let truth = try BatchNetwork.run(seed: 1, .fixed(20_000), workers: 2).tallies[column].mean
    var (misses, ratios) = (0, Tally())
    for seed in UInt64(100)..<140 {
      let estimate = try #require(try run(seed: seed, .fixed(200)).estimate(ofColumn: column))
      if estimate.interval?.contains(truth) == false { misses += 1 }
      ratios.add(try #require(estimate.varianceRatio))
    }
    #expect(misses < 8)
    // Measured: 3.3.
    #expect(ratios.mean > 2)
  }

  @Test("what is not about a commodity, or not always defined, keeps its plain mean")
  func plainColumns() throws {
    let result = try run(.fixed(40))
    for response in [Response.attemptedKilogramsBySection, .chanceOfMasses] {
      let column = try BatchNetwork.column(response)
      let estimate = try #require(result.estimate(ofColumn: column))
      #expect(estimate == MeanEstimate(result.tallies[column], level: 0.95))
    }
    // Fewer than ten replications a control: five controls would cost too much.
    let few = try run(.fixed(30))
    let column = try BatchNetwork.column(.deliveredKilograms)
    #expect(few.estimate(ofColumn: column)?.varianceRatio == nil)
  }

  @Test(
    "a precision is reached by the adjusted interval, with fewer replications", arguments: [1, 3])
  func precision(workers: Int) throws {
    let target = PrecisionTarget(
      column: try BatchNetwork.column(.deliveredKilograms),
      rule: PrecisionRule(relativeTarget: 0.03))
    let rule = StoppingRule.precision([target], cap: 5000)
    let controlled = try run(rule, workers: workers)
    let plain = try BatchNetwork.run(rule, workers: workers)
    #expect(controlled.ending == .precisionReached && plain.ending == .precisionReached)
    // Measured: 50, the fewest that five controls take, and 230.
    #expect(2 * controlled.replicationCount < plain.replicationCount)
    let estimate = try #require(controlled.estimate(ofColumn: target.column))
    let interval = try #require(estimate.interval)
    #expect(interval.halfWidth <= 0.03 * estimate.mean)
    #expect(
      BatchNetwork.bits(controlled)
        == BatchNetwork.bits(try run(.fixed(controlled.replicationCount))))
    #expect(try run(.precision([target], cap: 20)).ending == .capReached)
  }

  @Test("pairs and controls go together, and their ratios multiply")
  func pairs() throws {
    let result = try run(.fixed(200), isAntithetic: true)
    let column = try BatchNetwork.column(.deliveredKilograms)
    let values = try values(result, .deliveredKilograms)
    func means(_ values: [Double]) -> [Double] {
      stride(from: 0, to: 200, by: 2).map { (values[$0] + values[$0 + 1]) / 2 }
    }
    let controlled = try ControlVariates(
      responses: means(values),
      controls: try Self.controls.map { means(try self.values(result, $0)) },
      expected: [0, 0, 0, 0, 0], level: 0.95)
    let pairs = AntitheticPairs(
      first: stride(from: 0, to: 200, by: 2).map { values[$0] },
      second: stride(from: 1, to: 200, by: 2).map { values[$0] }, level: 0.95)
    let estimate = try #require(result.estimate(ofColumn: column))
    #expect(estimate.mean == controlled.mean && estimate.count == 100)
    let product = try #require(pairs.varianceRatio) * (try #require(controlled.varianceRatio))
    #expect(abs(try #require(estimate.varianceRatio) / product - 1) < 1e-12)
  }
}
