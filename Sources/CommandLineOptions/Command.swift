/// One command of a program: what it is called, what it takes, and the text that explains it.
///
/// The same definition drives parsing, the help text and the shell completion, so the three cannot
/// disagree. `--help` and its short form `-h` belong to every command and are not declared.
public struct Command: Sendable {
  /// The word typed after the program's name, such as `run`.
  public var name: String

  /// One line, no final full stop, such as "simulate a scenario and write its results".
  public var summary: String

  /// What a reader needs beyond the summary; paragraphs are separated by an empty line.
  public var discussion: String

  /// Complete command lines that work as they stand, with what each does.
  public var examples: [Example]

  /// The positional arguments, in order; only the last may take more than one word.
  public var arguments: [Positional]

  /// The options, in the order in which help lists them.
  public var options: [Option]

  /// Describes a command.
  ///
  /// Names must be unique, and only the last argument may be repeated or left out: anything else
  /// is a mistake in the program, so it is a precondition rather than an error.
  public init(
    name: String, summary: String, discussion: String = "", examples: [Example] = [],
    arguments: [Positional] = [], options: [Option] = []
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.examples = examples
    self.arguments = arguments
    self.options = options
    checkDefinition()
  }

  private func checkDefinition() {
    precondition(!name.isEmpty && !name.hasPrefix("-"), "a command needs a name")
    var longNames: Set<String> = ["help"]
    var shortNames: Set<Character> = ["h"]
    for option in options {
      precondition(longNames.insert(option.name).inserted, "--\(option.name) is declared twice")
      guard let short = option.short else { continue }
      precondition(shortNames.insert(short).inserted, "-\(short) is declared twice")
    }
    var argumentNames: Set<String> = []
    for (place, argument) in arguments.enumerated() {
      let name = argument.name
      precondition(argumentNames.insert(name).inserted, "<\(name)> is declared twice")
      precondition(
        argument.occurrence == .one || place == arguments.count - 1,
        "<\(name)> is not the last argument, so it must be given exactly once")
    }
  }

  /// The declared option of that long name; asking for an undeclared one is a precondition.
  func option(named name: String) -> Option {
    guard let option = options.first(where: { $0.name == name }) else {
      preconditionFailure("command \(self.name) declares no option --\(name)")
    }
    return option
  }

  /// The declared argument of that name; asking for an undeclared one is a precondition.
  func argument(named name: String) -> Positional {
    guard let argument = arguments.first(where: { $0.name == name }) else {
      preconditionFailure("command \(self.name) declares no argument <\(name)>")
    }
    return argument
  }
}
