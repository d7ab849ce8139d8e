/// A JSON value to be written: members keep their order, and the same value gives the same bytes.
///
/// RFC 8259. Literals of the language stand for values, so that a document reads like the file:
/// `["name": "seizures", "rows": 12]`.
public indirect enum JSONText: Sendable {
  /// The value `null`.
  case null
  /// The values `true` and `false`.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A finite number, written with the fewest digits that read back as the same number.
  case number(Double)
  /// A text.
  case string(String)
  /// Values in order.
  case array([JSONText])
  /// Members in the order to be written; that no key comes twice is for the caller to see to.
  case object([(key: String, value: JSONText)])

  /// The value over several lines, two spaces for each level, with a line feed at the end.
  ///
  /// A number that is not finite is a precondition, since JSON has none.
  public func rendered() -> String {
    var text = ""
    append(to: &text, margin: "\n")
    return text + "\n"
  }

  private func append(to text: inout String, margin: String) {
    switch self {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += "\(value)"
    case .number(let value): text += NumberText.shortest(value)
    case .string(let value): Self.append(value, to: &text)
    case .array(let values):
      Self.append(values, brackets: ("[", "]"), to: &text, margin: margin) { value, text, margin in
        value.append(to: &text, margin: margin)
      }
    case .object(let members):
      Self.append(members, brackets: ("{", "}"), to: &text, margin: margin) { member, text, margin in
        Self.append(member.key, to: &text)
        text += ": "
        member.value.append(to: &text, margin: margin)
      }
    }
  }

  private static func append<Element>(
    _ elements: [Element], brackets: (String, String), to text: inout String, margin: String,
    each: (Element, inout String, String) -> Void
  ) {
    text += brackets.0
    let inner = margin + "  "
    for (place, element) in elements.enumerated() {
      text += (place > 0 ? "," : "") + inner
      each(element, &text, inner)
    }
    text += (elements.isEmpty ? "" : margin) + brackets.1
  }

  private static func append(_ string: String, to text: inout String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\0"..<" ":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension JSONText: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByStringInterpolation,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// `nil` is `null`.
  public init(nilLiteral: ()) { self = .null }

  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .bool(value) }

  /// A whole number.
  public init(integerLiteral value: Int) { self = .integer(value) }

  /// A number.
  public init(floatLiteral value: Double) { self = .number(value) }

  /// A text.
  public init(stringLiteral value: String) { self = .string(value) }

  /// An array.
  public init(arrayLiteral elements: JSONText...) { self = .array(elements) }

  /// An object, its members in the order of the literal.
  public init(dictionaryLiteral elements: (String, JSONText)...) {
    self = .object(elements.map { (key: $0.0, value: $0.1) })
  }
}
