/// A number with a unit and a range.
public struct Quantity: Sendable, Hashable {
  /// The unit, `km` or `$/kg`; for a pure number what it is: `probability per passage`, or empty.
  public var unit: String
  /// The values allowed.
  public var range: QuantityRange
  /// Whether only whole numbers are allowed.
  public var isInteger: Bool
  /// The value that holds when the key is absent.
  public var defaultValue: Double?
  /// Whether only a bare number is accepted, without annotation.
  public var isBare: Bool

  /// A number with a unit and a range; the default, if any, lies in the range.
  public init(
    _ unit: String, _ range: QuantityRange = .any, isInteger: Bool = false,
    defaultValue: Double? = nil, isBare: Bool = false
  ) {
    self.unit = unit
    self.range = range
    self.isInteger = isInteger
    self.defaultValue = defaultValue
    self.isBare = isBare
    if let defaultValue {
      precondition(accepts(defaultValue), "the default of a quantity lies in its range")
    }
  }

  /// Whether a number is in range, and whole where it must be.
  public func accepts(_ number: Double) -> Bool {
    range.contains(number) && (!isInteger || number.rounded(.towardZero) == number)
  }

  /// The same quantity without default and annotation.
  var bare: Quantity {
    Quantity(unit, range, isInteger: isInteger, isBare: true)
  }

  /// What is allowed, in words: `a probability per passage from 0 to 1`, `a number above 0, in km`.
  public var words: String {
    let limits = range.words.isEmpty ? "" : " " + range.words
    if unit.hasPrefix("probability") || unit.hasPrefix("fraction") || unit.hasPrefix("share") {
      return "a \(unit)\(limits)"
    }
    return (isInteger ? "a whole number" : "a number") + limits
      + (unit.isEmpty ? "" : ", in \(unit)")
  }
}

extension Quantity {
  /// A probability from 0 to 1, per what: `.probability("passage")`.
  public static func probability(_ what: String, defaultValue: Double? = nil) -> Quantity {
    Quantity("probability per \(what)", .fraction, defaultValue: defaultValue)
  }

  /// A whole number of things, at least `minimum`.
  public static func count(
    _ unit: String, atLeast minimum: Double = 0, atMost maximum: Double = 1e9,
    defaultValue: Double? = nil
  ) -> Quantity {
    Quantity(
      unit, QuantityRange(from: minimum, to: maximum), isInteger: true,
      defaultValue: defaultValue)
  }
}
