extension Portable {
  /// `base` to the power `exponent`, for a base that is not negative.
  ///
  /// Relative error below (1 + |exponent log(base)| / 25) units in the last place: the logarithm is
  /// carried in two parts, or large exponents would cost hundreds. A negative base gives NaN
  /// whatever the exponent, except that anything to the power 0 is 1. About 30 ns.
  public static func power(_ base: Double, _ exponent: Double) -> Double {
    if exponent == 0 || base == 1 { return 1 }
    guard base >= 0, !exponent.isNaN else { return .nan }
    if base == 0 { return exponent > 0 ? 0 : .infinity }
    if base == .infinity { return exponent > 0 ? .infinity : 0 }
    let (upper, lower) = logInTwoParts(base)
    let product = exponent * upper
    guard product.magnitude < 746 else { return exp(product) }
    let remainder = productError(exponent, upper, product) + exponent * lower
    let result = exp(product)
    return result < .infinity ? result + result * remainder : result
  }

  /// The logarithm of a positive finite number as an unevaluated sum of two doubles.
  ///
  /// Relative error about 3e-18.
  static func logInTwoParts(_ x: Double) -> (upper: Double, lower: Double) {
    let isSubnormal = x < 0x1p-1022
    let shifted = (isSubnormal ? x * 0x1p54 : x).bitPattern &- 0x3FE6_A09E_667F_3BCD
    let fraction = Double(
      bitPattern: (shifted & 0x000F_FFFF_FFFF_FFFF) &+ 0x3FE6_A09E_667F_3BCD)
    let k = Double((Int64(bitPattern: shifted) &>> 52) - (isSubnormal ? 54 : 0))

    // s = (fraction - 1) / (fraction + 1) in two parts.
    let f = fraction - 1
    let (denominator, denominatorLost) = exactSum(1, fraction)
    let s = f / denominator
    let product = s * denominator
    let productLost = productError(s, denominator, product)
    let sLower = (((f - product) - productLost) - s * denominatorLost) / denominator

    let square = s * s
    let cubicAndOn = s * (square * logSeries(square))
    let (first, firstLost) = exactSum(k * logTwoUpper, 2 * s)
    let (upper, upperLost) = exactSum(first, cubicAndOn)
    let lower = firstLost + upperLost + (2 * sLower + k * logTwoLower)
    // The lower part of k log 2 reaches into the upper; a last sum puts it there.
    let (settled, settledLost) = exactSum(upper, lower)
    return (settled, settledLost)
  }

  /// The rounded sum of two numbers and what rounding lost, exactly (Knuth's two-sum).
  package static func exactSum(_ a: Double, _ b: Double) -> (sum: Double, lost: Double) {
    let sum = a + b
    let partOfB = sum - a
    return (sum, (a - (sum - partOfB)) + (b - partOfB))
  }

  /// What rounding lost in `product`, the rounded product of `a` and `b`, exactly (Dekker 1971).
  ///
  /// A fused multiply-add would give it in one operation, but is a slow library call on processors
  /// that lack the instruction.
  static func productError(_ a: Double, _ b: Double, _ product: Double) -> Double {
    let splitter = 0x1.0000002p27
    let aScaled = splitter * a
    let aUpper = aScaled - (aScaled - a)
    let aLower = a - aUpper
    let bScaled = splitter * b
    let bUpper = bScaled - (bScaled - b)
    let bLower = b - bUpper
    return ((aUpper * bUpper - product) + aUpper * bLower + aLower * bUpper) + aLower * bLower
  }
}
