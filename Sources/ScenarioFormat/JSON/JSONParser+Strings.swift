import TraffickingModel

extension JSONParser {
  /// A string that begins at the current position with a quotation mark.
  mutating func string() throws(ScenarioError) -> String {
    let opening = location
    position += 1
    let start = position
    var resolved: [UInt8] = []
    /// Where the bytes begin that have not been copied to `resolved` yet.
    var pending = start
    while true {
      guard position - start <= JSONReader.stringLimit else {
        throw error(
          "found a string of more than \(JSONReader.stringLimit) bytes",
          allowed: "a string of at most \(JSONReader.stringLimit) bytes",
          hint: "is a closing quotation mark missing?", at: opening)
      }
      switch next {
      case nil:
        throw error(
          "found the end of the file inside a string", allowed: "a closing quotation mark",
          hint: "the string begins at \(opening.line):\(opening.column)")
      case UInt8(ascii: "\""):
        resolved.append(contentsOf: bytes[pending..<position])
        position += 1
        return String(decoding: resolved, as: UTF8.self)
      case UInt8(ascii: "\\"):
        resolved.append(contentsOf: bytes[pending..<position])
        try appendEscape(to: &resolved)
        pending = position
      case .some(0x00..<0x20):
        throw controlCharacter(opening: opening)
      case .some(0x20..<0x80):
        position += 1
      default:
        try skipMultibyteScalar()
      }
    }
  }

  /// Steps over an escape sequence and appends what it stands for.
  private mutating func appendEscape(to resolved: inout [UInt8]) throws(ScenarioError) {
    let start = location
    guard position + 1 < bytes.count else {
      position = bytes.count
      throw error(
        "found the end of the file inside a string", allowed: "a closing quotation mark",
        hint: nil)
    }
    switch bytes[position + 1] {
    case UInt8(ascii: "\""): resolved.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): resolved.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "/"): resolved.append(UInt8(ascii: "/"))
    case UInt8(ascii: "b"): resolved.append(0x08)
    case UInt8(ascii: "f"): resolved.append(0x0C)
    case UInt8(ascii: "n"): resolved.append(0x0A)
    case UInt8(ascii: "r"): resolved.append(0x0D)
    case UInt8(ascii: "t"): resolved.append(0x09)
    case UInt8(ascii: "u"):
      resolved.append(contentsOf: String(try unicodeEscape(from: start)).utf8)
      return
    default:
      position += 1
      let found = nextThing()
      throw error(
        "found a backslash before \(found)",
        allowed: #"one of \" \\ \/ \b \f \n \r \t \u00e9"#,
        hint: #"write \\ for a backslash"#, at: start)
    }
    position += 2
  }

  /// Steps over `\u00e9`, or the two of a surrogate pair.
  private mutating func unicodeEscape(
    from start: SourceLocation
  ) throws(ScenarioError) -> Unicode.Scalar {
    let first = try hexadecimalUnit(from: start)
    if let scalar = Unicode.Scalar(first) { return scalar }
    if first < 0xDC00, next == UInt8(ascii: "\\"), position + 1 < bytes.count,
      bytes[position + 1] == UInt8(ascii: "u")
    {
      let second = try hexadecimalUnit(from: location)
      if (0xDC00..<0xE000).contains(second) {
        let value = 0x10000 + ((first - 0xD800) << 10 | (second - 0xDC00))
        if let scalar = Unicode.Scalar(value) { return scalar }
      }
    }
    throw error(
      "found half of a surrogate pair, \\u\(String(first, radix: 16))",
      allowed: "a high surrogate (d800 to dbff) followed at once by a low one (dc00 to dfff)",
      hint: "write the character itself", at: start)
  }

  /// Steps over `\u00e9` and gives the number.
  private mutating func hexadecimalUnit(
    from start: SourceLocation
  ) throws(ScenarioError) -> UInt32 {
    var unit: UInt32 = 0
    for index in position + 2..<position + 6 {
      let digit = index < bytes.count ? Self.hexadecimalDigit(bytes[index]) : nil
      guard let digit else {
        throw error(
          #"found \u without four hexadecimal digits"#,
          allowed: #"\u and four digits, e.g. \u00e9"#,
          hint: #"write \\ for a backslash"#, at: start)
      }
      unit = unit << 4 | digit
    }
    position += 6
    return unit
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// Steps over one scalar of two to four bytes.
  private mutating func skipMultibyteScalar() throws(ScenarioError) {
    guard let length = scalarLength(at: position) else { throw notUTF8() }
    position += length
  }

  /// The number of bytes of the well-formed scalar at an index, or nil when there is none.
  ///
  /// Unicode 15, table 3-7: no overlong form, no surrogate, nothing beyond U+10FFFF.
  func scalarLength(at index: Int) -> Int? {
    func isContinuation(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      index + offset < bytes.count && range.contains(bytes[index + offset])
    }
    let second: ClosedRange<UInt8>
    let length: Int
    switch bytes[index] {
    case 0x00...0x7F: return 1
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard isContinuation(1, second), (2..<max(length, 2)).allSatisfy({ isContinuation($0) })
    else { return nil }
    return length
  }
}
