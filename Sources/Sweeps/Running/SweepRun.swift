import Dispatch
import Experiments
import FlowSimulation
import ResultFiles
import Synchronization
import TraffickingModel

/// Runs the units of a sweep that its store does not have yet.
///
/// Workers claim units one by one, replication by replication over all points, so that a sweep that
/// is cut short is even. Where points share a part of their history (`SweepFamilies`), a worker
/// claims all units of a replication, and what they share is simulated once. Each record is kept
/// as soon as it is there; what the final files hold depends on the units alone, not on who ran
/// them or in what order they came.
public final class SweepRun: Sendable {
  /// How a sweep ended.
  public enum Ending: String, Sendable {
    /// Every unit asked for is done, or has failed.
    case completed
    /// It was told to stop, or ran out of time; running it again goes on.
    case interrupted
  }

  /// How far it is.
  public struct Progress: Sendable {
    /// Units of the stage that are done.
    public var done: Int
    /// Units of the stage.
    public var planned: Int
    /// Units that this process has run.
    public var ownUnits: Int
    /// Units that failed.
    public var failures: Int
    /// Time since the start.
    public var elapsed: Duration
  }

  private let store: SweepStore
  private let workerCount: Int
  private let cancellation: Cancellation
  private let deadline: ContinuousClock.Instant?
  private let onProgress: @Sendable (Progress) -> Void
  private let points: SweepPoints
  private let families: SweepFamilies
  private let start: ContinuousClock.Instant
  private let state: Mutex<State>

  private struct State {
    var cursor = UnitCursor()
    /// Whether units of a replication are claimed together.
    var claimsTogether = false
    /// The unit that ended the last claim.
    var pending: SweepUnit?
    var done = 0
    var planned = 0
    var ownUnits = 0
    var failures = 0
    var fault: (any Error)?
  }

  /// A run that has not started.
  ///
  /// - Parameters:
  ///   - budget: after so long no further unit begins.
  ///   - onProgress: called after each unit, one call at a time.
  public init(
    of store: SweepStore, workerCount: Int, cancellation: Cancellation = Cancellation(),
    budget: Duration? = nil, onProgress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) {
    precondition(workerCount >= 1, "a sweep has at least one worker")
    self.store = store
    self.workerCount = workerCount
    self.cancellation = cancellation
    let start = ContinuousClock.now
    self.start = start
    deadline = budget.map { start + $0 }
    self.onProgress = onProgress
    points = SweepPoints(of: store.experiment)
    families = SweepFamilies(of: store.experiment, points: points)
    state = Mutex(State())
  }

  /// Runs what is missing, and puts the records in order when nothing is any more.
  ///
  /// - Throws: when a record cannot be kept or read; those kept before stay.
  public func run() throws -> Ending {
    var schedule = try Self.schedule(of: store)
    while let targets = try schedule.nextTargets(store) {
      prepareStage(targets, Self.cursor(targets, store))
      DispatchQueue.concurrentPerform(iterations: workerCount) { _ in work() }
      let isWhole = try state.withLock { state in
        if let fault = state.fault { throw fault }
        return state.done == state.planned
      }
      if !isWhole { return .interrupted }
    }
    try store.putInOrder()
    return .completed
  }

  /// How many units this process has run.
  public var ownUnitCount: Int { state.withLock { $0.ownUnits } }

  /// How many units a sweep lacks of those that its records ask for; 0 when it is complete.
  ///
  /// Where results decide what is run, these are the units of the next stage and not of those after
  /// it.
  public static func missingUnitCount(in store: SweepStore) throws -> Int {
    var schedule = try schedule(of: store)
    while let targets = try schedule.nextTargets(store) {
      let missing = cursor(targets, store).counts(in: store).missing
      if missing > 0 { return missing }
    }
    return 0
  }

