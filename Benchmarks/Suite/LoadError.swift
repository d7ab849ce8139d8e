/// What a benchmark reads cannot be used: what it is and why, in one line.
public struct LoadError: Error, Sendable, CustomStringConvertible {
  /// The line.
  public let description: String

  /// An error.
  public init(_ description: String) { self.description = description }
}
