import CommandLineOptions
import Reporting
import ResultFiles
import ScenarioFormat
import Sweeps
import TraffickingModel

/// The command line: what a person types.
@main
enum Panj {
  /// Runs one command and ends the process with the status that tells how it went.
  static func main() {
    StandardOutput.ignoreBrokenPipes()
    ProcessExit.exit(run(Array(CommandLine.arguments.dropFirst())))
  }

  private static func run(_ words: [String]) -> ExitStatus {
    do {
      return try execute(words)
    } catch let error as UsageError {
      complain("panj: \(error)", hint: "see 'panj --help'")
      return .usage
    } catch let error as ScenarioError {
      complain(describe(error))
      return .badInput
    } catch let error as SweepError {
      complain("panj: \(error)")
      return .badInput
    } catch let error as OutputError {
      if !error.isSilent { complain("panj: \(error)") }
      return error.exitStatus
    } catch {
      complain("panj: a fault of this program: \(error)", hint: "please report it")
      return .internalFault
    }
  }

  private static func execute(_ words: [String]) throws -> ExitStatus {
    let invocation = try program.parse(words) { NearestName.suggestion(for: $0, among: $1) }
    switch invocation {
    case .help(let command):
      let width = min(100, TerminalCapability(of: .output).width)
      try StandardOutput.output.write(
        command.map { HelpText.text(of: $0, in: program, width: width) }
          ?? HelpText.text(of: program, width: width))
      return .success
    case .version:
      try StandardOutput.output.write("panj \(PanjVersion.current)\n")
      return .success
    case .command(let command, let arguments):
      guard let listed = commands.first(where: { $0.definition.name == command.name }) else {
        preconditionFailure("the parser found a command that is not listed")
      }
      return try listed.run(arguments)
    }
  }

  /// All problems of a scenario and a line that counts them.
  private static func describe(_ error: ScenarioError) -> String {
    let count = error.problems.count
    return error.description + "\n\npanj: \(count) \(count == 1 ? "problem" : "problems") found"
  }

  private static func complain(_ text: String, hint: String? = nil) {
    let lines = hint.map { "\(text)\n\($0)" } ?? text
    try? StandardOutput.error.write(lines + "\n")
  }
}

/// A command with what it does.
protocol PanjCommand: Sendable {
  /// Its name, arguments, options and examples.
  static var definition: Command { get }
  /// Does it.
  static func run(_ arguments: ParsedArguments) throws -> ExitStatus
}

extension Panj {
  /// Every command, in the order of the help.
  static let commands: [any PanjCommand.Type] = [
    RunCommand.self, CompareCommand.self, SweepCommand.self, AnalyzeCommand.self,
    MergeCommand.self, SlurmCommand.self, ReplayCommand.self, ValidateCommand.self,
    DescribeCommand.self, SchemaCommand.self, CompletionCommand.self,
  ]

  /// What the parser, the help and the completion scripts are derived from.
  static let program = Program(
    name: "panj",
    summary: "Simulates drug-trafficking flows and what interdiction policies do to them.",
    discussion: """
      For aggregate policy research from open sources, with synthetic organisations. \
      Start with: panj run scenarios/northern-route.json
      """,
    commands: commands.map { $0.definition },
    exitCodes: ExitStatus.allCases.map { ExitCodeMeaning($0.rawValue, $0.meaning) })
}
