import TraffickingModel

extension JSONParser {
  /// A number that begins at the current position with a digit or a minus sign.
  mutating func number() throws(ScenarioError) -> JSONNumber {
    let start = position
    let end = numberEnd()
    guard end - start <= JSONReader.numberLimit else {
      throw error(
        "found a number of \(end - start) characters",
        allowed: "a number of at most \(JSONReader.numberLimit) characters")
    }
    let text = String(decoding: bytes[start..<end], as: UTF8.self)
    guard let form = numberForm(from: start, to: end) else { throw malformedNumber(text) }
    guard let double = Double(text), double.isFinite else {
      throw error(
        "found \(text), which is too large",
        allowed: "a number of magnitude below 1.8e308")
    }
    if double == 0, form.hasNonzeroDigit {
      throw error(
        "found \(text), which is too close to zero to be told from it",
        allowed: "0, or a number of magnitude at least 4.9e-324")
    }
    if form.isPlainInteger,
      double.magnitude > JSONNumber.exactIntegerLimit
        || (double.magnitude == JSONNumber.exactIntegerLimit && !isExactLimit(text))
    {
      throw error(
        "found \(text), which would be rounded",
        allowed: "a whole number from -9007199254740992 to 9007199254740992 (2^53)",
        hint: "write an exponent, e.g. 1e17, if rounding is meant")
    }
    position = end
    return JSONNumber(double: double, text: text)
  }

  /// 2^53 + 1 rounds to 2^53, so the limit itself is compared as text.
  private func isExactLimit(_ text: String) -> Bool {
    text == "9007199254740992" || text == "-9007199254740992"
  }

  /// The end of the run of characters that a person would take for one number.
  private func numberEnd() -> Int {
    var end = position
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "%"):
        end += 1
      default:
        return end
      }
    }
    return end
  }

  /// What the grammar of RFC 8259, section 6, says of the bytes, or nil when it refuses them.
  private func numberForm(
    from start: Int, to end: Int
  ) -> (isPlainInteger: Bool, hasNonzeroDigit: Bool)? {
    var index = start
    var hasNonzeroDigit = false
    func digitCount(from first: Int) -> Int {
      bytes[first..<end].prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }.count
    }
    func hasNonzero(_ range: Range<Int>) -> Bool {
      bytes[range].contains { $0 != UInt8(ascii: "0") }
    }
    if index < end, bytes[index] == UInt8(ascii: "-") { index += 1 }
    let whole = digitCount(from: index)
    guard whole == 1 || (whole > 1 && bytes[index] != UInt8(ascii: "0")) else { return nil }
    hasNonzeroDigit = hasNonzero(index..<index + whole)
    index += whole
    if index == end { return (true, hasNonzeroDigit) }
    if bytes[index] == UInt8(ascii: ".") {
      let fraction = digitCount(from: index + 1)
      guard fraction > 0 else { return nil }
      hasNonzeroDigit = hasNonzeroDigit || hasNonzero(index + 1..<index + 1 + fraction)
      index += 1 + fraction
    }
    if index < end, bytes[index] | 0x20 == UInt8(ascii: "e") {
      index += 1
      if index < end, bytes[index] == UInt8(ascii: "+") || bytes[index] == UInt8(ascii: "-") {
        index += 1
      }
      let exponent = digitCount(from: index)
      guard exponent > 0 else { return nil }
      index += exponent
    }
    return index == end ? (false, hasNonzeroDigit) : nil
  }

  private func malformedNumber(_ text: String) -> ScenarioError {
    let digits = text.drop { $0 == "-" }
    let hint: String? =
      if text.hasSuffix("%") {
        "write a fraction of 1: 5 % is 0.05"
      } else if text.contains("_") {
        "write the digits without separators"
      } else if digits.hasPrefix("0x") || digits.hasPrefix("0X") {
        "write the number in decimal digits"
      } else if digits.hasPrefix("0"), digits.dropFirst().first?.isWholeNumber == true {
        "remove the leading zero"
      } else if digits.first == "." {
        "write a digit before the point, e.g. 0.5"
      } else if digits.hasSuffix(".") || text.contains(".e") || text.contains(".E") {
        "write a digit after the point, e.g. 5.0"
      } else if digits.lowercased().hasPrefix("inf") {
        "JSON has no infinity: leave the value out, or write a large number"
      } else if text.split(separator: "-").count == 3, !text.contains("e") {
        "put a date in quotation marks"
      } else if let unit = text.last, unit.isLetter, !text.hasSuffix("e"), !text.hasSuffix("E") {
        "write the number without a unit"
      } else {
        nil
      }
    return error(
      "found \(quoted(text)), which is not a number",
      allowed: "a number such as 12, -0.5 or 1.5e3", hint: hint)
  }
}
