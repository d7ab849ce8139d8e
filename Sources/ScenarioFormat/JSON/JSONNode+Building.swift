/// Values built by the program: they have no location.
extension JSONNode {
  /// The JSON literal `null`.
  public static var null: JSONNode { JSONNode(.null) }

  /// An object with these members in this order; a repeated key is a programming error.
  public static func object(_ members: [(String, JSONNode)]) -> JSONNode {
    var object = JSONObject()
    for (key, node) in members {
      let earlier = object.append(JSONMember(key: key, node: node))
      precondition(earlier == nil, "the key \(key) is given twice")
    }
    return JSONNode(.object(object))
  }

  /// An array of these elements.
  public static func array(_ elements: [JSONNode]) -> JSONNode {
    JSONNode(.array(elements))
  }

  /// A finite number; NaN or an infinity is a programming error, for JSON has neither.
  public static func number(_ double: Double) -> JSONNode {
    JSONNode(.number(JSONNumber(double)))
  }

  /// A whole number of magnitude at most 2^53, the largest that every JSON reader keeps exactly.
  public static func number(_ integer: Int) -> JSONNode {
    JSONNode(.number(JSONNumber(integer)))
  }

  /// A string.
  public static func string(_ string: String) -> JSONNode {
    JSONNode(.string(string))
  }

  /// `true` or `false`.
  public static func bool(_ bool: Bool) -> JSONNode {
    JSONNode(.bool(bool))
  }
}

extension JSONNode: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// A string node from a string literal.
  public init(stringLiteral value: String) { self = .string(value) }

  /// A boolean node from a boolean literal.
  public init(booleanLiteral value: Bool) { self = .bool(value) }

  /// A number node from an integer literal.
  public init(integerLiteral value: Int) { self = .number(value) }

  /// A number node from a decimal literal.
  public init(floatLiteral value: Double) { self = .number(value) }

  /// An array node from an array literal.
  public init(arrayLiteral elements: JSONNode...) { self = .array(elements) }

  /// An object node from a dictionary literal, its members in the order written.
  public init(dictionaryLiteral elements: (String, JSONNode)...) { self = .object(elements) }
}
