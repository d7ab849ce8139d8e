import CommandLineOptions
import FlowSimulation
import Reporting
import ResultFiles
import ScenarioFormat
import Sweeps
import TraffickingModel

/// `panj validate`: says whether a scenario or an experiment can be run, and what is wrong with it.
enum ValidateCommand: PanjCommand {
  static let definition = Command(
    name: "validate",
    summary: "Check scenario and experiment files and list what is wrong with them.",
    discussion: """
      Checks spelling, types, ranges, references and reachability, and solves route choice. \
      Every problem comes with file, line, column, JSON Pointer and a hint. A file is taken for \
      what its "format" says; of an experiment the first point of each scenario is laid out too.
      """,
    examples: [
      Example("panj validate scenarios/northern-route.json", "check one scenario"),
      Example("panj validate scenarios/*.json", "check all of a folder"),
      Example("panj validate scenarios/experiments/smoke.json", "check an experiment"),
    ],
    arguments: [
      Positional(
        "file", "A scenario or experiment file", occurrence: .oneOrMore, isPath: true)
    ])

  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    var problems = [ScenarioProblem]()
    for path in arguments.arguments("file") {
      let own = Self.problems(in: path)
      if own.isEmpty { try StandardOutput.output.write("\(path): valid\n") }
      problems += own
    }
    if !problems.isEmpty { throw ScenarioError(problems: problems) }
    return .success
  }

  private static func problems(in path: String) -> [ScenarioProblem] {
    do throws(ScenarioError) {
      let node = try JSONReader.read(path: path)
      if node["format"]?.string?.hasPrefix("panj-experiment/") == true {
        try SweepPoints(of: ExperimentReader.read(path: path)).checkFirstPoints()
      } else {
        _ = try CompiledNetwork(of: ScenarioDocument(path: path))
      }
      return []
    } catch {
      return error.problems
    }
  }
}
