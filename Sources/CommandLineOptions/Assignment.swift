/// A `name=value` pair from the command line.
public struct Assignment: Sendable, Equatable {
  /// What stands before the first equals sign; never empty.
  public var name: String

  /// What stands after it; never empty, and may itself hold equals signs.
  public var value: String

  /// Pairs a name with a value.
  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}
