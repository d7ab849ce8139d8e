import ElementaryFunctions

/// A number from 0 up that may be far beyond the range of a floating-point number: a fraction times
/// a power of two.
///
/// Sums over paths need that range: a route of 10,000 USD/kg at a sensitivity of 0.1 weighs
/// `exp(-1000)`. Logarithms would do as well, but every sum of theirs costs an exponential for each
/// term and a logarithm.
package struct ScaledNumber: Sendable, BitwiseCopyable {
  /// Between 0.5 and 4, or anything for zero.
  var fraction: Double
  /// An integer; `-infinity` for zero.
  var exponent: Double

  static let zero = ScaledNumber(fraction: 1, exponent: -.infinity)
  static let one = ScaledNumber(fraction: 1, exponent: 0)

  /// e to the powers `x`. Beyond 2^50 either way, where a floating-point number has no digits left
  /// after the point, `x` counts as that; only minus infinity gives zero.
  @inline(__always)
  static func exp(_ x: SIMD4<Double>) -> (fraction: SIMD4<Double>, exponent: SIMD4<Double>) {
    let limited = x.clamped(
      lowerBound: SIMD4(repeating: -0x1p50), upperBound: SIMD4(repeating: 0x1p50))
    let (fraction, exponent) = Portable.expInTwoParts(limited)
    return (fraction, exponent.replacing(with: x, where: x .== -.infinity))
  }

  @inline(__always)
  static func * (left: ScaledNumber, right: ScaledNumber) -> ScaledNumber {
    ScaledNumber(
      fraction: left.fraction * right.fraction, exponent: left.exponent + right.exponent)
  }

  /// The number over two to the power `exponent`, 0 where that is smaller than 2^-1000. The number
  /// must not be larger than a floating-point number can be.
  @inline(__always)
  func over(powerOfTwo exponent: Double) -> Double {
    let difference = self.exponent - exponent
    guard difference > -1000 else { return 0 }
    // Adding 1.5 * 2^52 leaves the integer in the lowest bits; shifted, it is a power of two.
    let bits = (difference + (0x1.8p52 + 1023)).bitPattern
    return fraction * Double(bitPattern: bits &<< 52)
  }

  /// A positive normal number times two to the power `exponent`.
  @inline(__always)
  init(_ number: Double, timesPowerOfTwo exponent: Double) {
    let bits = number.bitPattern
    fraction = Double(bitPattern: bits & 0x000F_FFFF_FFFF_FFFF | 0x3FF0_0000_0000_0000)
    self.exponent = exponent + Double(Int64(bits &>> 52) &- 1023)
  }

  @inline(__always)
  init(fraction: Double, exponent: Double) {
    self.fraction = fraction
    self.exponent = exponent
  }

  /// The natural logarithm.
  package var logarithm: Double { Portable.log(fraction) + exponent * 0.6931471805599453 }
}
