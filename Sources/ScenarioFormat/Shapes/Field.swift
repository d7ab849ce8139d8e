/// One key of an object: its name, its shape and what it means.
public struct Field: Sendable, Equatable {
  /// The key.
  public var name: String
  /// What its value may look like.
  public var shape: Shape
  /// Whether an object without it is refused.
  public var isRequired: Bool
  /// What it means, in one sentence; becomes the description in the JSON Schema.
  public var summary: String

  /// A key of an object.
  public init(_ name: String, _ shape: Shape, isRequired: Bool, summary: String) {
    self.name = name
    self.shape = shape
    self.isRequired = isRequired
    self.summary = summary
  }

  /// A key that must be present.
  public static func required(_ name: String, _ shape: Shape, _ summary: String) -> Field {
    Field(name, shape, isRequired: true, summary: summary)
  }

  /// A key that may be absent.
  public static func optional(_ name: String, _ shape: Shape, _ summary: String) -> Field {
    Field(name, shape, isRequired: false, summary: summary)
  }
}
