/// A JSON number: its value, and the characters it was written with.
public struct JSONNumber: Sendable {
  /// The nearest `Double`; always finite.
  public let double: Double

  /// The number as the file has it, or in shortest form when the program built it.
  public let text: String

  /// Whole numbers up to this magnitude, 2^53, are all distinct as `Double`s.
  public static let exactIntegerLimit = 9_007_199_254_740_992.0

  /// A finite number in shortest form; NaN or an infinity is a programming error.
  public init(_ double: Double) {
    self.double = double
    text = Self.shortestText(double)
  }

  /// A whole number of magnitude at most 2^53; a larger one is a programming error.
  public init(_ integer: Int) {
    precondition(
      integer.magnitude <= UInt(Self.exactIntegerLimit), "\(integer) is not exact as a number")
    double = Double(integer)
    text = String(integer)
  }

  /// A number as read; the parser vouches that the text has this value.
  init(double: Double, text: String) {
    self.double = double
    self.text = text
  }

  /// Whether the value is whole and of magnitude at most 2^53, however written: `1e3` is.
  public var isInteger: Bool {
    double.magnitude <= Self.exactIntegerLimit && double.rounded(.towardZero) == double
  }

  /// The fewest characters that read back as the same `Double`, as JSON.
  ///
  /// Whole numbers up to 2^53 are written without point or exponent. NaN or an infinity is a
  /// programming error.
  public static func shortestText(_ double: Double) -> String {
    precondition(double.isFinite, "JSON has no way to write \(double)")
    if double.magnitude <= exactIntegerLimit, double.rounded(.towardZero) == double {
      return double == 0 && double.sign == .minus ? "-0" : String(Int(double))
    }
    // Swift prints the shortest digits that round-trip, and pads the exponent: `1e-07`, `1e+17`.
    let parts = double.description.split(separator: "e")
    guard parts.count == 2, let exponent = Int(parts[1]) else { return double.description }
    return "\(parts[0])e\(exponent)"
  }
}

extension JSONNumber: Equatable {
  /// Whether both have the same value, however written.
  public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
    left.double == right.double
  }
}
