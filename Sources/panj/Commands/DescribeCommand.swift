import CommandLineOptions
import Reporting
import ResultFiles
import ScenarioFormat

/// `panj describe`: what is in a scenario.
enum DescribeCommand: PanjCommand {
  static let definition = Command(
    name: "describe",
    summary: "Say what is in a scenario: counts, frontiers, sources, open assumptions.",
    examples: [
      Example("panj describe scenarios/northern-route.json", "an overview"),
      Example(
        "panj describe scenarios/northern-route.json --parameters",
        "every number with its range and source, as CSV"),
    ],
    arguments: [Positional("scenario", "The scenario file", isPath: true)],
    options: [
      Option(
        "parameters", "Print every number of the scenario as CSV: pointer, value, range, source")
    ])

  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    let document = try ScenarioDocument(path: arguments.requiredArgument("scenario"))
    if arguments.isGiven("parameters") {
      try StandardOutput.output.write(ScenarioReport.parametersCSV(of: document))
      return .success
    }
    let terminal = TerminalCapability(of: .output)
    let report = ScenarioReport(
      of: document, width: terminal.width, glyphs: terminal.glyphs,
      emphasis: terminal.usesColour)
    try StandardOutput.output.write(report.text())
    return .success
  }
}
