extension Portable {
  /// The quantile of the standard normal distribution: the z whose cumulative probability is `p`.
  ///
  /// Relative error below 1e-15. Minus and plus infinity at 0 and 1, NaN outside. It never
  /// decreases except by rounding, and quantile(1 - p) = -quantile(p) exactly wherever 1 - p is
  /// exact. About 10 ns in the middle 85 % of the distribution, 25 ns in its tails. Source:
  /// Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988) 477-484.
  @inlinable
  public static func normalQuantile(_ p: Double) -> Double {
    let q = p - 0.5
    guard q.magnitude <= 0.425 else { return normalTailQuantile(p, isUpper: q > 0) }
    let r = 0.180625 - q * q
    let numerator =
      (((((((2509.0809287301226727 * r + 33430.575583588128105) * r
        + 67265.770927008700853) * r + 45921.953931549871457) * r
        + 13731.693765509461125) * r + 1971.5909503065514427) * r
        + 133.14166789178437745) * r + 3.387132872796366608)
    let denominator =
      (((((((5226.495278852854561 * r + 28729.085735721942674) * r
        + 39307.89580009271061) * r + 21213.794301586595867) * r
        + 5394.1960214247511077) * r + 687.1870074920579083) * r
        + 42.313330701600911252) * r + 1)
    return q * numerator / denominator
  }

  /// The quantile of the standard normal distribution outside its middle 85 %.
  @usableFromInline
  static func normalTailQuantile(_ p: Double, isUpper: Bool) -> Double {
    guard p > 0, p < 1 else {
      return p == 0 ? -.infinity : p == 1 ? .infinity : .nan
    }
    let root = (-log(isUpper ? 1 - p : p)).squareRoot()
    let value = root <= 5 ? nearTailQuantile(root - 1.6) : farTailQuantile(root - 5)
    return isUpper ? value : -value
  }

  private static func nearTailQuantile(_ r: Double) -> Double {
    let numerator =
      (((((((7.7454501427834140764e-4 * r + 0.0227238449892691845833) * r
        + 0.24178072517745061177) * r + 1.27045825245236838258) * r
        + 3.64784832476320460504) * r + 5.7694972214606914055) * r
        + 4.6303378461565452959) * r + 1.42343711074968357734)
    let denominator =
      (((((((1.05075007164441684324e-9 * r + 5.475938084995344946e-4) * r
        + 0.0151986665636164571966) * r + 0.14810397642748007459) * r
        + 0.68976733498510000455) * r + 1.6763848301838038494) * r
        + 2.05319162663775882187) * r + 1)
    return numerator / denominator
  }

  private static func farTailQuantile(_ r: Double) -> Double {
    let numerator =
      (((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r
        + 0.0012426609473880784386) * r + 0.026532189526576123093) * r
        + 0.29656057182850489123) * r + 1.7848265399172913358) * r
        + 5.4637849111641143699) * r + 6.6579046435011037772)
    let denominator =
      (((((((2.04426310338993978564e-15 * r + 1.4215117583164458887e-7) * r
        + 1.8463183175100546818e-5) * r + 7.868691311456132591e-4) * r
        + 0.0148753612908506148525) * r + 0.13692988092273580531) * r
        + 0.59983220655588793769) * r + 1)
    return numerator / denominator
  }

  /// The cumulative probability of the standard normal distribution at `z`.
  ///
  /// Relative error below 1e-15 as long as the result is a normal number, so the lower tail keeps
  /// its digits; for the upper tail ask for the cumulative of -z. About 25 ns.
  public static func normalCumulative(_ z: Double) -> Double {
    let x = z.magnitude * 0.7071067811865476
    if x < 0.5 { return 0.5 + 0.5 * errorFunctionNearZero(z * 0.7071067811865476) }
    guard x < 28 else { return z < 0 ? 0 : z > 0 ? 1 : z }
    // The exponent is formed from z itself: z / sqrt(2) carries a rounding error that a square
    // would magnify.
    let tail = 0.5 * exponentialOfHalfSquare(z) * scaledErrorFunctionComplement(x)
    return z < 0 ? tail : 1 - tail
  }

  /// exp(-z²/2), the square exact to twice the usual precision.
  static func exponentialOfHalfSquare(_ z: Double) -> Double {
    let size = z.magnitude
    let upper = Double(bitPattern: size.bitPattern & 0xFFFF_FFFF_F800_0000)
    return exp(-0.5 * upper * upper) * exp(-0.5 * (size - upper) * (size + upper))
  }
}
