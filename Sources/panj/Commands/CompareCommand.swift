import CommandLineOptions
import Experiments
import FlowSimulation
import Foundation
import Reporting
import ResultFiles
import ScenarioFormat
import TraffickingModel

/// `panj compare`: what variants change against a base, under common random numbers.
enum CompareCommand: PanjCommand {
  static let definition = Command(
    name: "compare",
    summary: "Compare scenarios with a base, replication by replication.",
    discussion: """
      Runs every scenario under the same seed, so that what a variant does not touch has the same \
      luck in both, and reports paired differences with confidence intervals. The variance ratio \
      says how many times more replications independent runs would have needed. Scenarios that \
      differ only from some day on, such as policies, are simulated once up to there; no byte of \
      the results depends on it.
      """,
    examples: [
      Example(
        "panj compare scenarios/northern-route.json my-variant.json",
        "what the variant changes"),
      Example(
        "panj compare base.json a.json b.json -n 500 --format csv > contrasts.csv",
        "all responses of two variants, for another program"),
      Example(
        "panj compare base.json policy.json --from 2024-01-01",
        "make sure that the policy is all that differs, and only from that day on"),
    ],
    arguments: [
      Positional("base", "The scenario to compare with", isPath: true),
      Positional("variant", "A scenario to compare", occurrence: .oneOrMore, isPath: true),
    ],
    options: [
      Option(
        "replications", short: "n", value: .text("COUNT"), "How many replications to run of each",
        defaultText: "\(RunCommand.defaultReplications)"),
      Option(
        "seed", short: "s", value: .text("SEED"), "Seed of the random numbers", defaultText: "1"),
      Option(
        "from", value: .text("DATE"),
        "Refuse variants that differ from the base before this day; no results depend on it"),
      Option(
        "workers", short: "w", value: .text("COUNT"), "How many run at the same time",
        defaultText: "one for each processor"),
      Option(
        "format", short: "f", value: .choice(["table", "csv"]), "What standard output gets",
        defaultText: "table"),
      Option("quiet", short: "q", "No progress line"),
    ])

  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    let plan = BatchPlan(
      seed: try arguments.seed("seed") ?? 1,
      stopping: .fixed(
        try arguments.positiveInteger(
          "replications", upTo: RunCommand.maximumReplications) ?? RunCommand.defaultReplications),
      workerCount: try arguments.positiveInteger("workers", upTo: 1024)
        ?? ProcessInfo.processInfo.activeProcessorCount)
    let base = try ScenarioDocument(path: arguments.requiredArgument("base"))
    // All are read and laid out before the first runs, so that a slip in the last is found at once.
    let variants = try arguments.arguments("variant").map { try ScenarioDocument(path: $0) }
    try checkPeriods(of: variants, against: base)
    try checkDates(of: variants, against: base, from: arguments.text("from"))
    let family = NetworkFamily(try ([base] + variants).map { try CompiledNetwork(of: $0) })
    let isQuiet = arguments.isGiven("quiet")
    if !isQuiet {
      try StandardOutput.error.write(SharedHistoryRemark.text(on: variants, in: family))
    }
    let interruption = Interruption()
    let progress = ProgressLine(isQuiet: isQuiet)
    let batch = FamilyBatch(of: family, plan: plan, cancellation: interruption.cancellation) {
      progress.update("\(family.networks.count) scenarios: \(RunProgress.line(of: $0))")
    }
    let results = try batch.run()
    progress.clear()
    if let status = interruption.status {
      try StandardOutput.error.write("Stopped before every scenario was run: no comparison\n")
      return status
    }
    let comparisons = zip(variants, results.dropFirst()).map { document, result in
      (document: document, comparison: Comparison(base: results[0], variant: result))
    }
    try write(
      ComparisonReport(base: base, seed: plan.seed, variants: comparisons),
      format: arguments.text("format"))
    return .success
  }

  /// Refuses variants that differ from the base before a day that the user has named.
  private static func checkDates(
    of variants: [ScenarioDocument], against base: ScenarioDocument, from text: String?
  ) throws {
    guard let text else { return }
    guard let day = CivilDate(text) else {
      throw UsageError("'\(text)' is not a date", hint: "write it like 2024-01-31")
    }
    let problems = variants.compactMap { variant -> ScenarioProblem? in
      guard let first = variant.scenario.firstDifference(from: base.scenario), first < day
      else { return nil }
      let start = base.scenario.contents.period.simulationStart
      let since = first == start ? "from the start of the simulation, \(first)," : "from \(first)"
      return ScenarioProblem(
        pointer: "", found: "found that \(variant.path) differs from \(base.path) \(since) on",
        allowed: "no difference before \(day), the day given by --from",
        hint: "panj describe --parameters lists the numbers of each")
    }
    if !problems.isEmpty { throw ScenarioError(problems: problems) }
  }

  /// Refuses to compare what happens in different times.
  private static func checkPeriods(
    of variants: [ScenarioDocument], against base: ScenarioDocument
  ) throws(ScenarioError) {
    let expected = base.scenario.contents.period
    let problems = variants.filter { $0.scenario.contents.period != expected }.map { variant in
      let period = variant.scenario.contents.period
      return ScenarioProblem(
        location: variant.resolved["period"]?.location, pointer: "/period",
        found: "found \(period.start) to \(period.end) after \(period.warmUpDays) days of warm-up "
          + "in \(variant.path)",
        allowed: "the period of the base: \(expected.start) to \(expected.end) after "
          + "\(expected.warmUpDays) days")
    }
    if !problems.isEmpty { throw ScenarioError(problems: problems) }
  }

  private static func write(_ report: ComparisonReport, format: String?) throws {
    if format == "csv" { return try StandardOutput.output.write(report.csv()) }
    let terminal = TerminalCapability(of: .output)
    try StandardOutput.output.write(
      report.text(
        width: terminal.width, glyphs: terminal.glyphs, emphasis: terminal.usesColour))
  }
}
