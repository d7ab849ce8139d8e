import Experiments
import FlowSimulation
import OutputStatistics
import Synchronization
import TestSupport
import Testing

/// Stopping as soon as the means are known well enough.
@Suite("Stopping by precision")
struct PrecisionTests {
  private static let cap = 400

  private func rule(_ response: Response, _ target: Double) throws -> PrecisionTarget {
    PrecisionTarget(
      column: try BatchNetwork.column(response), rule: PrecisionRule(relativeTarget: target))
  }

  private func run(_ targets: [PrecisionTarget], workers: Int = 2) throws -> BatchResult {
    try BatchNetwork.run(.precision(targets, cap: Self.cap), workers: workers)
  }

  /// The first number of replications, ten at the least, at which every relative half-width is
  /// small enough, from values that are counted here one by one.
  private func firstReached(_ targets: [PrecisionTarget]) throws -> Int? {
    let all = try BatchNetwork.run(.fixed(Self.cap), workers: 2)
    return (10...Self.cap).first { count in
      targets.allSatisfy { target in
        let values = (0..<count).compactMap { all.response(target.column, replication: $0) }
        let tally = Tally(values)
        guard let interval = tally.confidenceInterval(level: 0.95) else { return false }
        return tally.count >= 10
          && interval.halfWidth <= target.rule.halfWidth * abs(tally.mean)
      }
    }
  }

  @Test("a batch stops at the first number at which the target is reached")
  func first() throws {
    let targets = [try rule(.deliveredKilograms, 0.05)]
    #expect(try run(targets).replicationCount == firstReached(targets))
  }

  @Test("several targets are all reached")
  func several() throws {
    let targets = [try rule(.deliveredKilograms, 0.05), try rule(.seizures, 0.08)]
    #expect(try run(targets).replicationCount == firstReached(targets))
  }

  @Test("it stops at the same number whatever the workers do", arguments: [1, 2, 3, 7])
  func workers(count: Int) throws {
    let targets = [try rule(.seizedKilograms, 0.1)]
    let result = try run(targets, workers: count)
    #expect(BatchNetwork.bits(result) == BatchNetwork.bits(try run(targets, workers: 1)))
  }

  @Test("what was done beyond the stop is not counted")
  func nothingBeyond() throws {
    let targets = [try rule(.deliveredKilograms, 0.05)]
    let result = try run(targets, workers: 7)
    let fixed = try BatchNetwork.run(.fixed(result.replicationCount), workers: 1)
    #expect(BatchNetwork.bits(result) == BatchNetwork.bits(fixed))
  }

  @Test("a batch that reached its precision says so")
  func reached() throws {
    #expect(try run([rule(.deliveredKilograms, 0.1)]).ending == .precisionReached)
  }

  @Test("a target out of reach ends at the cap")
  func capReached() throws {
    let result = try BatchNetwork.run(
      .precision([rule(.deliveredKilograms, 0.001)], cap: 30), workers: 3)
    #expect(result.replicationCount == 30 && result.ending == .capReached)
  }

  @Test("a response that is zero in every replication does not end a batch before the cap")
  func zeros() throws {
    let result = try run([rule(.corruptlyPassedKilograms, 0.5)])
    #expect(result.replicationCount == Self.cap && result.ending == .capReached)
  }

  @Test("no fewer than the least number of replications are asked")
  func minimum() throws {
    let target = PrecisionTarget(
      column: try BatchNetwork.column(.deliveredKilograms),
      rule: PrecisionRule(relativeTarget: 0.9, minimumCount: 25))
    #expect(try run([target]).replicationCount == 25)
  }

  @Test("progress tells the half-width over the mean of each target")
  func progress() throws {
    let told = Mutex([Double?]())
    let target = try rule(.deliveredKilograms, 0.05)
    let result = try BatchNetwork.run(.precision([target], cap: Self.cap), workers: 2) { progress in
      told.withLock { $0 = progress.relativeHalfWidths }
    }
    let tally = result.tallies[target.column]
    let interval = try #require(tally.confidenceInterval(level: 0.95))
    #expect(told.withLock { $0 } == [interval.halfWidth / abs(tally.mean)])
  }
}
