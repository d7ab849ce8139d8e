/// A variance put together of independent estimates, and how many degrees of freedom it is worth.
///
/// Source: Satterthwaite, Biometrics Bulletin 2 (1946) 110-114.
struct EffectiveDegrees {
  /// One estimated part of the variance.
  struct Part {
    /// The estimate, not negative.
    let variance: Double
    /// Its degrees of freedom, 1 or more.
    let degreesOfFreedom: Double
  }

  /// The sum of the parts.
  let variance: Double
  /// The square of the sum over the sum of squares by degrees of freedom, at least that of the part
  /// with the fewest; `nil` when the variance is zero.
  let degreesOfFreedom: Double?

  init(of parts: [Part]) {
    let total = parts.reduce(0) { $0 + $1.variance }
    variance = total
    // Shares rather than squares of variances, which could leave the range of numbers.
    let squares = parts.reduce(0) { sum, part in
      sum + part.variance / total * (part.variance / total) / part.degreesOfFreedom
    }
    degreesOfFreedom = total > 0 ? 1 / squares : nil
  }

  /// The interval by Student's t around an estimate of this variance.
  func interval(around estimate: Double, level: Double) -> ConfidenceInterval {
    precondition(level > 0 && level < 1, "level \(level) is not between 0 and 1")
    let factor = degreesOfFreedom.map {
      StudentT.quantile(0.5 + 0.5 * level, degreesOfFreedom: $0)
    }
    return ConfidenceInterval(
      level: level, center: estimate, halfWidth: (factor ?? 0) * variance.squareRoot())
  }
}
