import Experiments
import FlowSimulation
import OutputStatistics
import TestSupport
import Testing

/// Batches of antithetic pairs.
@Suite("Antithetic batches")
struct AntitheticTests {
  private func run(_ stopping: StoppingRule, workers: Int = 2) throws -> BatchResult {
    try ReplicationBatch(
      of: BatchNetwork.network(),
      plan: BatchPlan(seed: 81, stopping: stopping, workerCount: workers, isAntithetic: true)
    ).run()
  }

  private func values(_ result: BatchResult, _ column: Int) -> [Double] {
    (0..<result.replicationCount).compactMap { result.response(column, replication: $0) }
  }

  @Test("the result has the same bits for any number of workers", arguments: [2, 3, 7])
  func workers(count: Int) throws {
    let alone = try run(.fixed(60), workers: 1)
    #expect(BatchNetwork.bits(alone) == BatchNetwork.bits(try run(.fixed(60), workers: count)))
  }

  @Test("replication 2k is replication k of a plain batch, and 2k + 1 is its mirror image")
  func numbering() throws {
    let pairs = try run(.fixed(20))
    let plain = try BatchNetwork.run(.fixed(10), workers: 2)
    let network = try BatchNetwork.network()
    var replication = Replication(of: network, seed: 81)
    for number in 0..<10 {
      replication.run(index: UInt64(number), isMirrored: true)
      let image = replication.outcome(in: pairs.layout).responses.map { $0.isNaN ? nil : $0 }
      let columns = pairs.layout.columns.indices
      #expect(
        columns.allSatisfy {
          pairs.response($0, replication: 2 * number) == plain.response($0, replication: number)
        })
      #expect(columns.map { pairs.response($0, replication: 2 * number + 1) } == image)
    }
  }

  @Test("estimate and interval are those of the pair means, spread and range of replications")
  func estimates() throws {
    let result = try run(.fixed(80))
    let column = try BatchNetwork.column(.deliveredKilograms)
    let values = values(result, column)
    let means = stride(from: 0, to: 80, by: 2).map { (values[$0] + values[$0 + 1]) / 2 }
    let summary = try #require(result.summary(ofColumn: column))
    #expect(summary.count == 80 && summary.mean == Tally(means).mean)
    #expect(summary.interval == Tally(means).confidenceInterval(level: 0.95))
    #expect(summary.standardError == Tally(means).standardError)
    #expect(summary.standardDeviation == Tally(values).standardDeviation)
    #expect(summary.minimum == values.min() && summary.maximum == values.max())
    #expect(result.tallies[column] == Tally(means))
    #expect(result.monthly.allSatisfy { $0.count == 40 || $0.count == 0 })
  }

  /// Measured: 1.7 and 2.9. Of 300 pairs the standard error of a correlation is below 0.06, so a
  /// ratio of 1.25 is more than three of them from no gain.
  @Test("pairs win where a response goes one way with its draws")
  func varianceRatio() throws {
    let result = try run(.fixed(600))
    for response in [Response.deliveredKilograms, .dispatchedConsignments] {
      let column = try BatchNetwork.column(response)
      let ratio = try #require(result.estimate(ofColumn: column)?.varianceRatio)
      #expect(ratio > 1.25, "\(response)")
      let plain = try BatchNetwork.run(seed: 5, .fixed(600), workers: 2)
      // Two estimates of one mean, one false alarm in a million.
      let (one, other) = (result.tallies[column], plain.tallies[column])
      let error =
        (one.standardError * one.standardError + other.standardError * other.standardError)
        .squareRoot()
      #expect(abs(one.mean - other.mean) < StandardScore.allowed * error)
    }
    #expect(try BatchNetwork.run(.fixed(4), workers: 1).estimate(ofColumn: 0)?.varianceRatio == nil)
  }

  @Test("precision is asked for after each pair, of the pair means")
  func precision() throws {
    let target = PrecisionTarget(
      column: try BatchNetwork.column(.deliveredKilograms), rule: PrecisionRule(relativeTarget: 0.1)
    )
    let result = try run(.precision([target], cap: 1000), workers: 3)
    #expect(result.ending == .precisionReached && result.replicationCount.isMultiple(of: 2))
    let all = try run(.fixed(result.replicationCount))
    #expect(BatchNetwork.bits(all) == BatchNetwork.bits(result))
    let fewer = try run(.fixed(result.replicationCount - 2))
    #expect(!target.rule.isReached(by: fewer.tallies[target.column], level: 0.95))
  }

  @Test("a stop leaves whole pairs")
  func cancellation() throws {
    let cancellation = Cancellation()
    let batch = ReplicationBatch(
      of: try BatchNetwork.network(),
      plan: BatchPlan(
        seed: 81, stopping: .fixed(10_000), workerCount: 3, isAntithetic: true),
      cancellation: cancellation
    ) { if $0.done >= 10 { cancellation.cancel() } }
    let stopped = try batch.run()
    #expect(stopped.ending == .interrupted && stopped.replicationCount.isMultiple(of: 2))
    #expect(
      BatchNetwork.bits(stopped) == BatchNetwork.bits(try run(.fixed(stopped.replicationCount))))
  }
}
