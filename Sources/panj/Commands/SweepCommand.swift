import CommandLineOptions
import Foundation
import Reporting
import ResultFiles
import ScenarioFormat
import Sweeps

/// `panj sweep`: runs the points of an experiment, or goes on where it stopped.
enum SweepCommand: PanjCommand {
  static let definition = Command(
    name: "sweep",
    summary: "Run an experiment: many scenarios or parameter values, each many times.",
    discussion: """
      An experiment file names scenarios, factors, a design, responses and how many replications \
      there are. Every finished replication is kept at once: run the same command again after \
      Ctrl-C, a crash or a full disk, and it goes on where it stopped. So it does with more \
      replications, another precision or other words in the file, and with a list, latinHypercube \
      (by doublings), sobol, halton, morris, saltelli or fourierAmplitude design of one scenario \
      that has grown. The files in the folder have the same bytes for any number of workers, \
      interruptions or shards; only run.json tells of times and hosts.
      """,
    examples: [
      Example("panj sweep scenarios/experiments/smoke.json", "a few points, in seconds"),
      Example(
        "panj sweep scenarios/experiments/smoke.json --plan", "what it would run, and how long"),
      Example(
        "panj sweep scenarios/experiments/smoke.json --shard 3/8 --out shards/3",
        "the third of eight parts, to be put together by 'panj merge'"),
    ],
    arguments: [Positional("experiment", "The experiment file", isPath: true)],
    options: [
      Option(
        "out", short: "o", value: .path("FOLDER"), "The folder of the sweep",
        defaultText: "runs/ and a name from the experiment"),
      Option(
        "shard", value: .text("I/N"), "Run only this part of the units, from 1/N to N/N",
        defaultText: "all of them"),
      Option(
        "workers", short: "w", value: .text("COUNT"), "How many run at the same time",
        defaultText: "one for each processor"),
      Option(
        "budget", value: .text("TIME"),
        "Begin no further replication after so long: 90s, 30m or 2h; a sweep that is then not "
          + "complete ends with status \(ExitStatus.incomplete.rawValue)"),
      Option("plan", "Say what would be run, and run nothing"),
      Option(
        "replace",
        "Throw away what is in the folder given by --out, if it is another sweep or has more "
          + "replications than are asked for"),
      Option("quiet", short: "q", "No progress line and no remarks"),
    ])

  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    let options = try SweepOptions(arguments)
    let experiment = try ExperimentReader.read(path: arguments.requiredArgument("experiment"))
    try options.shard.check(experiment)
    if options.isPlan {
      try StandardOutput.output.write(
        try SweepPlanReport(of: experiment, shard: options.shard).text())
      return .success
    }
    let folder = try SweepFolder.open(options.out ?? defaultFolder(for: experiment, options))
    let store = try SweepStore(
      of: experiment, shard: options.shard, in: folder, replacing: options.replaces)
    try remark(on: store, options)
    let interruption = Interruption()
    let progress = ProgressLine(isQuiet: options.isQuiet)
    let startedAt = Date.now.formatted(.iso8601)
    let run = SweepRun(
      of: store, workerCount: options.workers, cancellation: interruption.cancellation,
      budget: options.budget
    ) { progress.update(SweepProgressLine.text(of: $0)) }
    let wasComplete = SweepManifest.ending(in: folder) == .completed && store.damage == nil
    let ending = try run.run()
    progress.clear()
    if wasComplete, run.ownUnitCount == 0, !options.shard.isWhole {
      if !options.isQuiet {
        try StandardOutput.error.write(
          "Shard \(options.shard) is complete already: \(folder.path)\n")
      }
      return .success
    }
    let counts = try SweepFiles(of: store, into: folder).write()
    let manifest = SweepManifest(
      command: CommandLine.arguments, startedAt: startedAt,
      finishedAt: Date.now.formatted(.iso8601), ending: ending, counts: counts,
      workerCount: options.workers)
    try manifest.write(for: store, into: folder)
    try report(store, counts, ending, folder: folder.path, isQuiet: options.isQuiet)
    try store.close()
    folder.close()
    return interruption.status ?? (ending == .completed ? .success : .incomplete)
  }

  private static func defaultFolder(for experiment: Experiment, _ options: SweepOptions) -> String {
    let file = experiment.path.split(separator: "/").last.map(String.init) ?? "experiment"
    let name = file.hasSuffix(".json") ? String(file.dropLast(5)) : file
    let identity = SweepIdentity(of: experiment, shard: options.shard)
    let shard = options.shard
    let part = shard.isWhole ? "" : "-shard-\(shard.number)-of-\(shard.count)"
    return "runs/sweep-\(name)-\(identity.experiment.prefix(8))\(part)"
  }

  /// Says what was found in the folder, if anything.
  private static func remark(on store: SweepStore, _ options: SweepOptions) throws {
    if options.isQuiet { return }
    if let damage = store.damage {
      try StandardOutput.error.write(Self.words(of: damage) + "\n")
    }
    if store.recordCount > 0 {
      try StandardOutput.error.write(
        "Going on: \(NumberText.count(store.recordCount)) replications are there already\n")
    }
  }

  /// What was lost of a log, and what becomes of it.
  private static func words(of damage: AppendLog.Damage) -> String {
    if damage.brokenLines == 0 {
      return "The last record was being written when the sweep ended: it is run again"
    }
    let lines = damage.brokenLines == 1 ? "1 line" : "\(damage.brokenLines) lines"
    return
      "\(lines) of \(SweepStore.logName) cannot be read: what they held is run again. They are "
      + "kept, and move to \(SweepStore.logName)\(AppendLog.damagedSuffix) once all is there"
  }

  /// Says what the sweep came to and where it is.
  static func report(
    _ store: SweepStore, _ counts: SweepFiles.Counts, _ ending: SweepRun.Ending, folder: String,
    isQuiet: Bool
  ) throws {
    let terminal = TerminalCapability(of: .output)
    let report = SweepReport(
      of: store, counts: counts, width: terminal.width, glyphs: terminal.glyphs)
    try StandardOutput.output.write(try report.text())
    if isQuiet { return }
    if ending == .interrupted {
      try StandardOutput.error.write("Not finished: the same command goes on with the rest\n")
    }
    try StandardOutput.error.write("Results are in \(folder)\n")
    if ending == .completed, SweepSensitivity.supports(store.experiment.design) {
      try StandardOutput.error.write(
        counts.failed == 0
          ? "Which factors matter: panj analyze \(folder)\n"
          : "No sensitivity indices: they would be wrong with failed points left out\n")
    }
  }
}
