extension Portable {
  /// The quantile of the gamma distribution of the given shape and unit scale.
  ///
  /// `p` in [0, 1] and `shape` > 0, else NaN; 0 and infinity at the ends. Relative error below
  /// 1e-12 for shapes from 0.05 to 1e6, or the spacing of subnormal numbers where the quantile is
  /// that small. It never decreases in `p` except by that error. From 0.3 to 0.7 microseconds.
  ///
  /// Newton's method for log P, or log Q in the upper half, as a function of log x. Both are
  /// concave, since the density of the logarithm of a gamma variate is log-concave, so a tangent
  /// never crosses the level beyond the root: from any start the iteration converges, after its
  /// first step from one side.
  public static func gammaQuantile(_ p: Double, shape: Double) -> Double {
    guard shape > 0, shape < .infinity, p >= 0, p <= 1 else { return .nan }
    if p == 0 { return 0 }
    if p == 1 { return .infinity }
    let logGammaNext = logGamma(shape + 1)
    // The leading term of P alone, a lower bound of the quantile and exact where it is tiny.
    let leading = exp((log(p) + logGammaNext) / shape)
    if leading < 1e-18 { return leading }
    let usesUpper = p > 0.5 && leading > 0.5
    var x = gammaQuantileStart(p, shape: shape, leading: leading, logGammaNext: logGammaNext)
    let target = usesUpper ? 1 - p : p
    let settled = 1e-16 / (1 + shape.squareRoot())
    for _ in 0..<100 {
      let here = incompleteGamma(shape: shape, at: x)
      let probability = usesUpper ? here.upper : here.lower
      guard probability > 0, here.densityByLog > 0 else {
        // Underflow: the start lies hopelessly far out, in the tail that ended at zero.
        x = usesUpper ? 0.5 * (x + shape) : 2 * x
        continue
      }
      let slope = here.densityByLog / probability
      let step = log(probability / target) / (usesUpper ? slope : -slope)
      x *= exp(step)
      if step * step < settled { break }
    }
    return x
  }

  /// A first guess of the gamma quantile: Wilson and Hilferty's cube of a normal variate where that
  /// is good, else the leading term of the tail in question.
  private static func gammaQuantileStart(
    _ p: Double, shape: Double, leading: Double, logGammaNext: Double
  ) -> Double {
    if shape > 0.8 {
      let spread = 1 / (9 * shape)
      let root = 1 - spread + normalQuantile(p) * spread.squareRoot()
      if root > 0.3 { return shape * root * root * root }
    }
    if leading < 0.5 || p <= 0.5 { return leading * (1 + leading / (shape + 1)) }
    // Q is about x^(shape - 1) e^-x / gamma(shape).
    let logTail = log(1 - p) + logGammaNext - log(shape)
    var x = -logTail > 0.5 ? -logTail : 0.5
    let improved = -logTail + (shape - 1) * log(x)
    if improved > 0.5 { x = improved }
    return x
  }
}
