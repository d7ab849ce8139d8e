/// When enough replications have been made: the interval is narrow against the mean.
///
/// The plain sequential rule: stop at the first count, from `minimumCount` on, at which the
/// half-width of the interval is at most `relativeTarget` times the absolute value of the mean.
/// Looking after every replication makes the coverage fall somewhat short of the level, the more so
/// the smaller `minimumCount` is (Law, Simulation Modeling and Analysis, on sequential procedures).
public struct PrecisionRule: Sendable, Equatable, BitwiseCopyable {
  /// The greatest half-width allowed, as a share of the mean, between 0 and 1.
  public let relativeTarget: Double

  /// The least number of replications, 10 or more.
  public let minimumCount: Int

  /// A rule with a target strictly between 0 and 1 and at least 10 replications.
  public init(relativeTarget: Double, minimumCount: Int = 10) {
    precondition(
      relativeTarget > 0 && relativeTarget < 1, "target \(relativeTarget) is not between 0 and 1")
    precondition(minimumCount >= 10, "minimum count \(minimumCount) is below 10")
    self.relativeTarget = relativeTarget
    self.minimumCount = minimumCount
  }

  /// Whether the mean of what `tally` has seen is known precisely enough at the level of
  /// confidence.
  ///
  /// A mean of exactly zero is reached only by numbers that are all zero.
  public func isReached(by tally: Tally, level: Double) -> Bool {
    guard tally.count >= minimumCount,
      let interval = tally.confidenceInterval(level: level)
    else { return false }
    return interval.halfWidth <= relativeTarget * tally.mean.magnitude
  }
}
