import OutputStatistics

/// What a batch of replications is asked for.
public struct BatchPlan: Sendable {
  /// Names the luck of the batch; replication `i` has the same luck in every batch of this seed.
  public var seed: UInt64
  /// When enough replications have run.
  public var stopping: StoppingRule
  /// How many workers run at the same time, at least 1. Results do not depend on it.
  public var workerCount: Int
  /// The response columns whose half-width the progress shows when no precision is asked for.
  public var watchedColumns: [Int] = []

  /// A plan.
  public init(seed: UInt64, stopping: StoppingRule, workerCount: Int) {
    precondition(workerCount >= 1, "a batch has at least one worker")
    self.seed = seed
    self.stopping = stopping
    self.workerCount = workerCount
  }
}

/// When a batch has run enough replications.
public enum StoppingRule: Sendable {
  /// After a number of replications.
  case fixed(Int)
  /// As soon as every target is reached, but after no more than `cap` replications.
  ///
  /// Targets are asked after each replication in the order of their numbers, so the batch stops at
  /// the same one whatever the workers do.
  case precision([PrecisionTarget], cap: Int)

  /// The most replications that run.
  public var cap: Int {
    switch self {
    case .fixed(let count): count
    case .precision(_, let cap): cap
    }
  }
}

/// How well one response is to be known.
public struct PrecisionTarget: Sendable, Equatable {
  /// The response column, as an index into `OutcomeLayout.columns`.
  public var column: Int
  /// The half-width of the confidence interval over the mean.
  public var rule: PrecisionRule

  /// A target.
  public init(column: Int, rule: PrecisionRule) {
    self.column = column
    self.rule = rule
  }
}

/// How far a batch is.
public struct BatchProgress: Sendable {
  /// Replications that are done and counted.
  public var done: Int
  /// The most that will run.
  public var cap: Int
  /// Events in those that are done.
  public var eventCount: Int
  /// Time since the start.
  public var elapsed: Duration
  /// For each precision target, or each watched column, the half-width over the mean so far; `nil`
  /// before it is defined.
  public var relativeHalfWidths: [Double?]
}

/// Why a batch ended.
public enum BatchEnding: String, Sendable {
  /// All replications asked for have run.
  case completed
  /// Every precision target was reached.
  case precisionReached = "precision-reached"
  /// The cap was reached before every precision target.
  case capReached = "cap-reached"
  /// It was told to stop.
  case interrupted
}

/// A replication that broke an invariant of the model: a fault in the program.
public struct ReplicationFault: Error, Sendable, CustomStringConvertible {
  /// Which replication.
  public var replication: Int
  /// The seed of the batch.
  public var seed: UInt64
  /// What was found.
  public var message: String

  /// A sentence for a report.
  public var description: String {
    "replication \(replication) of seed \(seed) broke an invariant: \(message)"
  }
}
