import ElementaryFunctions

/// A positive number with a lognormal body and a power-law tail, cut off at both ends.
///
/// The survival function is that of exp(N(logMean, logStandardDeviation²)) up to `tailFrom`, and
/// from there S(tailFrom) (tailFrom / x)^tailExponent; the whole is then conditioned on lying
/// between `minimum` and `maximum`. Consignment masses look like this: most are small, a few are
/// huge.
@frozen
public struct ParetoTailedLognormal: Variate {
  /// The mean of the logarithm of the body before truncation.
  public let logMean: Double
  /// The standard deviation of the logarithm of the body before truncation.
  public let logStandardDeviation: Double
  /// Where the tail replaces the body.
  public let tailFrom: Double
  /// The exponent of the tail's survival function.
  public let tailExponent: Double
  /// The lower end of the support.
  public let minimum: Double
  /// The upper end of the support, possibly infinity.
  public let maximum: Double

  /// What sampling needs, computed once: survival before truncation at three places, and one over
  /// the exponent.
  @usableFromInline let survivalAtTail: Double
  @usableFromInline let survivalAtMinimum: Double
  @usableFromInline let survivalAtMaximum: Double
  @usableFromInline let inverseExponent: Double

  /// The distribution described above.
  ///
  /// `logStandardDeviation`, `tailFrom` and `tailExponent` are positive and finite, 0 <= `minimum`
  /// < `maximum`; `maximum` may be infinite if `tailExponent` > 2, or the variance would be. There
  /// must be probability between `minimum` and `maximum`.
  public init(
    logMean: Double, logStandardDeviation: Double, tailFrom: Double, tailExponent: Double,
    minimum: Double, maximum: Double
  ) {
    precondition(logMean.magnitude < .infinity, "mean of the logarithm \(logMean) is not finite")
    precondition(
      logStandardDeviation > 0 && logStandardDeviation < .infinity,
      "standard deviation of the logarithm \(logStandardDeviation) is not finite and > 0")
    precondition(tailFrom > 0 && tailFrom < .infinity, "tail start \(tailFrom) is not > 0")
    precondition(
      tailExponent > 0 && tailExponent < .infinity, "tail exponent \(tailExponent) is not > 0")
    precondition(
      minimum >= 0 && minimum < maximum, "bounds \(minimum) and \(maximum) are not >= 0, in order")
    precondition(
      maximum < .infinity || tailExponent > 2,
      "an infinite maximum needs a tail exponent above 2, not \(tailExponent)")
    self.logMean = logMean
    self.logStandardDeviation = logStandardDeviation
    self.tailFrom = tailFrom
    self.tailExponent = tailExponent
    self.minimum = minimum
    self.maximum = maximum
    inverseExponent = 1 / tailExponent
    let atTail = Portable.normalCumulative(
      (logMean - Portable.log(tailFrom)) / logStandardDeviation)
    func survival(_ x: Double) -> Double {
      if x > tailFrom { return atTail * Portable.power(tailFrom / x, tailExponent) }
      return Portable.normalCumulative((logMean - Portable.log(x)) / logStandardDeviation)
    }
    survivalAtTail = atTail
    survivalAtMinimum = survival(minimum)
    survivalAtMaximum = survival(maximum)
    precondition(
      survivalAtMinimum > survivalAtMaximum, "no probability between \(minimum) and \(maximum)")
  }

  /// The variate by inversion of the survival function, in the body or in the tail.
  ///
  /// About 25 to 45 ns.
  @inlinable
  public func quantile(_ u: Double) -> Double {
    // Survival rather than cumulative probability keeps the digits of the far tail.
    let survival = (1 - u) * survivalAtMinimum + u * survivalAtMaximum
    let value =
      survival < survivalAtTail
      ? tailFrom * Portable.power(survivalAtTail / survival, inverseExponent)
      : Portable.exp(logMean - logStandardDeviation * Portable.normalQuantile(survival))
    return Swift.min(Swift.max(value, minimum), maximum)
  }
}
