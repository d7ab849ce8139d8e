/// When enough replications have been made: the interval is narrow against the mean.
///
/// A sequential rule: stop at the first count, from `minimumCount` on, at which the half-width of
/// the interval is small enough by the `criterion`. Looking after every replication makes the
/// coverage fall somewhat short of the level, the more so the smaller `minimumCount` is (Law,
/// Simulation Modeling and Analysis, on sequential procedures).
public struct PrecisionRule: Sendable, Equatable, BitwiseCopyable {
  /// What is held against the target.
  public enum Criterion: Sendable, CaseIterable, BitwiseCopyable {
    /// The half-width is at most the target times the absolute value of the observed mean: what a
    /// table shows is within the target of what it shows.
    case halfWidth
    /// The half-width is at most target / (1 + target) times that: whenever the interval covers,
    /// the observed mean is within the target of the true one. About 2 x target more replications
    /// (Law, Simulation Modeling and Analysis).
    case trueError
  }

  /// The greatest relative half-width or error allowed, between 0 and 1.
  public let relativeTarget: Double

  /// The least number of replications, 10 or more.
  public let minimumCount: Int

  /// What is held against the target.
  public let criterion: Criterion

  /// A rule with a target strictly between 0 and 1 and at least 10 replications.
  public init(
    relativeTarget: Double, minimumCount: Int = 10, criterion: Criterion = .halfWidth
  ) {
    precondition(
      relativeTarget > 0 && relativeTarget < 1, "target \(relativeTarget) is not between 0 and 1")
    precondition(minimumCount >= 10, "minimum count \(minimumCount) is below 10")
    self.relativeTarget = relativeTarget
    self.minimumCount = minimumCount
    self.criterion = criterion
  }

  /// Whether the mean of what `tally` has seen is known precisely enough at the level of
  /// confidence.
  ///
  /// A mean of exactly zero is reached only by numbers that are all zero.
  public func isReached(by tally: Tally, level: Double) -> Bool {
    guard tally.count >= minimumCount,
      let interval = tally.confidenceInterval(level: level)
    else { return false }
    let allowed =
      switch criterion {
      case .halfWidth: relativeTarget
      case .trueError: relativeTarget / (1 + relativeTarget)
      }
    return interval.halfWidth <= allowed * tally.mean.magnitude
  }
}
