/// Writes numbers for people, and for files.
///
/// Text for people is rounded in decimal, on the shortest digits that read back as the number, a
/// half away from zero: 2.675 is shown as 2.68, as anyone who sees 2.675 expects. No locale has a
/// say: a point before the decimals, a comma between groups of three digits.
public enum NumberText {
  /// A whole number with a comma between groups of three digits.
  public static func count(_ value: Int) -> String {
    let digits = Array(value.magnitude.description)
    var text = value < 0 ? "-" : ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
  }

  /// A number of things in words: `1 agency`, `2 agencies`.
  ///
  /// - Parameters:
  ///   - one: what stands behind 1.
  ///   - many: what stands behind any other number.
  public static func count(_ value: Int, _ one: String, _ many: String) -> String {
    "\(count(value)) \(value == 1 ? one : many)"
  }

  /// A number with a fixed number of decimals: `1,234.50`.
  ///
  /// Numbers that are not finite read as for `significant`.
  public static func fixed(_ value: Double, decimals: Int) -> String {
    precondition(decimals >= 0)
    if let word = wordIfNotFinite(value) { return word }
    return DecimalDigits(value).rounded(decimals: decimals).text(decimals: decimals)
  }

  /// A number with at least so many significant digits: `1,235`, `12.3`, `0.0456`.
  ///
  /// Digits in front of the decimal point are never rounded away, so three digits of 1234.5 are
  /// `1,235`. Zeros behind the point are kept (`12.0`), since they say how exact a number is. Zero
  /// is `0`. Below 0.00001 and from 10^15 the form is `1.23e-7`. A number that is not finite reads
  /// `not a number`, `infinity` or `-infinity`.
  public static func significant(_ value: Double, digits: Int = 3) -> String {
    if let word = wordIfNotFinite(value) { return word }
    return text(of: DecimalDigits(value), digits: digits)
  }

  /// A share as a percentage, with at least so many significant digits: 0.1234 is `12.3%`.
  public static func percent(_ fraction: Double, digits: Int = 3) -> String {
    if let word = wordIfNotFinite(fraction) { return word }
    return text(of: DecimalDigits(fraction).shifted(by: 2), digits: digits) + "%"
  }

  /// A share as a percentage with a fixed number of decimals: 0.1234 is `12.3%`.
  public static func percent(_ fraction: Double, decimals: Int) -> String {
    if let word = wordIfNotFinite(fraction) { return word }
    let value = DecimalDigits(fraction).shifted(by: 2).rounded(decimals: decimals)
    return value.text(decimals: decimals) + "%"
  }

  private static func wordIfNotFinite(_ value: Double) -> String? {
    if value.isFinite { return nil }
    if value.isNaN { return "not a number" }
    return value < 0 ? "-infinity" : "infinity"
  }

  private static func text(of value: DecimalDigits, digits: Int) -> String {
    precondition(digits >= 1)
    if value.isZero { return "0" }
    let rounded = value.rounded(significant: max(digits, value.exponent))
    if rounded.exponent < -4 || rounded.exponent > 15 {
      let short = value.rounded(significant: digits)
      let power = short.exponent - 1
      return short.shifted(by: -power).text(decimals: digits - 1) + "e\(power)"
    }
    return rounded.text(decimals: max(0, digits - rounded.exponent))
  }
}
