/// One of the words that a choice allows.
public struct Choice: Sendable, Equatable {
  /// The word.
  public var value: String
  /// What it means, in one line.
  public var summary: String

  /// A word and what it means.
  public init(_ value: String, _ summary: String) {
    self.value = value
    self.summary = summary
  }
}
