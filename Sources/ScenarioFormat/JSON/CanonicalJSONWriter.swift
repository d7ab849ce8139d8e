/// Writes canonical JSON into a growing array of bytes.
struct CanonicalJSONWriter {
  private(set) var bytes: [UInt8] = []

  /// Writes a node of which the first character lands in `column` (0-based).
  ///
  /// `following` characters, a comma or none, come after it on its last line.
  mutating func write(_ node: JSONNode, column: Int, following: Int, indentation: Int) {
    if mayStandOnOneLine(node) {
      let start = bytes.count
      writeOnOneLine(node)
      if node.value.isScalar || scalarCount(from: start) + column + following <= width { return }
      bytes.removeSubrange(start...)
    }
    switch node.value {
    case .array(let elements):
      writeLines(elements.map { (nil, $0) }, brackets: ("[", "]"), indentation: indentation)
    case .object(let object):
      writeLines(
        object.members.map { ($0.key, $0.node) }, brackets: ("{", "}"), indentation: indentation)
    case .null, .bool, .number, .string:
      writeOnOneLine(node)
    }
  }

  /// Writes a node without any line break.
  mutating func writeOnOneLine(_ node: JSONNode) {
    switch node.value {
    case .null: append("null")
    case .bool(let bool): append(bool ? "true" : "false")
    case .number(let number): append(JSONNumber.shortestText(number.double))
    case .string(let string): writeString(string)
    case .array(let elements):
      append("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { append(", ") }
        writeOnOneLine(element)
      }
      append("]")
    case .object(let object):
      append("{")
      for (index, member) in object.members.enumerated() {
        if index > 0 { append(", ") }
        writeString(member.key)
        append(": ")
        writeOnOneLine(member.node)
      }
      append("}")
    }
  }

  private var width: Int { CanonicalJSON.lineWidth }

  private mutating func writeLines(
    _ items: [(key: String?, node: JSONNode)], brackets: (String, String), indentation: Int
  ) {
    append(brackets.0)
    let inner = indentation + 2
    for (index, item) in items.enumerated() {
      let isLast = index == items.count - 1
      append("\n")
      bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: inner))
      let start = bytes.count
      if let key = item.key {
        writeString(key)
        append(": ")
      }
      write(
        item.node, column: inner + scalarCount(from: start), following: isLast ? 0 : 1,
        indentation: inner)
      if !isLast { append(",") }
    }
    append("\n")
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indentation))
    append(brackets.1)
  }

  /// Scalars, containers of scalars, and a chain of single-membered containers around those.
  private func mayStandOnOneLine(_ node: JSONNode) -> Bool {
    var node = node
    while true {
      let children: [JSONNode]
      switch node.value {
      case .null, .bool, .number, .string: return true
      case .array(let elements): children = elements
      case .object(let object):
        // Longer than this cannot fit, and need not be looked through.
        guard object.count <= width else { return false }
        children = object.members.map(\.node)
      }
      guard children.count <= width else { return false }
      if children.allSatisfy(\.value.isScalar) { return true }
      guard children.count == 1 else { return false }
      node = children[0]
    }
  }

  /// Unicode scalars written since a position.
  private func scalarCount(from start: Int) -> Int {
    bytes[start...].reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) }
  }

  private mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
  }

  /// Writes a string; only what RFC 8259 demands is escaped.
  private mutating func writeString(_ string: String) {
    append("\"")
    for byte in string.utf8 {
      switch byte {
      case UInt8(ascii: "\""): append("\\\"")
      case UInt8(ascii: "\\"): append("\\\\")
      case 0x08: append("\\b")
      case 0x09: append("\\t")
      case 0x0A: append("\\n")
      case 0x0C: append("\\f")
      case 0x0D: append("\\r")
      case 0x00..<0x20:
        append(byte < 0x10 ? "\\u000" : "\\u00")
        append(String(byte, radix: 16))
      default: bytes.append(byte)
      }
    }
    append("\"")
  }
}
