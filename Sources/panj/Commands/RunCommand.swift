import CommandLineOptions
import Experiments
import FlowSimulation
import Foundation
import OutputStatistics
import Reporting
import ResultFiles
import ScenarioFormat
import Sweeps

/// `panj run`: the main job, from a scenario file to estimates with intervals and a run folder.
enum RunCommand: PanjCommand {
  /// How many replications run when nothing else is asked for.
  static let defaultReplications = 100
  /// The most replications that may be asked for.
  static let maximumReplications = 1_000_000
  /// The cap of a run that stops by precision.
  static let defaultCap = 100_000

  static let definition = Command(
    name: "run",
    summary: "Run a scenario and report the main responses with confidence intervals.",
    discussion: """
      Runs independent replications concurrently and writes a run folder with all responses as \
      CSV, described by a Frictionless Data Package. The same scenario, seed and version give the \
      same bytes for any number of workers. Ctrl-C stops and reports what is done; twice ends at \
      once.
      """,
    examples: [
      Example("panj run scenarios/northern-route.json", "the shipped baseline"),
      Example(
        "panj run scenarios/northern-route.json --replications 1000 --seed 7 --out runs/seven",
        "more replications, another seed, a folder of your choice"),
      Example(
        "panj run scenarios/northern-route.json --precision interdiction_rate__heroin=2",
        "until the half-width is 2 per cent of the mean"),
      Example(
        "panj run scenarios/northern-route.json --antithetic",
        "fifty pairs of a replication and its mirror image"),
      Example(
        "panj run scenarios/northern-route.json --controls --precision delivered_kg__heroin=1",
        "a third of the replications for the same precision"),
      Example(
        "panj run scenarios/northern-route.json --quiet --format csv > summary.csv",
        "the estimates for another program"),
    ],
    arguments: [Positional("scenario", "The scenario file", isPath: true)],
    options: [
      Option(
        "replications", short: "n", value: .text("COUNT"), "How many replications to run",
        defaultText: "\(defaultReplications)"),
      Option(
        "seed", short: "s", value: .text("SEED"),
        "Seed of the random numbers: 0 to 2^64 - 1", defaultText: "1"),
      Option(
        "workers", short: "w", value: .text("COUNT"), "How many run at the same time",
        defaultText: "one for each processor"),
      Option(
        "precision", value: .text("COLUMN=PERCENT"),
        "Run until the half-width of a response's interval is this part of its mean; columns are "
          + "those of replications.csv", isRepeatable: true),
      Option(
        "cap", value: .text("COUNT"), "The most replications that --precision may take",
        defaultText: "\(defaultCap)"),
      Option(
        "antithetic",
        "Run replications in pairs, 2k and 2k + 1: the second has every random draw u of the first "
          + "as 1 - u. Intervals come from the means of pairs; VR says how many times more "
          + "replications independent ones would need"),
      Option(
        "controls",
        "Adjust means and intervals by control variates: what chance alone has moved dispatches, "
          + "releases, masses and detections is known to be 0 in expectation and is taken out. VR "
          + "says how many times more replications plain means would need"),
      Option(
        "out", short: "o", value: .path("FOLDER"), "The run folder",
        defaultText: "runs/ and a name from scenario, seed and replications"),
      Option("replace", "Replace a run that is already in the folder given by --out"),
      Option(
        "format", short: "f", value: .choice(OutputFormat.allCases.map(\.rawValue)),
        "What standard output gets.", defaultText: "table"),
      Option("quiet", short: "q", "No progress line and no remarks"),
    ])

  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    let path = arguments.requiredArgument("scenario")
    let options = try RunOptions(arguments)
    let document = try ScenarioDocument(path: path)
    let network = try CompiledNetwork(of: document)
    let plan = try options.plan(for: OutcomeLayout(of: network))
    let folder = try openFolder(at: options.folderPath(for: document, plan: plan), options)
    let interruption = Interruption()
    let progress = ProgressLine(isQuiet: options.isQuiet)
    let startedAt = timestamp()
    let batch = ReplicationBatch(
      of: network, plan: plan, cancellation: interruption.cancellation
    ) { progress.update(RunProgress.line(of: $0)) }
    let result = try batch.run()
    progress.clear()
    let record = RunRecord(
      document: document, plan: plan, result: result, command: CommandLine.arguments,
      startedAt: startedAt, finishedAt: timestamp())
    if result.replicationCount > 0 {
      try RunFolderWriter.write(record, into: folder)
      try report(record, in: folder, options)
    } else if !options.isQuiet {
      try StandardOutput.error.write("Stopped before any replication was done: nothing written\n")
    }
    folder.close()
    return interruption.status ?? .success
  }

  private static func openFolder(
    at path: String, _ options: RunOptions
  ) throws -> OutputFolder {
    if FileManager.default.fileExists(atPath: path + "/" + SweepIdentity.fileName) {
      throw SweepError.holdsSweep(folder: path)
    }
    do throws(OutputError) {
      return try OutputFolder(path: path, replace: options.replaces || options.out == nil)
    } catch {
      guard error.cause == .runExists else { throw error }
      var error = error
      error.hint = "name another folder, or replace this run with --replace"
      throw error
    }
  }

  private static func report(
    _ record: RunRecord, in folder: OutputFolder, _ options: RunOptions
  ) throws {
    switch options.format {
    case .csv: try StandardOutput.output.write(RunFolderWriter.summaryCSV(of: record))
    case .json: try StandardOutput.output.write(RunFolderWriter.summaryJSON(of: record))
    case .table:
      let terminal = TerminalCapability(of: .output)
      let report = RunReport(
        of: record, width: terminal.width, glyphs: terminal.glyphs, emphasis: terminal.usesColour)
      try StandardOutput.output.write(report.text())
    }
    if !options.isQuiet {
      try StandardOutput.error.write("Results are in \(folder.path)\n")
    }
  }

  private static func timestamp() -> String { Date.now.formatted(.iso8601) }
}

/// What standard output gets.
enum OutputFormat: String, CaseIterable {
  case table
  case json
  case csv
}
