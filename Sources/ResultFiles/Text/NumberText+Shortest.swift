extension NumberText {
  /// The fewest digits that read back as the same number, for files.
  ///
  /// Whole numbers have no decimals (`12`), and an exponent has neither a plus sign nor zeros in
  /// front (`1e16`, `1.5e-7`). Negative zero is written `0`: the sign of a zero means nothing in a
  /// result. Every form is a number of JSON and of every reader of CSV. A number that is not finite
  /// is a precondition.
  public static func shortest(_ value: Double) -> String {
    var bytes: [UInt8] = []
    appendShortest(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the shortest form to bytes, without making a string for a whole number.
  static func appendShortest(_ value: Double, to bytes: inout [UInt8]) {
    precondition(value.isFinite, "a number in a file must be finite")
    // Below 2^53 in magnitude every whole number is exact, and its digits are the shortest form.
    if value.magnitude < 0x1p53, value == value.rounded(.towardZero) {
      append(Int(value), to: &bytes)
      return
    }
    let start = bytes.count
    bytes.append(contentsOf: value.description.utf8)
    shorten(&bytes, from: start)
  }

  /// Rewrites a description of the standard library in the form of `shortest`, in its place.
  private static func shorten(_ bytes: inout [UInt8], from start: Int) {
    let end = bytes.count
    if bytes[end - 2] == UInt8(ascii: "."), bytes[end - 1] == UInt8(ascii: "0") {
      bytes.removeLast(2)
      return
    }
    // An exponent has a sign and two or three digits: `e+16`, `e-05`, `e-308`.
    let search = max(start, end - 5)..<end
    guard let mark = bytes[search].firstIndex(of: UInt8(ascii: "e")) else { return }
    let isNegative = bytes[mark + 1] == UInt8(ascii: "-")
    let power = bytes[(mark + 2)...].drop { $0 == UInt8(ascii: "0") }
    let exponent = (isNegative ? [UInt8(ascii: "-")] : []) + power
    bytes.replaceSubrange((mark + 1)..., with: exponent)
  }

  /// Appends a whole number in decimal.
  static func append(_ value: Int, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    var rest = value.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0
    var (low, high) = (start, bytes.count - 1)
    while low < high {
      bytes.swapAt(low, high)
      low += 1
      high -= 1
    }
  }
}
