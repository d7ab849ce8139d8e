/// A program: its commands and what holds for all of them.
public struct Program: Sendable {
  /// The name typed to start it, such as `panj`.
  public var name: String

  /// One line, no final full stop.
  public var summary: String

  /// What a reader needs beyond the summary; paragraphs are separated by an empty line.
  public var discussion: String

  /// The commands, in the order in which help lists them.
  public var commands: [Command]

  /// The exit codes, listed at the end of every help text.
  public var exitCodes: [ExitCodeMeaning]

  /// Describes a program. Two commands of one name are a precondition, as is one called `help`.
  public init(
    name: String, summary: String, discussion: String = "", commands: [Command],
    exitCodes: [ExitCodeMeaning] = []
  ) {
    var names: Set<String> = ["help"]
    for command in commands {
      precondition(names.insert(command.name).inserted, "command \(command.name) declared twice")
    }
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.commands = commands
    self.exitCodes = exitCodes
  }

  /// Reads the words after the program's name.
  ///
  /// No words at all, `help`, `-h` and `--help` ask for the program's help; `help run` and
  /// `run ... --help` for that of a command; `--version` for the version. Everything else names a
  /// command and goes to its `parse`.
  ///
  /// - Parameters:
  ///   - words: the command line without the program's own name.
  ///   - suggest: the candidate nearest to a misspelt word, or nil when none is near. It gets the
  ///     word and the candidates; option names come to it without their dashes.
  /// - Throws: `UsageError`, always with a hint.
  public func parse(
    _ words: [String], suggest: (_ word: String, _ candidates: [String]) -> String?
  ) throws(UsageError) -> Invocation {
    guard let first = words.first else { return .help(nil) }
    switch first {
    case "-h", "--help": return .help(nil)
    case "--version": return .version
    case "help":
      guard words.count > 1, words[1] != "-h", words[1] != "--help" else { return .help(nil) }
      return .help(try command(named: words[1], suggest: suggest))
    default: break
    }
    let command = try command(named: first, suggest: suggest)
    do throws(UsageError) {
      let parsed = try command.parse(Array(words.dropFirst()), suggest: suggest)
      return parsed.isHelpRequested ? .help(command) : .command(command, parsed)
    } catch {
      throw UsageError(
        error.message, hint: error.hint ?? "see '\(name) \(command.name) --help'")
    }
  }

  private func command(
    named word: String, suggest: (String, [String]) -> String?
  ) throws(UsageError) -> Command {
    if let command = commands.first(where: { $0.name == word }) { return command }
    if word.hasPrefix("-") {
      throw UsageError(
        "found '\(word)' where a command is expected",
        hint: "options come after the command: \(name) <command> [options]; see '\(name) --help'")
    }
    if let near = suggest(word, commands.map(\.name)) {
      throw UsageError("there is no command '\(word)'", hint: "did you mean '\(near)'?")
    }
    let names = commands.map(\.name).joined(separator: ", ")
    throw UsageError(
      "there is no command '\(word)'", hint: "the commands are \(names); see '\(name) --help'")
  }
}
