/// A command line that works as it stands, and what it does.
public struct Example: Sendable, Equatable {
  /// The whole line as a person types it, such as `panj run scenarios/baseline.json --out base`.
  public var commandLine: String

  /// What the line does, in one sentence.
  public var purpose: String

  /// Pairs a command line with what it does.
  public init(_ commandLine: String, _ purpose: String) {
    self.commandLine = commandLine
    self.purpose = purpose
  }
}
