/// An option of a command: a flag, or a name with a value.
public struct Option: Sendable, Equatable {
  /// What follows an option's name.
  public enum Value: Sendable, Equatable {
    /// Nothing: the option is a flag.
    case flag
    /// Free text, a number or anything else the command reads itself; the name shown in help.
    case text(String)
    /// A file or folder; the name shown in help. The shell completes it with file names.
    case path(String)
    /// One of these words and nothing else.
    case choice([String])
  }

  /// The long name without its dashes, such as `replications`.
  public var name: String

  /// The one-letter form, if there is one.
  public var short: Character?

  /// What follows the name.
  public var value: Value

  /// One sentence for the help text, without a final full stop.
  public var summary: String

  /// What holds when the option is left out, as help shows it; nil to say nothing.
  ///
  /// It is text only: the command supplies the value itself, so that there is one place for it.
  public var defaultText: String?

  /// Whether the option may be given more than once.
  public var isRepeatable: Bool

  /// Describes an option.
  public init(
    _ name: String, short: Character? = nil, value: Value = .flag, _ summary: String,
    defaultText: String? = nil, isRepeatable: Bool = false
  ) {
    precondition(!name.isEmpty && !name.hasPrefix("-"), "an option's name has no dashes in front")
    precondition(!name.contains("="), "an option's name has no equals sign")
    self.name = name
    self.short = short
    self.value = value
    self.summary = summary
    self.defaultText = defaultText
    self.isRepeatable = isRepeatable
  }

  var isFlag: Bool { value == .flag }

  /// The value as help shows it, such as `<count>`; empty for a flag.
  var valueText: String {
    switch value {
    case .flag: ""
    case .text(let name), .path(let name): "<\(name)>"
    case .choice(let words): words.count <= 4 ? words.joined(separator: "|") : "<choice>"
    }
  }
}
