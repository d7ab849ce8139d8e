/// What a batch of replications is asked for.
public struct BatchPlan: Sendable {
  /// Names the luck of the batch; replication `i` has the same luck in every batch of this seed
  /// that is antithetic as well, or as little.
  public var seed: UInt64
  /// When enough replications have run.
  public var stopping: StoppingRule
  /// How many workers run at the same time, at least 1. Results do not depend on it.
  public var workerCount: Int
  /// The response columns whose half-width the progress shows when no precision is asked for.
  public var watchedColumns: [Int] = []
  /// Whether replications come in antithetic pairs: 2k and 2k + 1 have the luck that replication k
  /// has in a plain batch, the second with every draw u mirrored to 1 - u.
  ///
  /// The most replications that run are then an even number.
  public private(set) var isAntithetic = false
  /// Whether estimates are adjusted by control variates; see `BatchResult.estimate(ofColumn:)`.
  public var usesControls = false

  /// A plan.
  public init(
    seed: UInt64, stopping: StoppingRule, workerCount: Int, isAntithetic: Bool = false
  ) {
    precondition(workerCount >= 1, "a batch has at least one worker")
    precondition(
      !isAntithetic || stopping.cap.isMultiple(of: 2), "antithetic replications come in pairs")
    self.isAntithetic = isAntithetic
    self.seed = seed
    self.stopping = stopping
    self.workerCount = workerCount
  }

  /// How many replications are counted together: two of an antithetic pair.
  var groupSize: Int { isAntithetic ? 2 : 1 }

  /// The luck of a replication: whose it is, and whether it is mirrored.
  func luck(ofReplication number: Int) -> (index: UInt64, isMirrored: Bool) {
    Self.luck(ofReplication: number, isAntithetic: isAntithetic)
  }

  /// The luck of a replication of a batch that is antithetic or not, for who runs one again.
  public static func luck(
    ofReplication number: Int, isAntithetic: Bool
  ) -> (index: UInt64, isMirrored: Bool) {
    isAntithetic
      ? (UInt64(number / 2), !number.isMultiple(of: 2)) : (UInt64(number), false)
  }
}
