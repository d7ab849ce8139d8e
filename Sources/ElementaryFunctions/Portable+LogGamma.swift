extension Portable {
  /// The natural logarithm of the gamma function, for `x` > 0.
  ///
  /// Relative error below 2e-15, also near the zeros at 1 and 2. Infinite at 0, NaN below. About
  /// 30 ns.
  ///
  /// From 10 on by Stirling's series; below, shifted by the recurrence to within 1/2 of 2, where
  /// log gamma(2 + z) / z is a polynomial of our own fit.
  public static func logGamma(_ x: Double) -> Double {
    guard x > 0 else { return x == 0 ? .infinity : .nan }
    if x >= 10 {
      if x > 2.5e305 { return .infinity }
      return (x - 0.5) * log(x) - x + halfLogTwoPi + stirlingCorrection(x)
    }
    if x < 0.5 { return logGammaNearTwo(x) - logOnePlus(x) - log(x) }
    if x < 1.5 { return logGammaNearTwo(x - 1) - logOnePlus(x - 1) }
    var product = 1.0
    var reduced = x
    while reduced > 2.5 {
      reduced -= 1
      product *= reduced
    }
    return logGammaNearTwo(reduced - 2) + log(product)
  }

  /// The difference of log gamma(x) from (x - 1/2) log x - x + log(2 pi) / 2, for x from 10 up.
  ///
  /// Stirling's series with seven Bernoulli numbers; the first term left out is below 3e-17.
  package static func stirlingCorrection(_ x: Double) -> Double {
    let square = 1 / (x * x)
    var sum = 1.0 / 156
    sum = sum * square - 691.0 / 360_360
    sum = sum * square + 1.0 / 1188
    sum = sum * square - 1.0 / 1680
    sum = sum * square + 1.0 / 1260
    sum = sum * square - 1.0 / 360
    sum = sum * square + 1.0 / 12
    return sum / x
  }

  /// The logarithm of the beta function, gamma(a) gamma(b) / gamma(a + b), for positive arguments.
  ///
  /// Where an argument is large the leading terms of Stirling's series are cancelled on paper
  /// rather than in rounded numbers.
  package static func logBeta(_ a: Double, _ b: Double) -> Double {
    let small = a < b ? a : b
    let large = a < b ? b : a
    guard large >= 10 else { return logGamma(small) + logGamma(large) - logGamma(small + large) }
    let difference = stirlingCorrection(large) - stirlingCorrection(small + large)
    let share = small / (small + large)
    if small >= 10 {
      return -0.5 * log(large) + halfLogTwoPi + stirlingCorrection(small) + difference
        + (small - 0.5) * log(share) + large * logOnePlus(-share)
    }
    return logGamma(small) + difference + small - small * log(small + large)
      + (large - 0.5) * logOnePlus(-share)
  }

  /// log gamma(2 + `z`) for |z| up to 1/2: our own fit of degree 21 to its ratio to z.
  private static func logGammaNearTwo(_ z: Double) -> Double {
    var sum = 1.4963573191192003e-08
    sum = sum * z - 3.1314285360886705e-08
    sum = sum * z + 4.509983567521808e-08
    sum = sum * z - 9.501416425423385e-08
    sum = sum * z + 2.129692727315228e-07
    sum = sum * z - 4.511181191016309e-07
    sum = sum * z + 9.549510392959532e-07
    sum = sum * z - 2.0388192484564222e-06
    sum = sum * z + 4.374892520636031e-06
    sum = sum * z - 9.439541921024715e-06
    sum = sum * z + 2.05072105479096e-05
    sum = sum * z - 4.492623209360517e-05
    sum = sum * z + 9.945751290176889e-05
    sum = sum * z - 0.00022315475870367355
    sum = sum * z + 0.0005096695247392805
    sum = sum * z - 0.0011927539116954181
    sum = sum * z + 0.0028905103307415836
    sum = sum * z - 0.0073855510286741114
    sum = sum * z + 0.020580808427784546
    sum = sum * z - 0.06735230105319809
    sum = sum * z + 0.3224670334241132
    sum = sum * z + 0.42278433509846713
    return sum * z
  }
}
