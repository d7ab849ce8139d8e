import ElementaryFunctions

/// The normal distribution.
@frozen
public struct Normal: Variate {
  /// The expected value.
  public let mean: Double
  /// The standard deviation.
  public let standardDeviation: Double

  /// The normal distribution of finite mean and finite standard deviation, the latter not negative.
  @inlinable
  public init(mean: Double, standardDeviation: Double) {
    precondition(mean.magnitude < .infinity, "mean \(mean) is not finite")
    precondition(
      standardDeviation >= 0 && standardDeviation < .infinity,
      "standard deviation \(standardDeviation) is not finite and >= 0")
    self.mean = mean
    self.standardDeviation = standardDeviation
  }

  /// The mean plus as many standard deviations as the standard normal quantile says.
  ///
  /// About 10 ns in the middle 85 % of the distribution, 25 ns in its tails.
  @inlinable
  public func quantile(_ u: Double) -> Double {
    mean + standardDeviation * Portable.normalQuantile(u)
  }

  /// The square of the standard deviation.
  public var variance: Double { standardDeviation * standardDeviation }

  /// Minus infinity, or the mean if the standard deviation is zero.
  public var minimum: Double { standardDeviation > 0 ? -.infinity : mean }

  /// Infinity, or the mean if the standard deviation is zero.
  public var maximum: Double { standardDeviation > 0 ? .infinity : mean }
}
