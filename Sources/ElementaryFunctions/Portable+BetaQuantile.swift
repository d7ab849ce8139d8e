extension Portable {
  /// The quantile of the beta distribution: the x whose cumulative probability is `p`.
  ///
  /// `a` > 0, `b` > 0 and `p` in [0, 1], else NaN; 0 and 1 at the ends. Relative error below 1e-11
  /// for parameters from 0.05 to 1e6. The cost is that of two to ten incomplete beta functions, for
  /// parameters near zero twenty.
  ///
  /// Newton's method for the logarithm of the smaller tail, as a function of the log odds of x. The
  /// density of the log odds of a beta variate is log-concave, so the logarithms of both tails are
  /// concave and the iteration converges from any start.
  public static func betaQuantile(_ p: Double, a: Double, b: Double) -> Double {
    guard a > 0, b > 0, a < .infinity, b < .infinity, p >= 0, p <= 1 else { return .nan }
    if p == 0 || p == 1 { return p }
    let logBeta = logBeta(a, b)
    // Leading terms of the tails: exact where x, or its complement, is tiny.
    let leadingX = exp((log(p) + log(a) + logBeta) / a)
    if leadingX * (1 + b) < 1e-17 { return leadingX }
    let leadingY = exp((logOnePlus(-p) + log(b) + logBeta) / b)
    if leadingY * (1 + a) < 1e-17 { return 1 }
    let usesUpper = p > 0.5
    let target = usesUpper ? 1 - p : p
    var odds = betaQuantileStart(p, a: a, b: b, leadingX: leadingX, leadingY: leadingY)
    for _ in 0..<100 {
      let x = odds / (1 + odds)
      let y = 1 / (1 + odds)
      let probability =
        usesUpper
        ? regularizedBeta(a: b, b: a, at: y, complement: x)
        : regularizedBeta(a: a, b: b, at: x, complement: y)
      // The derivative of either tail by the log odds, up to its sign.
      let density = exp(a * log(x) + b * log(y) - logBeta)
      guard probability > 0, density > 0 else {
        // Underflow: the start lies hopelessly far out, in the tail that ended at zero.
        odds = (odds * a / b).squareRoot()
        continue
      }
      let slope = density / probability
      let step = log(probability / target) / (usesUpper ? slope : -slope)
      odds *= exp(step)
      if step.magnitude < 1e-10 { break }
    }
    return odds / (1 + odds)
  }

  /// A first guess of the odds x / (1 - x) of the beta quantile: by a normal variate where both
  /// parameters reach 1 (Abramowitz and Stegun 26.5.22), else by the leading term of a tail.
  private static func betaQuantileStart(
    _ p: Double, a: Double, b: Double, leadingX: Double, leadingY: Double
  ) -> Double {
    if a >= 1 && b >= 1 {
      let z = -normalQuantile(p)
      let (inverseA, inverseB) = (1 / (2 * a - 1), 1 / (2 * b - 1))
      let h = 2 / (inverseA + inverseB)
      let lambda = (z * z - 3) / 6
      let w =
        z * (h + lambda).squareRoot() / h
        - (inverseB - inverseA) * (lambda + 5.0 / 6 - 2 / (3 * h))
      return a / b * exp(-2 * w)
    }
    if leadingX < 0.5 { return leadingX / (1 - leadingX) }
    if leadingY < 0.5 { return (1 - leadingY) / leadingY }
    return a / b
  }
}
