/// The options and arguments found on a command line, read by name.
///
/// Every reader of an option returns nil when the option was left out, so that the command's own
/// default stands in one place. Reading a name the command does not declare is a precondition.
public struct ParsedArguments: Sendable {
  let command: Command

  /// Whether the line asked for help; nothing else has been read then.
  public internal(set) var isHelpRequested = false

  var optionWords: [String: [String]] = [:]
  var argumentWords: [String: [String]] = [:]

  init(command: Command) {
    self.command = command
  }

  mutating func record(_ option: Option, value: String?) throws(UsageError) {
    if !option.isRepeatable, optionWords[option.name] != nil {
      let names = option.short.map { "--\(option.name) (or -\($0))" } ?? "--\(option.name)"
      throw UsageError("\(names) is given more than once", hint: "give it once")
    }
    optionWords[option.name, default: []].append(value ?? "")
  }

  /// Whether an option, flag or not, is on the command line.
  public func isGiven(_ option: String) -> Bool {
    optionWords[command.option(named: option).name] != nil
  }

  /// The value of an option as it was typed.
  public func text(_ option: String) -> String? {
    optionWords[command.option(named: option).name]?.first
  }

  /// All values of a repeatable option, in the order typed.
  public func texts(_ option: String) -> [String] {
    optionWords[command.option(named: option).name] ?? []
  }

  /// An argument that takes one word; nil when it is optional and was left out.
  public func argument(_ name: String) -> String? {
    argumentWords[command.argument(named: name).name]?.first
  }

  /// An argument that must be there; that it is declared `.one` or `.oneOrMore` is a precondition.
  public func requiredArgument(_ name: String) -> String {
    guard let word = argument(name) else {
      preconditionFailure("<\(name)> is not declared as required")
    }
    return word
  }

  /// All words of an argument that may take several.
  public func arguments(_ name: String) -> [String] {
    argumentWords[command.argument(named: name).name] ?? []
  }
}
