public import TraffickingModel

/// One key of an object with its value, and where the key stands.
public struct JSONMember: Sendable {
  /// The key, with its escapes resolved.
  public var key: String

  /// Where the key begins, or nil when the program built the member.
  public var keyLocation: SourceLocation?

  /// The value.
  public var node: JSONNode

  /// Makes a member; one built by the program has no location.
  public init(key: String, keyLocation: SourceLocation? = nil, node: JSONNode) {
    self.key = key
    self.keyLocation = keyLocation
    self.node = node
  }
}
