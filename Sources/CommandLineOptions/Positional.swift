/// An argument known by its place on the command line rather than by a name.
public struct Positional: Sendable, Equatable {
  /// How many words an argument takes.
  public enum Occurrence: Sendable, Equatable {
    /// Exactly one word.
    case one
    /// One word or none.
    case optional
    /// One word or more.
    case oneOrMore
    /// Any number of words, also none.
    case zeroOrMore
  }

  /// The name shown in help as `<name>` and used to read the value.
  public var name: String

  /// One sentence for the help text, without a final full stop.
  public var summary: String

  /// How many words the argument takes.
  public var occurrence: Occurrence

  /// Whether the shell should complete it with file names.
  public var isPath: Bool

  /// Describes a positional argument.
  public init(
    _ name: String, _ summary: String, occurrence: Occurrence = .one, isPath: Bool = false
  ) {
    self.name = name
    self.summary = summary
    self.occurrence = occurrence
    self.isPath = isPath
  }

  var isRequired: Bool { occurrence == .one || occurrence == .oneOrMore }

  var isRepeated: Bool { occurrence == .oneOrMore || occurrence == .zeroOrMore }

  /// The argument as a usage line shows it: `<name>`, `[<name>]`, `<name>...` or `[<name>...]`.
  var usageText: String {
    let body = "<\(name)>" + (isRepeated ? "..." : "")
    return isRequired ? body : "[\(body)]"
  }
}
