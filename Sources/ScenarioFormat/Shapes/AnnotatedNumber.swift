/// The object that may stand wherever a number does: `{"value": 1344, "low": 1206, ...}`.
enum AnnotatedNumber {
  /// The keys that it may have.
  static let keys = ["value", "low", "high", "distribution", "source", "note"]

  /// The keys that tell it from an object of another shape.
  static let tellingKeys = ["value", "low", "high", "distribution"]

  /// Whether a node is meant as a plain or annotated number.
  static func stands(for node: JSONNode) -> Bool {
    switch node.value {
    case .number: true
    case .object(let object): tellingKeys.contains(where: object.contains)
    case .null, .bool, .string, .array: false
    }
  }

  /// The value of a plain or annotated number, or nil when the node is neither.
  static func value(of node: JSONNode) -> Double? {
    (node.number ?? node["value"]?.number)?.double
  }
}
