/// Which of the probabilities 0 and 1 a design may ask a quantile for.
public struct QuantileExtremes: OptionSet, Sendable {
  /// Bit 0 for the probability 0, bit 1 for the probability 1.
  public let rawValue: UInt8

  /// The set with these bits.
  public init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The smallest value of a distribution is asked for.
  public static let zero = QuantileExtremes(rawValue: 1)

  /// The largest value of a distribution is asked for.
  public static let one = QuantileExtremes(rawValue: 2)
}
