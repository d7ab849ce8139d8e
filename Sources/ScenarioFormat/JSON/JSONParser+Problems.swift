import TraffickingModel

/// What to say of bytes that are not JSON.
extension JSONParser {
  /// An error at the current position, or at another.
  func error(
    _ found: String, allowed: String, hint: String? = nil, at place: SourceLocation? = nil
  ) -> ScenarioError {
    let tokens = path.map { step in
      switch step {
      case .key(let key): key
      case .index(let index): String(index)
      }
    }
    return ScenarioError(
      ScenarioProblem(
        location: place ?? location, pointer: JSONPointer(tokens: tokens).description,
        found: found, allowed: allowed, hint: hint))
  }

  /// A byte as a quoted character.
  func character(_ byte: UInt8) -> String { "\"\(Character(Unicode.Scalar(byte)))\"" }

  /// The end of the word (letters, digits, `_`, `$`, `-`) that begins at an index.
  func wordEnd(from start: Int) -> Int {
    var end = start
    while end < bytes.count {
      switch bytes[end] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "$"),
        UInt8(ascii: "-"):
        end += 1
      default: return end
      }
    }
    return end
  }

  /// The word at the current position, cut to a printable length; empty when there is none.
  private var word: String {
    let end = min(wordEnd(from: position), position + 60)
    return String(decoding: bytes[position..<end], as: UTF8.self)
  }

  /// What stands at the current position, in words.
  func nextThing() -> String {
    guard let byte = next else { return "the end of the file" }
    if !word.isEmpty { return quoted(word) }
    if byte < 0x20 || byte == 0x7F { return "the control byte 0x\(hexadecimal(byte))" }
    if byte < 0x80 { return character(byte) }
    guard let length = scalarLength(at: position) else {
      return "the byte 0x\(hexadecimal(byte)), which is not UTF-8"
    }
    return quoted(String(decoding: bytes[position..<position + length], as: UTF8.self))
  }

  func notUTF8() -> ScenarioError {
    error(
      "found the byte 0x\(hexadecimal(bytes[position])), which is not UTF-8 here",
      allowed: "well-formed UTF-8", hint: "save the file as UTF-8")
  }

  func notAValue() -> ScenarioError {
    let allowed = "a value: an object, an array, a string, a number, true, false or null"
    let hint: String? =
      switch word {
      case "NaN", "nan", "Infinity", "inf", "Inf": "JSON has no such number: leave the value out"
      case "True", "TRUE": "write true"
      case "False", "FALSE": "write false"
      case "None", "nil", "undefined", "NULL", "Null": "write null, or leave the key out"
      case "":
        switch next {
        case UInt8(ascii: ","): "remove the comma, or write the value that is missing"
        case UInt8(ascii: "+"): "remove the plus sign"
        case UInt8(ascii: "."): "write a digit before the point, e.g. 0.5"
        default: commonHint()
        }
      default: "put a string in double quotation marks"
      }
    return error("found \(nextThing())", allowed: allowed, hint: hint)
  }

  func notAKey(objectStart: SourceLocation) -> ScenarioError {
    let hint: String? =
      if next == nil {
        "the object that begins at \(place(objectStart)) is not closed"
      } else if word.isEmpty {
        next == UInt8(ascii: ",") ? "remove this comma" : commonHint()
      } else {
        "put the key in double quotation marks"
      }
    return error("found \(nextThing())", allowed: "a key in double quotation marks", hint: hint)
  }

  func missingColon(after key: String) -> ScenarioError {
    let hint =
      next == UInt8(ascii: "=") ? "write a colon instead" : commonHint()
    return error(
      "found \(nextThing()) after the key \(quoted(key))", allowed: "a colon", hint: hint)
  }

  func duplicate(
    _ key: String, at keyLocation: SourceLocation, earlier: SourceLocation
  ) -> ScenarioError {
    error(
      "found the key \(quoted(key)) a second time; the first is at \(place(earlier))",
      allowed: "each key once in an object", hint: "remove or rename one of the two",
      at: keyLocation)
  }

  func notASeparator(
    _ closer: UInt8, of kind: String, from start: SourceLocation
  ) -> ScenarioError {
    let hint: String? =
      switch next {
      case nil: "the \(kind) that begins at \(place(start)) is not closed"
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        "the \(kind) that begins at \(place(start)) is closed by \(character(closer))"
      case UInt8(ascii: ";"): "write a comma instead"
      case UInt8(ascii: ":"): kind == "array" ? "keys belong in an object { ... }" : nil
      default: commonHint() ?? "is a comma missing?"
      }
    return error(
      "found \(nextThing())", allowed: "a comma or the closing \(character(closer))", hint: hint)
  }

  /// What to say of something after the end of the document.
  func stray(after node: JSONNode) -> String? {
    if node.value.isScalar { return "put several values in an array [ ... ]" }
    if next == UInt8(ascii: "}") || next == UInt8(ascii: "]") { return "a bracket too many?" }
    return commonHint()
  }

  /// A hint that fits wherever such a character is met.
  func commonHint() -> String? {
    guard let byte = next else { return "is the file cut short?" }
    switch byte {
    case UInt8(ascii: "/"), UInt8(ascii: "#"):
      return "JSON has no comments: put remarks into \"note\""
    case UInt8(ascii: "'"), UInt8(ascii: "`"):
      return "use double quotation marks"
    case 0:
      return "is this a text file, saved as UTF-8?"
    case 0x80...:
      guard let length = scalarLength(at: position) else { return "save the file as UTF-8" }
      switch String(decoding: bytes[position..<position + length], as: UTF8.self) {
      case "\u{201C}", "\u{201D}", "\u{201E}", "\u{2018}", "\u{2019}", "\u{AB}", "\u{BB}":
        return "use straight double quotation marks"
      case "\u{A0}", "\u{FEFF}", "\u{200B}", "\u{202F}", "\u{2028}", "\u{2029}":
        return "remove this invisible character or replace it with a plain space"
      default:
        return nil
      }
    default:
      return nil
    }
  }

  func controlCharacter(opening: SourceLocation) -> ScenarioError {
    switch bytes[position] {
    case 0x0A, 0x0D:
      error(
        "found a line break inside a string", allowed: "a closing quotation mark on the same line",
        hint:
          "the string begins at \(place(opening)); write \\n for a line break inside a string")
    case 0x09:
      error("found a tab inside a string", allowed: "printable characters", hint: "write \\t")
    default:
      error(
        "found the control byte 0x\(hexadecimal(bytes[position])) inside a string",
        allowed: "printable characters",
        hint: "write \\u00\(hexadecimal(bytes[position]))")
    }
  }

  /// Refuses the byte order marks and zero bytes of UTF-8, UTF-16 and UTF-32.
  func refuseOtherEncodings() throws(ScenarioError) {
    let head = Array(bytes.prefix(4))
    let encoding: String? =
      if head.starts(with: [0xEF, 0xBB, 0xBF]) {
        "a byte order mark"
      } else if head == [0xFF, 0xFE, 0, 0] || head == [0, 0, 0xFE, 0xFF] {
        "UTF-32"
      } else if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) {
        "UTF-16"
      } else if head.count == 4, head[0] == 0 || head[1] == 0 {
        // The first two characters of a JSON text are ASCII (RFC 4627, section 3).
        head[0] == 0 && head[1] == 0 || head[2] == 0 && head[3] == 0 ? "UTF-32" : "UTF-16"
      } else {
        nil
      }
    guard let encoding else { return }
    throw error(
      "found \(encoding) at the beginning of the file", allowed: "UTF-8 without byte order mark",
      hint: "save the file as \"UTF-8\", not \"UTF-8 with BOM\" or \"Unicode\"")
  }

  private func place(_ location: SourceLocation) -> String {
    "\(location.line):\(location.column)"
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }
}
