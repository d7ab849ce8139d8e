import CommandLineOptions
import Foundation
import Reporting
import ResultFiles
import ScenarioFormat
import Sweeps

/// `panj analyze`: what a sweep says about factors and scenarios.
enum AnalyzeCommand: PanjCommand {
  static let definition = Command(
    name: "analyze",
    summary: "Say what the records of a sweep mean: estimates, sensitivity, selection.",
    discussion: """
      Reads the folder of a sweep, finished or not. Indices come by design: Sobol' indices of \
      saltelli and fourierAmplitude, elementary effects of morris, rank correlations and PAWN of \
      latinHypercube, sobol and halton. Where a point is missing or has failed, no index is given \
      rather than a wrong one. Where a response has no indices, the reason stands in their place; \
      the status is 65 only if no response has any.
      """,
    examples: [
      Example("panj analyze runs/sweep-smoke-1a2b3c4d", "everything"),
      Example(
        "panj analyze runs/screening --response delivered_kg", "one response"),
    ],
    arguments: [Positional("folder", "The folder of a sweep", isPath: true)],
    options: [
      Option(
        "response", short: "r", value: .text("NAME"), "Only this response",
        defaultText: "all of them", isRepeatable: true),
      Option(
        "resamples", value: .text("COUNT"),
        "Bootstrap resamples that intervals rest on, 100 to 100000",
        defaultText: "1000"),
    ])

  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    let path = arguments.requiredArgument("folder")
    let resamples = try arguments.integer("resamples", in: 100...100_000) ?? 1000
    let store = try SweepStore(reading: path)
    let experiment = store.experiment
    let responses = try chosen(arguments.texts("response"), of: experiment)
    let terminal = TerminalCapability(of: .output)
    let report = SweepReport(
      of: store, counts: try SweepFiles.Counts(of: store), width: terminal.width,
      glyphs: terminal.glyphs)
    try StandardOutput.output.write(try report.text())
    guard SweepSensitivity.supports(experiment.design) else {
      if !arguments.isGiven("response") { return .success }
      throw SweepError.notAnalysable(SweepSensitivity.refusal(of: experiment.design.name))
    }
    var hasIndices = false
    for (number, scenario) in experiment.scenarios.enumerated() {
      for response in responses {
        do {
          let sensitivity = try SweepSensitivity(
            of: response, scenario: number, in: store, resampleCount: resamples)
          let report = SensitivityReport(
            of: sensitivity, scenario: scenario.label, response: experiment.responses[response].id)
          try StandardOutput.output.write(
            "\n" + report.text(width: terminal.width, glyphs: terminal.glyphs))
          hasIndices = true
        } catch let error as SweepError {
          try StandardOutput.output.write(
            "\n"
              + SensitivityReport.refusal(scenario: scenario.label, reason: error.description))
        }
      }
    }
    if hasIndices { return .success }
    throw SweepError.notAnalysable(
      "no response has indices\n  hint: what was written above says why, response by response")
  }

  private static func chosen(
    _ names: [String], of experiment: Experiment
  ) throws(UsageError) -> [Int] {
    if names.isEmpty { return Array(experiment.responses.indices) }
    let known = experiment.responses.map(\.id)
    var places: [Int] = []
    for name in names {
      guard let place = known.firstIndex(of: name) else {
        throw UsageError(
          "'\(name)' is not a response of this sweep",
          hint: NearestName.suggestion(for: name, among: known).map { "did you mean '\($0)'?" }
            ?? "they are: \(known.joined(separator: ", "))")
      }
      places.append(place)
    }
    return places
  }
}
