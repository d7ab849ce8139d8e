/// A range that covers an unknown quantity with a stated probability.
public struct ConfidenceInterval: Sendable, Equatable, BitwiseCopyable {
  /// The probability of covering, between 0 and 1.
  public let level: Double
  /// The lower end.
  public let lower: Double
  /// The upper end.
  public let upper: Double
  /// Half of the distance between the ends.
  public let halfWidth: Double

  /// The interval of the given half-width on both sides of `center`.
  ///
  /// `level` strictly between 0 and 1, `halfWidth` not negative, `center` not NaN: else a
  /// programming error.
  public init(level: Double, center: Double, halfWidth: Double) {
    precondition(level > 0 && level < 1, "level \(level) is not between 0 and 1")
    precondition(halfWidth >= 0, "half-width \(halfWidth) is not >= 0")
    precondition(!center.isNaN, "an interval is around a number")
    self.level = level
    self.halfWidth = halfWidth
    lower = center - halfWidth
    upper = center + halfWidth
  }

  /// The interval between two ends, which need not lie evenly about the estimate.
  ///
  /// `level` strictly between 0 and 1 and `lower` at most `upper`: else, and with NaN, a
  /// programming error.
  public init(level: Double, lower: Double, upper: Double) {
    precondition(level > 0 && level < 1, "level \(level) is not between 0 and 1")
    precondition(lower <= upper, "the ends \(lower) and \(upper) are not in order")
    self.level = level
    self.lower = lower
    self.upper = upper
    halfWidth = 0.5 * (upper - lower)
  }

  /// Whether `value` lies in the interval, ends included.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}
