import TraffickingModel

/// One pass over the bytes of a document, by recursive descent of limited depth.
struct JSONParser {
  let bytes: [UInt8]
  let file: String
  /// The next byte to read.
  var position = 0
  /// The current line, from 1, and where it begins.
  var line = 1
  var lineStart = 0
  /// Keys and indices that lead to the value being read.
  var path: [PathStep] = []
  var valueCount = 0

  enum PathStep {
    case key(String)
    case index(Int)
  }

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// The whole document: one value with nothing but white space around it.
  mutating func document() throws(ScenarioError) -> JSONNode {
    try refuseOtherEncodings()
    skipWhiteSpace()
    guard position < bytes.count else {
      throw error(
        bytes.isEmpty ? "found an empty file" : "found nothing but white space",
        allowed: "one JSON value, as a rule an object { ... }")
    }
    let node = try value()
    skipWhiteSpace()
    guard position == bytes.count else {
      throw error(
        "found \(nextThing()) after the end of the document",
        allowed: "nothing after the value that is the document",
        hint: stray(after: node))
    }
    return node
  }

  /// The byte at the current position, or nil at the end.
  var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  /// Where the current position is, for a person.
  var location: SourceLocation {
    SourceLocation(file: file, line: line, column: position - lineStart + 1)
  }

  mutating func skipWhiteSpace() {
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\n"):
        position += 1
        line += 1
        lineStart = position
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"):
        position += 1
      default:
        return
      }
    }
  }

  /// A value that begins at the current position, which is not white space.
  private mutating func value() throws(ScenarioError) -> JSONNode {
    let start = location
    valueCount += 1
    guard valueCount <= JSONReader.valueLimit else {
      throw error(
        "found more than \(JSONReader.valueLimit) values",
        allowed: "at most \(JSONReader.valueLimit) values in a document")
    }
    switch next {
    case UInt8(ascii: "{"): return JSONNode(.object(try object(from: start)), at: start)
    case UInt8(ascii: "["): return JSONNode(.array(try array(from: start)), at: start)
    case UInt8(ascii: "\""): return JSONNode(.string(try string()), at: start)
    case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      return JSONNode(.number(try number()), at: start)
    case UInt8(ascii: "t") where skipWord("true"): return JSONNode(.bool(true), at: start)
    case UInt8(ascii: "f") where skipWord("false"): return JSONNode(.bool(false), at: start)
    case UInt8(ascii: "n") where skipWord("null"): return JSONNode(.null, at: start)
    default: throw notAValue()
    }
  }

  private mutating func object(from start: SourceLocation) throws(ScenarioError) -> JSONObject {
    try descend()
    var object = JSONObject()
    if isClosed(by: UInt8(ascii: "}")) { return object }
    while true {
      let keyLocation = location
      guard next == UInt8(ascii: "\"") else { throw notAKey(objectStart: start) }
      let key = try string()
      path.append(.key(key))
      if let earlier = object.member(key)?.keyLocation {
        throw duplicate(key, at: keyLocation, earlier: earlier)
      }
      skipWhiteSpace()
      guard next == UInt8(ascii: ":") else { throw missingColon(after: key) }
      position += 1
      skipWhiteSpace()
      let node = try value()
      object.append(JSONMember(key: key, keyLocation: keyLocation, node: node))
      path.removeLast()
      if try isLastItem(closer: UInt8(ascii: "}"), of: "object", from: start) { return object }
    }
  }

  private mutating func array(from start: SourceLocation) throws(ScenarioError) -> [JSONNode] {
    try descend()
    var elements: [JSONNode] = []
    if isClosed(by: UInt8(ascii: "]")) { return elements }
    while true {
      path.append(.index(elements.count))
      elements.append(try value())
      path.removeLast()
      if try isLastItem(closer: UInt8(ascii: "]"), of: "array", from: start) { return elements }
    }
  }

  /// Steps over an opening bracket, if the depth allows, and the white space after it.
  private mutating func descend() throws(ScenarioError) {
    guard path.count < JSONReader.depthLimit else {
      throw error(
        "found more than \(JSONReader.depthLimit) arrays and objects inside each other",
        allowed: "at most \(JSONReader.depthLimit) levels")
    }
    position += 1
    skipWhiteSpace()
  }

  /// Steps over the closing bracket of an empty container, if it is next.
  private mutating func isClosed(by closer: UInt8) -> Bool {
    guard next == closer else { return false }
    position += 1
    return true
  }

  /// Steps over the comma or closing bracket after an item, and says whether it closed.
  private mutating func isLastItem(
    closer: UInt8, of kind: String, from start: SourceLocation
  ) throws(ScenarioError) -> Bool {
    skipWhiteSpace()
    if isClosed(by: closer) { return true }
    guard next == UInt8(ascii: ",") else { throw notASeparator(closer, of: kind, from: start) }
    let comma = location
    position += 1
    skipWhiteSpace()
    guard next != closer else {
      throw error(
        "found a comma before the closing \(character(closer))",
        allowed: "a comma only between two items",
        hint: "remove this comma", at: comma)
    }
    return false
  }

  /// Steps over a literal, unless it is only the beginning of a longer word.
  private mutating func skipWord(_ word: StaticString) -> Bool {
    let end = position + word.utf8CodeUnitCount
    guard end <= bytes.count, wordEnd(from: position) == end,
      String(decoding: bytes[position..<end], as: UTF8.self) == word.description
    else { return false }
    position = end
    return true
  }
}
