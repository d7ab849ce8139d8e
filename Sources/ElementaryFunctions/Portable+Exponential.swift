extension Portable {
  /// e to the power `x`.
  ///
  /// Error below 1 unit in the last place, subnormal results included. Infinite above
  /// 709.782712893384, zero below -745.1332191019412. About 8 ns.
  ///
  /// With k the integer nearest to x / log 2, e^x = 2^k e^r; r = x - k log 2 is formed from log 2
  /// in two parts and its own rounding error is carried along.
  @inlinable
  public static func exp(_ x: Double) -> Double {
    guard x.magnitude < 708 else { return expOfRare(x) }
    let (value, exponent) = expReduced(x)
    return Double(bitPattern: value.bitPattern &+ UInt64(bitPattern: exponent &<< 52))
  }

  /// e to the power `x` as a fraction between 0.7 and 1.42 times two to the power of an integer.
  ///
  /// For arguments up to 2^50 either way, far beyond the range of `exp`. Error below 1 unit in the
  /// last place, or about that of `x` itself where `x` is large.
  ///
  /// Four at a time, because the operations of one exponential have to wait for each other.
  @inlinable @inline(__always)
  public static func expInTwoParts(
    _ x: SIMD4<Double>
  ) -> (fraction: SIMD4<Double>, exponent: SIMD4<Double>) {
    let exponent = (x * 1.4426950408889634 + 0x1.8p52) - 0x1.8p52
    let upper = x - exponent * logTwoUpper
    let lower = exponent * logTwoLower
    let r = upper - lower
    let lost = (upper - r) - lower
    return (1 + (r + (lost + r * r * expSeries(r))), exponent)
  }

  /// e to the power `x`, less 1, accurate also where `x` is tiny.
  ///
  /// Error below 2 units in the last place.
  @inlinable
  public static func expMinusOne(_ x: Double) -> Double {
    guard x.magnitude > 0x1p-54 else { return x }
    if x > 40 { return exp(x) }
    if x < -40 { return -1 }
    let (r, lost, exponent) = expArgument(x)
    let part = r + (lost + r * r * expSeries(r))
    // 2^k e^r - 1 = 2^k (e^r - 1) + (2^k - 1), where the last bracket is exact or nearly so.
    let scale = Double(bitPattern: UInt64(bitPattern: (exponent &+ 1023) &<< 52))
    return scale * part + (scale - 1)
  }

  /// The remainder r of `x` by log 2, what r lost to rounding, and the integer quotient.
  @inlinable
  static func expArgument(_ x: Double) -> (r: Double, lost: Double, exponent: Int64) {
    // Adding 1.5 * 2^52 rounds to an integer, nearest and ties to even, and leaves it in the
    // lowest bits.
    let shifted = x * 1.4426950408889634 + 0x1.8p52
    let k = shifted - 0x1.8p52
    let upper = x - k * logTwoUpper
    let lower = k * logTwoLower
    let r = upper - lower
    let lost = (upper - r) - lower
    return (r, lost, Int64(bitPattern: shifted.bitPattern &- 0x4338_0000_0000_0000))
  }

  /// `x` as value * 2^exponent of its exponential, the value between 0.7 and 1.42.
  @inlinable
  static func expReduced(_ x: Double) -> (value: Double, exponent: Int64) {
    let (r, lost, exponent) = expArgument(x)
    return (1 + (r + (lost + r * r * expSeries(r))), exponent)
  }

  /// (e^r - 1 - r) / r² for |r| up to half of log 2.
  ///
  /// Our own fit of degree 10, relative error below 5e-18.
  @inlinable
  static func expSeries(_ r: Double) -> Double {
    let square = r * r
    let even =
      ((((2.0914686968086876e-09 * square + 2.75572736431103e-07) * square
        + 2.4801587325547743e-05) * square + 0.0013888888888883748) * square
        + 0.04166666666666667) * square + 0.5
    let odd =
      (((2.5105217004720745e-08 * square + 2.7557255400206422e-06) * square
        + 0.00019841269874820627) * square + 0.008333333333326136) * square
      + 0.1666666666666667
    return even + r * odd
  }

  /// The same for four remainders, operation by operation, so that the bits are the same.
  @inlinable @inline(__always)
  static func expSeries(_ r: SIMD4<Double>) -> SIMD4<Double> {
    let square = r * r
    var even = 2.0914686968086876e-09 * square + 2.75572736431103e-07
    even = even * square + 2.4801587325547743e-05
    even = even * square + 0.0013888888888883748
    even = even * square + 0.04166666666666667
    even = even * square + 0.5
    var odd = 2.5105217004720745e-08 * square + 2.7557255400206422e-06
    odd = odd * square + 0.00019841269874820627
    odd = odd * square + 0.008333333333326136
    odd = odd * square + 0.1666666666666667
    return even + r * odd
  }

  /// The exponential where the result is near or beyond the ends of the range, or not a number.
  @usableFromInline
  static func expOfRare(_ x: Double) -> Double {
    if x.isNaN { return x }
    if x > 709.782712893384 { return .infinity }
    if x < -745.1332191019412 { return 0 }
    let (value, exponent) = expReduced(x)
    let half = exponent / 2
    // The first product is exact, so the result is rounded once, also when it is subnormal.
    return value * powerOfTwo(half) * powerOfTwo(exponent - half)
  }

  /// 2 to the power `exponent`, which must lie in -1022...1023.
  static func powerOfTwo(_ exponent: Int64) -> Double {
    Double(bitPattern: UInt64(bitPattern: (exponent &+ 1023) &<< 52))
  }
}
