import OutputStatistics
import ResultFiles

extension NumberText {
  /// An estimate and the half-width of its interval: `12.34 ± 0.57`.
  ///
  /// Both have the decimals at which the half-width shows two significant digits, but no more than
  /// `maximumDecimals`: more of the estimate would be noise.
  public static func estimate(
    _ value: Double, halfWidth: Double, maximumDecimals: Int = 6, glyphs: Glyphs = .unicode
  ) -> String {
    let sign = glyphs == .unicode ? "±" : "+/-"
    guard value.isFinite, halfWidth.isFinite, halfWidth != 0 else {
      return significant(value, digits: 4) + " \(sign) " + significant(halfWidth, digits: 2)
    }
    let width = DecimalDigits(halfWidth).rounded(significant: 2)
    let decimals = min(max(0, 2 - width.exponent), maximumDecimals)
    return fixed(value, decimals: decimals) + " \(sign) " + fixed(halfWidth, decimals: decimals)
  }

  /// An estimate and its interval: with its half-width, or both ends where they do not lie evenly
  /// about it, as `0.012 (0.003 to 0.041)`; alone without an interval.
  public static func estimate(
    _ value: Double, _ interval: ConfidenceInterval?, glyphs: Glyphs = .unicode
  ) -> String {
    guard let interval else { return significant(value) }
    let middle = 0.5 * interval.lower + 0.5 * interval.upper
    if (middle - value).magnitude <= 1e-6 * interval.halfWidth {
      return estimate(value, halfWidth: interval.halfWidth, glyphs: glyphs)
    }
    let ends = [interval.lower, interval.upper].map { significant($0, digits: 2) }
    return "\(significant(value, digits: 2)) (\(ends[0]) to \(ends[1]))"
  }
}
