import ElementaryFunctions
import OutputStatistics

/// A partial correlation with its test against 0.
public struct PartialCorrelation: Sendable, Equatable {
  /// The coefficient, -1 to 1.
  public let value: Double

  /// Student's t of the coefficient, infinite where it is ±1.
  public let t: Double

  /// The degrees of freedom of t: N - 2 less the number of other inputs.
  public let degreesOfFreedom: Int

  /// The chance of a t at least as far from 0 were there no correlation, both sides.
  public let pValue: Double

  /// The interval by Fisher's transformation of the coefficient.
  public let interval: ConfidenceInterval

  /// The coefficient with its test, given `otherInputs` inputs that were held constant.
  ///
  /// `count` is the number of observations, at least 4 more than other inputs. Test: Marino and
  /// others, Journal of Theoretical Biology 254 (2008) 178-196. Interval: Fisher, Metron 1 (1921)
  /// 3-32; the normal approximation has variance 1 / (N - 3 - other inputs).
  package init(_ value: Double, count: Int, otherInputs: Int, level: Double) {
    precondition(count >= otherInputs + 4, "\(count) observations are too few")
    let bounded = Swift.min(1, Swift.max(-1, value))
    let freedom = count - 2 - otherInputs
    let remainder = (1 - bounded) * (1 + bounded)
    self.value = bounded
    degreesOfFreedom = freedom
    let halfWidth =
      Portable.normalQuantile(0.5 + 0.5 * level) / Double(count - 3 - otherInputs).squareRoot()
    if remainder > 0 {
      t = bounded * (Double(freedom) / remainder).squareRoot()
      pValue = 2 * StudentT.cumulative(-t.magnitude, degreesOfFreedom: Double(freedom))
      let center = 0.5 * (Portable.logOnePlus(bounded) - Portable.logOnePlus(-bounded))
      interval = ConfidenceInterval(
        level: level, lower: Self.hyperbolicTangent(center - halfWidth),
        upper: Self.hyperbolicTangent(center + halfWidth))
    } else {
      t = bounded * .infinity
      pValue = 0
      interval = ConfidenceInterval(level: level, lower: bounded, upper: bounded)
    }
  }

  private static func hyperbolicTangent(_ x: Double) -> Double {
    if x.magnitude > 20 { return x < 0 ? -1 : 1 }
    let grown = Portable.expMinusOne(2 * x)
    return grown / (grown + 2)
  }
}
