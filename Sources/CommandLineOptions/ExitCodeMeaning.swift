/// An exit code and what it tells the caller, for the help text.
public struct ExitCodeMeaning: Sendable, Equatable {
  /// The code the process ends with, 0 to 255.
  public var code: Int32

  /// What it means, in a few words.
  public var meaning: String

  /// Pairs an exit code with its meaning.
  public init(_ code: Int32, _ meaning: String) {
    self.code = code
    self.meaning = meaning
  }
}
