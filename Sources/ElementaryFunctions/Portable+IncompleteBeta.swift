extension Portable {
  /// The regularized incomplete beta function: the cumulative probability at `x` of a beta variate.
  ///
  /// For `a` > 0, `b` > 0 and `x` in [0, 1], else NaN. Relative error below 1e-12 for parameters up
  /// to 1e5, of the smaller tail. From 50 ns to microseconds: the cost grows as the square root of
  /// the larger parameter.
  public static func regularizedBeta(a: Double, b: Double, at x: Double) -> Double {
    regularizedBeta(a: a, b: b, at: x, complement: 1 - x)
  }

  /// The regularized incomplete beta function with 1 - x given apart, for an x so near 1 that the
  /// difference would lose digits.
  ///
  /// By the continued fraction DLMF 8.17.22 on the side of the mean where it converges fast.
  package static func regularizedBeta(
    a: Double, b: Double, at x: Double, complement y: Double
  ) -> Double {
    guard a > 0, b > 0, x >= 0, y >= 0, a < .infinity, b < .infinity else { return .nan }
    if x == 0 { return 0 }
    if y == 0 { return 1 }
    let logX = x > 0.5 ? logOnePlus(-y) : log(x)
    let logY = y > 0.5 ? logOnePlus(-x) : log(y)
    // x^a y^b / B(a, b)
    let leading = exp(a * logX + b * logY - logBeta(a, b))
    if x * (a + b + 2) < a + 1 { return leading / a * betaFraction(a: a, b: b, at: x) }
    return 1 - leading / b * betaFraction(a: b, b: a, at: y)
  }

  /// The continued fraction of the incomplete beta function, by Lentz's method.
  private static func betaFraction(a: Double, b: Double, at x: Double) -> Double {
    var c = 1.0
    var d = 1 / nonzero(1 - (a + b) * x / (a + 1))
    var fraction = d
    var m = 1.0
    while m < 100_000 {
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / nonzero(1 + even * d)
      c = nonzero(1 + even / c)
      fraction *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / nonzero(1 + odd * d)
      c = nonzero(1 + odd / c)
      let factor = d * c
      fraction *= factor
      if (factor - 1).magnitude < 0x1p-52 { break }
      m += 1
    }
    return fraction
  }

  private static func nonzero(_ x: Double) -> Double {
    x.magnitude < 1e-300 ? 1e-300 : x
  }
}