  /// The schedule of an experiment.
  ///
  /// - Throws: `SweepError.notShardable` when a shard was asked for of what decides over all
  ///   points.
  static func schedule(of store: SweepStore) throws -> any ReplicationSchedule {
    let experiment = store.experiment
    if let selection = experiment.selection {
      try store.identity.shard.check(experiment)
      guard case .fixed(let limit) = experiment.replications else {
        throw SweepError.notAnalysable(
          "a selection needs a number of replications at most, not a precision")
      }
      return SelectionSchedule(selection, limit: limit)
    }
    switch experiment.replications {
    case .fixed(let count): return FixedSchedule(count: count)
    case .precision(let goal):
      return PrecisionSchedule(
        goal, level: experiment.confidenceLevel, shard: store.identity.shard)
    }
  }

  private static func cursor(_ targets: [Int], _ store: SweepStore) -> UnitCursor {
    UnitCursor(targets: targets, shard: store.identity.shard, dealing: store.identity.dealing)
  }

  private func prepareStage(_ targets: [Int], _ cursor: UnitCursor) {
    let (planned, missing) = cursor.counts(in: store)
    let claimsTogether = families.pay(
      forPoints: targets.indices.filter { targets[$0] > 0 }, unitCount: missing,
      workerCount: workerCount)
    state.withLock { state in
      state.claimsTogether = claimsTogether
      state.pending = nil
      state.cursor = cursor
      state.planned = planned
      state.done = planned - missing
    }
  }

  private var shouldStop: Bool {
    cancellation.isCancelled || (deadline.map { ContinuousClock.now >= $0 } ?? false)
      || state.withLock { $0.fault != nil }
  }

  /// One worker: unit after unit until there is none left to claim.
  private func work() {
    var worker = FamilyWorker(families)
    while !shouldStop {
      let units = claim()
      if units.isEmpty { return }
      let records =
        units.count > 1
        ? worker.records(of: units) { cancellation.isCancelled } : record(of: units[0]).map { [$0] }
      guard let records else { return }
      for record in records where !keep(record) { return }
    }
  }

  /// Keeps a record; says whether that was possible.
  private func keep(_ record: SweepRecord) -> Bool {
    do throws(OutputError) {
      try store.add(record)
    } catch {
      state.withLock { $0.fault = $0.fault ?? error }
      return false
    }
    state.withLock { state in
      state.done += 1
      state.ownUnits += 1
      if record.responses == nil { state.failures += 1 }
      onProgress(
        Progress(
          done: state.done, planned: state.planned, ownUnits: state.ownUnits,
          failures: state.failures, elapsed: ContinuousClock.now - start))
    }
    return true
  }

  /// The next unit, or all that the store lacks of the next replication; none behind the last.
  private func claim() -> [SweepUnit] {
    state.withLock { state in
      var units: [SweepUnit] = []
      while let unit = state.pending ?? state.cursor.next() {
        state.pending = nil
        if store.contains(unit) { continue }
        if let first = units.first, first.replication != unit.replication {
          state.pending = unit
          break
        }
        units.append(unit)
        if !state.claimsTogether { break }
      }
      return units
    }
  }

  /// Runs a unit; `nil` when it was told to stop meanwhile.
  private func record(of unit: SweepUnit) -> SweepRecord? {
    do throws(ScenarioError) {
      return try points.record(of: unit) { cancellation.isCancelled }
    } catch {
      return SweepRecord(unit: unit, fault: error)
    }
  }
}

extension SweepRecord {
  /// The record of a unit whose point cannot be run.
  init(unit: SweepUnit, fault: ScenarioError) {
    self.init(unit: unit, result: .failed(fault.portableDescription))
  }

  /// The record of an outcome; one of a failure when its books do not balance.
  init(unit: SweepUnit, outcome: Outcome, prepared: SweepPoints.Prepared) {
    if let fault = FamilyBatch.fault(in: outcome) {
      self.init(unit: unit, result: .failed(fault))
      return
    }
    let responses = prepared.responses(of: outcome).map { $0.isFinite ? $0 : nil }
    self.init(unit: unit, result: .done(responses: responses, eventCount: outcome.eventCount))
  }
}

extension ScenarioError {
  /// The problems without file, line and column, which differ between copies of an experiment.
  var portableDescription: String {
    problems.map { problem in
      var problem = problem
      problem.location = nil
      return problem.description
    }.joined(separator: "\n")
  }
}
