/// A finite number as decimal digits, on which rounding is exact.
///
/// The value is 0.d₁d₂d₃… × 10^`exponent`, so `exponent` is the number of digits in front of the
/// decimal point. The digits are the fewest that read back as the same number, without zeros at
/// either end; zero has none.
package struct DecimalDigits: Equatable {
  private(set) var isNegative: Bool
  private(set) var digits: [UInt8]
  package private(set) var exponent: Int

  /// Takes the digits of a number; one that is not finite is a precondition.
  package init(_ value: Double) {
    precondition(value.isFinite, "only a finite number has digits")
    isNegative = value < 0
    digits = []
    exponent = 0
    var pointAfter: Int?
    var power = 0
    var parts = value.magnitude.description.utf8[...]
    if let mark = parts.firstIndex(of: UInt8(ascii: "e")) {
      let text = String(parts[parts.index(after: mark)...]) ?? ""
      power = Int(text) ?? 0
      parts = parts[..<mark]
    }
    for byte in parts {
      if byte == UInt8(ascii: ".") {
        pointAfter = digits.count
      } else {
        digits.append(byte - UInt8(ascii: "0"))
      }
    }
    exponent = (pointAfter ?? digits.count) + power
    trim()
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    let leading = digits.prefix { $0 == 0 }.count
    digits.removeFirst(leading)
    exponent = digits.isEmpty ? 0 : exponent - leading
    if digits.isEmpty { isNegative = false }
  }

  var isZero: Bool { digits.isEmpty }

  /// Multiplies by a power of ten, exactly.
  func shifted(by places: Int) -> DecimalDigits {
    var result = self
    if !isZero { result.exponent += places }
    return result
  }

  /// Rounds to a number of decimals, a half away from zero.
  func rounded(decimals: Int) -> DecimalDigits {
    rounded(keeping: exponent + decimals)
  }

  /// Rounds to a number of significant digits, a half away from zero.
  package func rounded(significant count: Int) -> DecimalDigits {
    rounded(keeping: count)
  }

  private func rounded(keeping count: Int) -> DecimalDigits {
    if count >= digits.count { return self }
    var result = self
    let roundsUp = count >= 0 && digits[count] >= 5
    result.digits = Array(digits.prefix(max(0, count)))
    if roundsUp {
      var place = result.digits.count - 1
      while place >= 0, result.digits[place] == 9 {
        result.digits[place] = 0
        place -= 1
      }
      if place >= 0 {
        result.digits[place] += 1
      } else {
        result.digits.insert(1, at: 0)
        result.exponent += 1
      }
    }
    result.trim()
    return result
  }

  /// The number with a fixed number of decimals and a comma between groups of three digits.
  ///
  /// Digits beyond the decimals are left out: round first.
  func text(decimals: Int, separator: String = ",") -> String {
    var whole = ""
    let wholeCount = max(exponent, 1)
    for place in 0..<wholeCount {
      if place > 0, (wholeCount - place) % 3 == 0 { whole += separator }
      whole += digit(at: exponent - wholeCount + place)
    }
    if decimals > 0 {
      whole += "."
      for place in 0..<decimals { whole += digit(at: exponent + place) }
    }
    return (isNegative ? "-" : "") + whole
  }

  private func digit(at place: Int) -> String {
    digits.indices.contains(place) ? "\(digits[place])" : "0"
  }
}
