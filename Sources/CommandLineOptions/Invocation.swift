/// What a command line asks for.
public enum Invocation: Sendable {
  /// The help of one command, or of the whole program when no command is named.
  case help(Command?)

  /// The program's version.
  case version

  /// A command with its arguments.
  case command(Command, ParsedArguments)
}
