import Dispatch
import FlowSimulation
import OutputStatistics
import Synchronization

/// Many replications of one network, run by several workers at once.
///
/// Workers claim replication numbers one by one, so none waits for a slower one. Outcomes are
/// counted strictly in the order of their numbers, whoever finishes first; every sum is therefore
/// formed in the same order and the result has the same bytes for any number of workers.
public final class ReplicationBatch: Sendable {
  private let network: CompiledNetwork
  private let plan: BatchPlan
  private let cancellation: Cancellation
  private let onProgress: @Sendable (BatchProgress) -> Void
  private let start = ContinuousClock.now
  private let nextReplication = Atomic<Int>(0)
  private let isEnough = Atomic<Bool>(false)
  private let ledger: Mutex<Ledger>

  /// How many events a worker lets pass before it asks whether to stop.
  package static let eventsBetweenPolls = 1 << 16
  /// The largest mass-balance residual that rounding can explain.
  private static let massBalanceTolerance = 1e-9

  /// What all workers write to, one at a time.
  private struct Ledger {
    var result: BatchResult
    /// Outcomes whose predecessors are not done.
    var waiting: [Int: Outcome] = [:]
    var fault: ReplicationFault?
  }

  /// A batch that has not started.
  ///
  /// - Parameter onProgress: called after each counted replication, by whichever worker finished
  ///   it, one call at a time.
  public init(
    of network: CompiledNetwork, plan: BatchPlan, confidenceLevel: Double = 0.95,
    cancellation: Cancellation = Cancellation(),
    onProgress: @escaping @Sendable (BatchProgress) -> Void = { _ in }
  ) {
    self.network = network
    self.plan = plan
    self.cancellation = cancellation
    self.onProgress = onProgress
    ledger = Mutex(
      Ledger(
        result: BatchResult(
          layout: OutcomeLayout(of: network), confidenceLevel: confidenceLevel)))
  }

  /// Runs the batch; returns when it is complete or was told to stop.
  ///
  /// A stop leaves a whole result of the replications done up to the first one missing.
  ///
  /// - Throws: the first replication that broke an invariant.
  public func run() throws(ReplicationFault) -> BatchResult {
    DispatchQueue.concurrentPerform(iterations: plan.workerCount) { _ in work() }
    return try ledger.withLock { ledger throws(ReplicationFault) in
      if let fault = ledger.fault { throw fault }
      ledger.result.ending = ending(of: ledger.result)
      ledger.result.elapsed = ContinuousClock.now - start
      return ledger.result
    }
  }

  /// One worker: replication after replication until there is none left to claim.
  private func work() {
    var replication = Replication(of: network, seed: plan.seed)
    let layout = ledger.withLock { $0.result.layout }
    while true {
      let number = nextReplication.wrappingAdd(1, ordering: .relaxed).oldValue
      if number >= plan.stopping.cap || shouldStop { return }
      replication.begin(index: UInt64(number))
      while !replication.advance(events: Self.eventsBetweenPolls) {
        if shouldStop { return }
      }
      deliver(replication.outcome(in: layout), of: number)
    }
  }

  private var shouldStop: Bool {
    isEnough.load(ordering: .relaxed) || cancellation.isCancelled
  }

  /// Hands an outcome in; counts it and those that waited for it.
  package func deliver(_ outcome: Outcome, of number: Int) {
    ledger.withLock { ledger in
      ledger.waiting[number] = outcome
      while !isEnough.load(ordering: .relaxed),
        let next = ledger.waiting.removeValue(forKey: ledger.result.replicationCount)
      {
        count(next, in: &ledger)
      }
    }
  }

  private func count(_ outcome: Outcome, in ledger: inout Ledger) {
    if let message = Self.fault(in: outcome) {
      ledger.fault = ReplicationFault(
        replication: ledger.result.replicationCount, seed: plan.seed, message: message)
      isEnough.store(true, ordering: .relaxed)
      return
    }
    ledger.result.add(outcome)
    if isPrecise(ledger.result) { isEnough.store(true, ordering: .relaxed) }
    onProgress(progress(of: ledger.result))
  }

  /// What is wrong with the books of a replication, `nil` when nothing is.
  package static func fault(in outcome: Outcome) -> String? {
    // Asked this way round, a residual that is not a number is a fault too.
    if !(outcome.massBalanceResidual <= massBalanceTolerance) {
      return "the masses balance only to \(outcome.massBalanceResidual), relative"
    }
    if outcome.unaccountedConsignments != 0 {
      return "\(outcome.unaccountedConsignments) consignments are not accounted for"
    }
    return nil
  }

  private func isPrecise(_ result: BatchResult) -> Bool {
    guard case .precision(let targets, _) = plan.stopping else { return false }
    return targets.allSatisfy { target in
      target.rule.isReached(
        by: result.tallies[target.column], level: result.confidenceLevel)
    }
  }

  private func ending(of result: BatchResult) -> BatchEnding {
    switch plan.stopping {
    case .fixed(let count):
      return result.replicationCount == count ? .completed : .interrupted
    case .precision(_, let cap):
      if isPrecise(result) { return .precisionReached }
      return result.replicationCount == cap ? .capReached : .interrupted
    }
  }

  private func progress(of result: BatchResult) -> BatchProgress {
    var columns = plan.watchedColumns
    if case .precision(let targets, _) = plan.stopping { columns = targets.map(\.column) }
    let halfWidths: [Double?] = columns.map { column in
      let tally = result.tallies[column]
      guard tally.count > 1, tally.mean != 0 else { return nil }
      return tally.confidenceInterval(level: result.confidenceLevel)
        .map { $0.halfWidth / abs(tally.mean) }
    }
    return BatchProgress(
      done: result.replicationCount, cap: plan.stopping.cap, eventCount: result.eventCount,
      elapsed: ContinuousClock.now - start, relativeHalfWidths: halfWidths)
  }
}
