import CommandLineOptions
import FlowSimulation
import Reporting
import ResultFiles
import ScenarioFormat
import TraffickingModel

/// `panj validate`: says whether a scenario can be run, and all that is wrong with it.
enum ValidateCommand: PanjCommand {
  static let definition = Command(
    name: "validate",
    summary: "Check scenario files and list everything that is wrong with them.",
    discussion: """
      Checks spelling, types, ranges, references and reachability, and solves route choice. \
      Every problem comes with file, line, column, JSON Pointer and a hint.
      """,
    examples: [
      Example("panj validate scenarios/northern-route.json", "check one scenario"),
      Example("panj validate scenarios/*.json", "check all of a folder"),
    ],
    arguments: [
      Positional("scenario", "The scenario file", occurrence: .oneOrMore, isPath: true)
    ])

  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    var problems = [ScenarioProblem]()
    for path in arguments.arguments("scenario") {
      let own = Self.problems(in: path)
      if own.isEmpty { try StandardOutput.output.write("\(path): valid\n") }
      problems += own
    }
    if !problems.isEmpty { throw ScenarioError(problems: problems) }
    return .success
  }

  private static func problems(in path: String) -> [ScenarioProblem] {
    do throws(ScenarioError) {
      _ = try CompiledNetwork(of: ScenarioDocument(path: path))
      return []
    } catch {
      return error.problems
    }
  }
}
