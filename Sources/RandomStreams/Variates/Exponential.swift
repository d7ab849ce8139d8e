import ElementaryFunctions

/// The waiting time for an event that comes at a constant rate.
@frozen
public struct Exponential: Variate {
  /// The expected value, one over the rate.
  public let mean: Double

  /// The exponential distribution of the given mean, finite and not negative.
  @inlinable
  public init(mean: Double) {
    precondition(mean >= 0 && mean < .infinity, "mean \(mean) is not finite and >= 0")
    self.mean = mean
  }

  /// -mean log(1 - u).
  ///
  /// About 12 ns.
  @inlinable
  public func quantile(_ u: Double) -> Double { -mean * Portable.logOnePlus(-u) }

  /// The square of the mean.
  public var variance: Double { mean * mean }

  /// Zero.
  public var minimum: Double { 0 }

  /// Infinity, or zero if the mean is zero.
  public var maximum: Double { mean > 0 ? .infinity : 0 }
}
