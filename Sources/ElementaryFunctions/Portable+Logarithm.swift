extension Portable {
  /// The natural logarithm of `x`.
  ///
  /// Error below 1 unit in the last place. `log(0)` is negative infinity, a negative argument gives
  /// NaN. About 10 ns.
  ///
  /// The argument is split into 2^k (1 + f) with 1 + f between the square roots of 1/2 and 2, and
  /// log(1 + f) = 2 artanh(s), s = f / (2 + f), is summed as f - (f²/2 - s (f²/2 + s² g(s²))), so
  /// that the rounding errors of the small terms fall far below the last place of f (the
  /// arrangement of Ng's FDLIBM, 1993). The polynomial g is our own fit of degree 7.
  @inlinable
  public static func log(_ x: Double) -> Double {
    let bits = x.bitPattern
    // One unsigned comparison sends zero, subnormal, negative, infinite and NaN the slow way.
    guard bits &- 0x0010_0000_0000_0000 < 0x7FE0_0000_0000_0000 else { return logOfRare(x) }
    return logOfNormal(bits, exponentOffset: 0)
  }

  /// The natural logarithm of 1 + `x`, accurate also where `x` is tiny.
  ///
  /// Error below 2 units in the last place. Negative infinity at -1, NaN below it.
  @inlinable
  public static func logOnePlus(_ x: Double) -> Double {
    if x.magnitude < 0x1p-54 { return x }
    let sum = 1 + x
    guard sum > 0, sum < .infinity else { return log(sum) }
    // What the sum lost to rounding comes back through the derivative of the logarithm.
    let lost = x < 1 ? x - (sum - 1) : 1 - (sum - x)
    return log(sum) + lost / sum
  }

  /// log(1 + `x`) - `x`, accurate also where `x` is small and the two nearly cancel.
  ///
  /// Relative error below 8 units in the last place for `x` > -1. It is the exponent of a Poisson
  /// or gamma density seen from its mean.
  package static func logOnePlusMinusArgument(_ x: Double) -> Double {
    guard x > -0.29, x < 0.41 else { return logOnePlus(x) - x }
    let s = x / (2 + x)
    let square = s * s
    return s * (square * logSeries(square) - x)
  }

  /// The logarithm of a positive normal number given by its bits, times 2^`exponentOffset`.
  @inlinable
  static func logOfNormal(_ bits: UInt64, exponentOffset: Int64) -> Double {
    // Subtracting the bits of sqrt(1/2) puts the exponent of the nearest such cut on top.
    let shifted = bits &- 0x3FE6_A09E_667F_3BCD
    let exponent = Int64(bitPattern: shifted) &>> 52
    let fraction = Double(
      bitPattern: (shifted & 0x000F_FFFF_FFFF_FFFF) &+ 0x3FE6_A09E_667F_3BCD)
    let k = Double(exponent &+ exponentOffset)
    let f = fraction - 1
    let s = f / (2 + f)
    let square = s * s
    let halfSquare = 0.5 * f * f
    let small = s * (halfSquare + square * logSeries(square)) + k * logTwoLower
    return k * logTwoUpper - ((halfSquare - small) - f)
  }

  /// (2 artanh(s) / s - 2) / s² as a function of s², for |s| up to 0.1716.
  ///
  /// Our own fit, relative error below 6e-17. Even and odd terms apart shorten the chain of
  /// dependent operations.
  @inlinable
  static func logSeries(_ square: Double) -> Double {
    let fourth = square * square
    let even =
      ((0.13268759668560612 * fourth + 0.18181795630884753) * fourth + 0.2857142857080323) * fourth
      + 0.6666666666666666
    let odd =
      ((0.13086767009948175 * fourth + 0.15386240205813478) * fourth + 0.2222222239180047) * fourth
      + 0.4000000000000088
    return even + square * odd
  }

  /// The logarithm of an argument that is not a positive normal number.
  @usableFromInline
  static func logOfRare(_ x: Double) -> Double {
    if x == 0 { return -.infinity }
    guard x > 0 else { return .nan }
    if x == .infinity { return x }
    return logOfNormal((x * 0x1p54).bitPattern, exponentOffset: -54)
  }
}
