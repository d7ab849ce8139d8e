import CommandLineOptions
import Reporting
import ResultFiles

/// `panj completion`: a script with which a shell completes commands and options.
enum CompletionCommand: PanjCommand {
  static let definition = Command(
    name: "completion",
    summary: "Print a completion script for a shell.",
    examples: [
      Example("source <(panj completion bash)", "complete in this bash"),
      Example("panj completion fish | source", "complete in this fish"),
    ],
    arguments: [Positional("shell", "The shell: bash, zsh or fish")])

  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    let name = arguments.requiredArgument("shell")
    guard let shell = CompletionScript.Shell(rawValue: name) else {
      throw UsageError(
        "'\(name)' is not a shell that Panj knows", hint: "the shells are: bash, zsh, fish")
    }
    try StandardOutput.output.write(CompletionScript.text(of: Panj.program, for: shell))
    return .success
  }
}
