extension Portable {
  /// The natural logarithm of `x`.
  ///
  /// Error below 0.52 units in the last place. `log(0)` is negative infinity, a negative argument
  /// gives NaN. 15 ns from argument to result, 5 ns each where several overlap.
  ///
  /// The argument is split into 2^k times a fraction between the square roots of 1/2 and 2, and
  /// the fraction into F (1 + r), where F comes from a table, r is smaller than 1/200 and known
  /// exactly, and log(1 + r) is a polynomial (Tang, ACM TOMS 16 (1990) 378-400, with a short
  /// inverse of F in the table instead of a division). The sum of the leading terms and what it
  /// lost to rounding are both kept.
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
  @inline(__always)
  static func logOfNormal(_ bits: UInt64, exponentOffset: Int64) -> Double {
    // Subtracting the bits of sqrt(1/2) puts the exponent of the nearest such cut on top.
    let shifted = bits &- 0x3FE6_A09E_667F_3BCD
    let fractionBits = (shifted & 0x000F_FFFF_FFFF_FFFF) &+ 0x3FE6_A09E_667F_3BCD
    // The integer in the lowest bits of 1.5 * 2^52, less that: a conversion by the processor would
    // wait for whatever its target register held before.
    let exponent = (Int64(bitPattern: shifted) &>> 52) &+ exponentOffset
    let k = Double(bitPattern: UInt64(bitPattern: exponent) &+ 0x4338_0000_0000_0000) - 0x1.8p52

    let rounded = fractionBits &+ 0x0000_1000_0000_0000
    let segment = logarithmSegments[Int(truncatingIfNeeded: rounded &>> 45) &- 0x1_FF35]
    let middle = Double(bitPattern: rounded & 0xFFFF_E000_0000_0000)
    // The difference has 44 bits, its product with the 9 bits of the inverse 53: both are exact.
    let r =
      (Double(bitPattern: fractionBits) - middle) * segment.inverse + segment.excess
    let upper = k * logTwoUpper + segment.upper
    let lower = k * logTwoLower + segment.lower
    let sum = upper + r
    let lost = (upper - sum) + r
    return sum + ((lost + lower) + r * r * logSeriesOfOnePlus(r))
  }

  /// (log(1 + r) - r) / r² for |r| up to 0.0048.
  ///
  /// Our own fit of degree 5, error below 5e-19 relative to r. Pairs of terms shorten the chain of
  /// dependent operations.
  @inline(__always)
  private static func logSeriesOfOnePlus(_ r: Double) -> Double {
    let square = r * r
    return
      ((-0.5 + 0.3333333333333333 * r)
      + square * (-0.2499999999797771 + 0.19999999998202408 * r))
      + (square * square) * (-0.16667022187200461 + 0.14286030304097283 * r)
  }

  /// (2 artanh(s) / s - 2) / s² as a function of s², for |s| up to 0.1716.
  ///
  /// Our own fit, relative error below 6e-17. Even and odd terms apart shorten the chain of
  /// dependent operations.
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
  @inline(never)
  static func logOfRare(_ x: Double) -> Double {
    if x == 0 { return -.infinity }
    guard x > 0 else { return .nan }
    if x == .infinity { return x }
    return logOfNormal((x * 0x1p54).bitPattern, exponentOffset: -54)
  }
}
