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
}
