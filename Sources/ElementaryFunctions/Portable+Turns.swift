extension Portable {
  /// The cosine of the fraction `part` / `whole` of a full turn, cos(2π part / whole).
  ///
  /// For any `part` and a `whole` in 1...2^50, anything else is a programming error. Error below
  /// 0.8 units in the last place; multiples of a quarter turn give exactly 0 and ±1.
  ///
  /// The angle is reduced to an eighth of a turn in integers, so nothing is lost however many turns
  /// it makes, and carried in two parts.
  public static func cosineOfTurns(_ part: Int, of whole: Int) -> Double {
    let (eighth, angle, lower) = reducedTurns(part, of: whole)
    switch eighth {
    case 0, 7: return cosineOfSmall(angle, lower)
    case 1, 6: return sineOfSmall(angle, lower)
    case 2, 5: return 0 - sineOfSmall(angle, lower)
    default: return -cosineOfSmall(angle, lower)
    }
  }

  /// The sine of the fraction `part` / `whole` of a full turn, sin(2π part / whole).
  ///
  /// Domain, error and method are those of ``cosineOfTurns(_:of:)``.
  public static func sineOfTurns(_ part: Int, of whole: Int) -> Double {
    let (eighth, angle, lower) = reducedTurns(part, of: whole)
    switch eighth {
    case 0, 3: return sineOfSmall(angle, lower)
    case 1, 2: return cosineOfSmall(angle, lower)
    case 4, 7: return 0 - sineOfSmall(angle, lower)
    default: return -cosineOfSmall(angle, lower)
    }
  }

  /// The eighth of a turn, 0 to 7, in which an angle lies, and its distance from the nearest
  /// multiple of a quarter turn in radians, 0 to π/4, as the sum of two doubles.
  private static func reducedTurns(
    _ part: Int, of whole: Int
  ) -> (eighth: Int, angle: Double, lower: Double) {
    precondition(whole >= 1 && whole <= 1 << 50, "a turn has 1 to 2^50 parts, not \(whole)")
    let remainder = part % whole
    let inTurn = remainder < 0 ? remainder + whole : remainder
    let (eighth, rest) = (8 * inTurn).quotientAndRemainder(dividingBy: whole)
    let count = Double(eighth.isMultiple(of: 2) ? rest : whole - rest)
    let divisor = Double(whole)

    let ratio = count / divisor
    let product = ratio * divisor
    let ratioLower = ((count - product) - productError(ratio, divisor, product)) / divisor
    // π/4 in two parts.
    let angle = ratio * 0.7853981633974483
    let lower =
      productError(ratio, 0.7853981633974483, angle) + ratio * 3.061616997868383e-17
      + ratioLower * 0.7853981633974483
    return (eighth, angle, lower)
  }

  /// The sine of `angle` + `lower`, the first in 0...π/4, the second a rounding error of it.
  ///
  /// The Taylor series up to the 17th power; what is left out is below 1e-18 of the result.
  private static func sineOfSmall(_ angle: Double, _ lower: Double) -> Double {
    let square = angle * angle
    let series =
      ((((((2.8114572543455206e-15 * square - 7.647163731819816e-13) * square
        + 1.6059043836821613e-10) * square - 2.505210838544172e-08) * square
        + 2.7557319223985893e-06) * square - 0.0001984126984126984) * square
        + 0.008333333333333333) * square - 0.16666666666666666
    return angle + (angle * square * series + lower * (1 - 0.5 * square))
  }

  /// The cosine of `angle` + `lower`, the first in 0...π/4, the second a rounding error of it.
  ///
  /// The Taylor series up to the 16th power; what is left out is below 4e-18.
  private static func cosineOfSmall(_ angle: Double, _ lower: Double) -> Double {
    let square = angle * angle
    let series =
      (((((4.779477332387385e-14 * square - 1.1470745597729725e-11) * square
        + 2.08767569878681e-09) * square - 2.755731922398589e-07) * square
        + 2.48015873015873e-05) * square - 0.001388888888888889) * square + 0.041666666666666664
    let half = 0.5 * square
    let first = 1 - half
    return first + (((1 - first) - half) + (square * square * series - angle * lower))
  }
}
