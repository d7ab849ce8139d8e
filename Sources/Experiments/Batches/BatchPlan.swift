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
