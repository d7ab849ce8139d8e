/// A labelled value of a chart, with its interval where it has one.
public struct ChartValue: Sendable, Equatable {
  /// What the value is of.
  public var label: String

  /// The value; must be finite.
  public var value: Double

  /// The lower limit of the interval; not above the value.
  public var lower: Double?

  /// The upper limit of the interval; not below the value.
  public var upper: Double?

  /// A value and, optionally, the limits around it.
  ///
  /// Numbers that are not finite and limits on the wrong side are preconditions.
  public init(_ label: String, _ value: Double, lower: Double? = nil, upper: Double? = nil) {
    precondition(value.isFinite, "a chart needs finite numbers")
    precondition(lower.map { $0.isFinite && $0 <= value } ?? true, "the lower limit is too high")
    precondition(upper.map { $0.isFinite && $0 >= value } ?? true, "the upper limit is too low")
    self.label = label
    self.value = value
    self.lower = lower
    self.upper = upper
  }
}
