public import TraffickingModel

/// One JSON value together with the place in the file where it stands.
///
/// Two nodes are equal when their values are: locations and the order of members do not count, so
/// that a value read from a file equals the same value built by the program.
public struct JSONNode: Sendable {
  /// The value itself.
  public var value: JSONValue

  /// Where the value begins, or nil when the program built it.
  public var location: SourceLocation?

  /// Makes a node; a value built by the program has no location.
  public init(_ value: JSONValue, at location: SourceLocation? = nil) {
    self.value = value
    self.location = location
  }
}

extension JSONNode: Equatable {
  /// Whether both are the same JSON value, wherever they were written.
  public static func == (left: JSONNode, right: JSONNode) -> Bool {
    left.value == right.value
  }
}

extension JSONNode {
  /// The number, or nil when this is not a number.
  public var number: JSONNumber? {
    if case .number(let number) = value { number } else { nil }
  }

  /// The string, or nil when this is not a string.
  public var string: String? {
    if case .string(let string) = value { string } else { nil }
  }

  /// The boolean, or nil when this is not a boolean.
  public var bool: Bool? {
    if case .bool(let bool) = value { bool } else { nil }
  }

  /// The elements of the array, or nil when this is not an array.
  public var elements: [JSONNode]? {
    if case .array(let elements) = value { elements } else { nil }
  }

  /// The object, or nil when this is not an object.
  public var object: JSONObject? {
    if case .object(let object) = value { object } else { nil }
  }

  /// The value of the member with this key, or nil when there is none or this is not an object.
  public subscript(key: String) -> JSONNode? {
    object?[key]
  }

  /// The element at this index, or nil when there is none or this is not an array.
  public subscript(index: Int) -> JSONNode? {
    guard let elements, elements.indices.contains(index) else { return nil }
    return elements[index]
  }
}
