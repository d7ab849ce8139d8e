import Dispatch
import FlowSimulation
import OutputStatistics
import Synchronization

/// Many replications of several networks under the same random numbers, run by several workers at
/// once.
///
/// Workers claim replication numbers one by one, so none waits for a slower one; each runs its
/// replication under all networks, and what they share of the history once. Outcomes are counted
/// strictly in the order of their numbers, whoever finishes first; every sum is therefore formed in
/// the same order, and each network's result has the same bytes for any number of workers and
/// whatever other networks are in the family.
///
/// Memory for each worker: see `BranchingReplication`.
public final class FamilyBatch: Sendable {
  private let family: NetworkFamily
  private let plan: BatchPlan
  private let cancellation: Cancellation
  private let onProgress: @Sendable (BatchProgress) -> Void
  private let start = ContinuousClock.now
  private let nextReplication = Atomic<Int>(0)
  private let isEnough = Atomic<Bool>(false)
  private let ledger: Mutex<Ledger>

  /// The largest mass-balance residual that rounding can explain.
  private static let massBalanceTolerance = 1e-9

  /// What all workers write to, one at a time.
  private struct Ledger {
    /// By network.
    var results: [BatchResult]
    /// The outcomes of replications whose predecessors are not done, by number and network.
    var waiting: [Int: [Outcome]] = [:]
    var fault: ReplicationFault?
  }

  /// A batch that has not started.
  ///
  /// - Parameters:
  ///   - plan: precision targets are those of the first network.
  ///   - onProgress: called after each counted replication, by whichever worker finished it, one
  ///     call at a time.
  public init(
    of family: NetworkFamily, plan: BatchPlan, confidenceLevel: Double = 0.95,
    cancellation: Cancellation = Cancellation(),
    onProgress: @escaping @Sendable (BatchProgress) -> Void = { _ in }
  ) {
    self.family = family
    self.plan = plan
    self.cancellation = cancellation
    self.onProgress = onProgress
    ledger = Mutex(
      Ledger(
        results: family.layouts.map {
          BatchResult(
            layout: $0, confidenceLevel: confidenceLevel, isAntithetic: plan.isAntithetic,
            usesControls: plan.usesControls)
        }))
  }

  /// Runs the batch; returns when it is complete or was told to stop.
  ///
  /// A stop leaves whole results of the replications done up to the first one missing.
  ///
  /// - Returns: a result for each network, all of the same replications.
  /// - Throws: the first replication that broke an invariant.
  public func run() throws(ReplicationFault) -> [BatchResult] {
    DispatchQueue.concurrentPerform(iterations: plan.workerCount) { _ in work() }
    return try ledger.withLock { ledger throws(ReplicationFault) in
      if let fault = ledger.fault { throw fault }
      let (ending, elapsed) = (ending(of: ledger.results[0]), ContinuousClock.now - start)
      for number in ledger.results.indices {
        ledger.results[number].ending = ending
        ledger.results[number].elapsed = elapsed
      }
      return ledger.results
    }
  }

  /// One worker: replication after replication until there is none left to claim.
  private func work() {
    var replication = BranchingReplication(of: family, seed: plan.seed)
    while true {
      let number = nextReplication.wrappingAdd(1, ordering: .relaxed).oldValue
      if number >= plan.stopping.cap || shouldStop { return }
      let luck = plan.luck(ofReplication: number)
      let outcomes = replication.outcomes(
        ofReplication: luck.index, isMirrored: luck.isMirrored, unless: { shouldStop })
      guard let outcomes else { return }
      deliver(outcomes, of: number)
    }
  }

  private var shouldStop: Bool {
    isEnough.load(ordering: .relaxed) || cancellation.isCancelled
  }

  /// Hands the outcomes of a replication in; counts them and those that waited for them.
  ///
  /// Replications of a pair are counted together.
  func deliver(_ outcomes: [Outcome], of number: Int) {
    ledger.withLock { ledger in
      ledger.waiting[number] = outcomes
      while !isEnough.load(ordering: .relaxed) {
        let first = ledger.results[0].replicationCount
        let next = (first..<(first + plan.groupSize)).compactMap { ledger.waiting[$0] }
        guard next.count == plan.groupSize else { break }
        for number in next.indices { ledger.waiting[first + number] = nil }
        count(next, in: &ledger)
      }
    }
  }

  private func count(_ group: [[Outcome]], in ledger: inout Ledger) {
    for (offset, outcomes) in group.enumerated() {
      for (network, outcome) in outcomes.enumerated() {
        guard let message = Self.fault(in: outcome) else { continue }
        let place = outcomes.count > 1 ? "in scenario \(network + 1), " : ""
        ledger.fault = ReplicationFault(
          replication: ledger.results[0].replicationCount + offset, seed: plan.seed,
          message: place + message)
        isEnough.store(true, ordering: .relaxed)
        return
      }
    }
    for network in ledger.results.indices {
      ledger.results[network].add(group.map { $0[network] })
    }
    if isPrecise(ledger.results[0]) { isEnough.store(true, ordering: .relaxed) }
    onProgress(progress(of: ledger.results))
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

  /// Whether every target is reached.
  ///
  /// - Parameter isLast: whether the batch is over. Before that, estimates with control variates,
  ///   which cost a regression over all replications, are looked at when their number has grown by
  ///   some per cent: at multiples of a thirty-second of the power of two below it.
  private func isPrecise(_ result: BatchResult, isLast: Bool = false) -> Bool {
    guard case .precision(let targets, _) = plan.stopping else { return false }
    guard plan.usesControls else {
      return targets.allSatisfy {
        $0.rule.isReached(by: result.tallies[$0.column], level: result.confidenceLevel)
      }
    }
    var step = 1
    while 64 * step <= result.replicationCount { step *= 2 }
    guard isLast || result.replicationCount.isMultiple(of: step) else { return false }
    return targets.allSatisfy { target in
      guard let estimate = result.estimate(ofColumn: target.column),
        let interval = estimate.interval
      else { return false }
      return target.rule.isReached(by: interval, around: estimate.mean, count: estimate.count)
    }
  }

  private func ending(of result: BatchResult) -> BatchEnding {
    switch plan.stopping {
    case .fixed(let count):
      return result.replicationCount == count ? .completed : .interrupted
    case .precision(_, let cap):
      if isPrecise(result, isLast: true) { return .precisionReached }
      return result.replicationCount == cap ? .capReached : .interrupted
    }
  }

  private func progress(of results: [BatchResult]) -> BatchProgress {
    let result = results[0]
    var columns = plan.watchedColumns
    if case .precision(let targets, _) = plan.stopping { columns = targets.map(\.column) }
    let halfWidths: [Double?] = columns.map { column in
      let tally = result.tallies[column]
      guard tally.count > 1, tally.mean != 0 else { return nil }
      return tally.confidenceInterval(level: result.confidenceLevel)
        .map { $0.halfWidth / abs(tally.mean) }
    }
    return BatchProgress(
      done: result.replicationCount, cap: plan.stopping.cap,
      eventCount: results.reduce(0) { $0 + $1.eventCount },
      elapsed: ContinuousClock.now - start, relativeHalfWidths: halfWidths)
  }
}
