/// The six kinds of JSON value (RFC 8259, section 3).
public enum JSONValue: Sendable, Equatable {
  /// The literal `null`.
  case null
  /// The literals `true` and `false`.
  case bool(Bool)
  /// A number that a `Double` can hold.
  case number(JSONNumber)
  /// A string of Unicode scalars.
  case string(String)
  /// An array.
  case array([JSONNode])
  /// An object, its members in file order.
  case object(JSONObject)
}

extension JSONValue {
  /// Whether this is neither an array nor an object.
  public var isScalar: Bool {
    switch self {
    case .null, .bool, .number, .string: true
    case .array, .object: false
    }
  }
}
