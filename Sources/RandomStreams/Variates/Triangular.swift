/// A number known only by its least, most likely and greatest value.
@frozen
public struct Triangular: Variate {
  /// The least value.
  public let lower: Double
  /// The most likely value.
  public let mode: Double
  /// The greatest value.
  public let upper: Double

  /// The triangular distribution with `lower` <= `mode` <= `upper`, finite, and `lower` < `upper`.
  @inlinable
  public init(lower: Double, mode: Double, upper: Double) {
    precondition(
      lower > -.infinity && lower <= mode && mode <= upper && lower < upper && upper < .infinity,
      "lower \(lower), mode \(mode), upper \(upper) are not finite and in order")
    self.lower = lower
    self.mode = mode
    self.upper = upper
  }

  /// The inverse of the two parabolas of the cumulative probability, each seen from its own end.
  @inlinable
  public func quantile(_ u: Double) -> Double {
    let width = upper - lower
    let rise = mode - lower
    if u * width < rise {
      return lower + (u * width * rise).squareRoot()
    }
    return Swift.max(upper - ((1 - u) * width * (upper - mode)).squareRoot(), mode)
  }

  /// (lower + mode + upper) / 3.
  public var mean: Double { lower + ((mode - lower) + (upper - lower)) / 3 }

  /// The sum of squares of the three values less the sum of their products, over 18.
  public var variance: Double {
    let rise = mode - lower
    let width = upper - lower
    return (rise * rise + width * width - rise * width) / 18
  }

  /// The least value.
  public var minimum: Double { lower }

  /// The greatest value.
  public var maximum: Double { upper }
}
