/// The values that a quantity may take: an interval, each end with or without its limit.
public struct QuantityRange: Sendable, Hashable {
  /// The lower end; -infinity when there is none.
  public var lower: Double
  /// The upper end; +infinity when there is none.
  public var upper: Double
  /// Whether the lower end itself is excluded.
  public var isLowerOpen: Bool
  /// Whether the upper end itself is excluded.
  public var isUpperOpen: Bool

  /// An interval that is not empty.
  public init(
    from lower: Double = -.infinity, to upper: Double = .infinity, isLowerOpen: Bool = false,
    isUpperOpen: Bool = false
  ) {
    precondition(lower < upper || (lower == upper && !isLowerOpen && !isUpperOpen), "empty range")
    self.lower = lower
    self.upper = upper
    self.isLowerOpen = isLowerOpen
    self.isUpperOpen = isUpperOpen
  }

  /// Any finite number.
  public static let any = QuantityRange()
  /// At least 0.
  public static let nonNegative = QuantityRange(from: 0)
  /// Above 0.
  public static let positive = QuantityRange(from: 0, isLowerOpen: true)
  /// From 0 to 1.
  public static let fraction = QuantityRange(from: 0, to: 1)

  /// Both ends included.
  public static func closed(_ range: ClosedRange<Double>) -> QuantityRange {
    QuantityRange(from: range.lowerBound, to: range.upperBound)
  }

  /// Whether a finite number lies in the range.
  public func contains(_ number: Double) -> Bool {
    number.isFinite && (isLowerOpen ? number > lower : number >= lower)
      && (isUpperOpen ? number < upper : number <= upper)
  }

  /// The range in words that follow a noun: `from 0 to 1`, `above 0`; empty for any number.
  public var words: String {
    let (low, high) = (text(lower), text(upper))
    switch (lower.isFinite, upper.isFinite) {
    case (false, false): return ""
    case (true, false): return isLowerOpen ? "above \(low)" : "of at least \(low)"
    case (false, true): return isUpperOpen ? "below \(high)" : "of at most \(high)"
    case (true, true):
      switch (isLowerOpen, isUpperOpen) {
      case (false, false): return lower == upper ? "equal to \(low)" : "from \(low) to \(high)"
      case (true, false): return "above \(low) and at most \(high)"
      case (false, true): return "of at least \(low) and below \(high)"
      case (true, true): return "above \(low) and below \(high)"
      }
    }
  }

  private func text(_ number: Double) -> String {
    number.isFinite ? JSONNumber.shortestText(number) : ""
  }
}
