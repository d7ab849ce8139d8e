/// When enough replications have been made: the interval is narrow enough.
///
/// A sequential rule: stop at the first count, from `minimumCount` on, at which the half-width of
/// the interval is at most the target. Looking after every replication makes the coverage fall
/// somewhat short of the level, the more so the smaller `minimumCount` is (Law, Simulation Modeling
/// and Analysis, on sequential procedures).
public struct PrecisionRule: Sendable, Equatable, BitwiseCopyable {
  /// The greatest half-width allowed: over the absolute value of the mean, or as it is.
  public let halfWidth: Double

  /// Whether the half-width is held against the mean: what a table shows is then within the target
  /// of what it shows.
  public let isRelative: Bool

  /// The least number of replications, 10 or more.
  public let minimumCount: Int

  /// A rule for the half-width over the mean, above 0 and at most 1, and at least 10 replications.
  public init(relativeTarget: Double, minimumCount: Int = 10) {
    precondition(
      relativeTarget > 0 && relativeTarget <= 1, "target \(relativeTarget) is not in 0...1")
    self.init(halfWidth: relativeTarget, isRelative: true, minimumCount: minimumCount)
  }

  /// A rule for the half-width as it is, above 0 and finite, and at least 10 replications.
  public init(absoluteTarget: Double, minimumCount: Int = 10) {
    precondition(
      absoluteTarget > 0 && absoluteTarget < .infinity, "target \(absoluteTarget) is not > 0")
    self.init(halfWidth: absoluteTarget, isRelative: false, minimumCount: minimumCount)
  }

  private init(halfWidth: Double, isRelative: Bool, minimumCount: Int) {
    precondition(minimumCount >= 10, "minimum count \(minimumCount) is below 10")
    self.halfWidth = halfWidth
    self.isRelative = isRelative
    self.minimumCount = minimumCount
  }

  /// Whether the mean of what `tally` has seen is known precisely enough at the level of
  /// confidence, by Student's t.
  public func isReached(by tally: Tally, level: Double) -> Bool {
    guard let interval = tally.confidenceInterval(level: level) else { return false }
    return isReached(by: interval, around: tally.mean, count: tally.count)
  }

  /// Whether an interval around an estimate from so many replications is narrow enough.
  ///
  /// Around an estimate of exactly zero no interval is narrow in relative terms, not even one
  /// without width: replications in which nothing has happened yet say nothing of how often it
  /// does.
  public func isReached(
    by interval: ConfidenceInterval, around estimate: Double, count: Int
  ) -> Bool {
    guard count >= minimumCount else { return false }
    guard isRelative else { return interval.halfWidth <= halfWidth }
    return estimate != 0 && interval.halfWidth <= halfWidth * estimate.magnitude
  }
}
