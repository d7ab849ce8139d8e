/// A number equally likely anywhere between two bounds.
@frozen
public struct Uniform: Variate {
  /// The lower bound.
  public let lower: Double
  /// The upper bound.
  public let upper: Double

  /// The uniform distribution between finite bounds with `lower` <= `upper`.
  @inlinable
  public init(lower: Double, upper: Double) {
    precondition(
      lower > -.infinity && lower <= upper && upper < .infinity,
      "bounds \(lower) and \(upper) are not finite and in order")
    self.lower = lower
    self.upper = upper
  }

  /// lower + u (upper - lower), never beyond the upper bound.
  @inlinable
  public func quantile(_ u: Double) -> Double {
    Swift.min(lower + u * (upper - lower), upper)
  }

  /// The middle of the bounds.
  public var mean: Double { lower + 0.5 * (upper - lower) }

  /// (upper - lower)² / 12.
  public var variance: Double { (upper - lower) * (upper - lower) / 12 }

  /// The lower bound.
  public var minimum: Double { lower }

  /// The upper bound.
  public var maximum: Double { upper }
}
