/// The difference between the expected values of two independent samples of unequal variances.
///
/// For responses that share their random numbers it is needlessly wide: see ``PairedDifference``.
public struct WelchDifference: Sendable, Equatable {
  /// The mean of variant minus base.
  public let estimate: Double
  /// The estimated standard deviation of `estimate`.
  public let standardError: Double
  /// The degrees of freedom by Welch and Satterthwaite; `nil` when neither sample varies.
  public let degreesOfFreedom: Double?
  /// The interval for the difference of the expected values, of width 0 when nothing varies.
  public let interval: ConfidenceInterval

  /// The difference between two samples of at least two numbers each.
  ///
  /// `level` is the coverage, strictly between 0 and 1. Source: Welch, Biometrika 34 (1947) 28-35.
  public init(base: Tally, variant: Tally, level: Double) {
    precondition(base.count >= 2 && variant.count >= 2, "a variance needs two numbers")
    let parts = [base, variant].map { tally in
      EffectiveDegrees.Part(
        variance: tally.variance / Double(tally.count), degreesOfFreedom: Double(tally.count - 1))
    }
    estimate = variant.mean - base.mean
    let combined = EffectiveDegrees(of: parts)
    standardError = combined.variance.squareRoot()
    degreesOfFreedom = combined.degreesOfFreedom
    interval = combined.interval(around: estimate, level: level)
  }
}
