import CommandLineOptions
import Foundation
import ResultFiles
import ScenarioFormat
import Sweeps

/// `panj slurm`: writes the scripts that run a sweep on a cluster.
enum SlurmCommand: PanjCommand {
  static let definition = Command(
    name: "slurm",
    summary: "Write the scripts that run a sweep as an array job of Slurm.",
    discussion: """
      Writes a folder with the experiment, its scenarios and two short scripts, and says how to \
      submit them: an array job in which task i runs shard i, and a job that puts the shards \
      together or says which are missing. Read and edit the scripts; whatever else the cluster \
      asks for goes there. A task should take minutes at least: starting one takes Slurm up to a \
      second, and many clusters allow no more than 1000 tasks in an array.
      """,
    examples: [
      Example(
        "panj slurm scenarios/experiments/smoke.json --shards 8 --out cluster",
        "an array job of eight tasks")
    ],
    arguments: [Positional("experiment", "The experiment file", isPath: true)],
    options: [
      Option("shards", value: .text("COUNT"), "How many shards, and so tasks; required"),
      Option(
        "out", short: "o", value: .path("FOLDER"), "The folder of the scripts and the results",
        defaultText: "runs/ and a name from the experiment"),
      Option(
        "time", value: .text("TIME"), "How long a task may take, as Slurm writes it",
        defaultText: "01:00:00"),
      Option(
        "memory", value: .text("SIZE"), "How much memory a task has, as Slurm writes it",
        defaultText: "2G"),
      Option(
        "processors", value: .text("COUNT"), "How many processors a task has", defaultText: "1"),
      Option(
        "partition", value: .text("NAME"), "The partition", defaultText: "that of the cluster"),
    ])

  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    guard let count = try arguments.positiveInteger("shards", upTo: SweepShard.limit) else {
      throw UsageError("slurm: --shards is missing", hint: "say how many, such as --shards 100")
    }
    let resources = SlurmJob.Resources(
      time: try word("time", arguments) ?? "01:00:00",
      memory: try word("memory", arguments) ?? "2G",
      processors: try arguments.positiveInteger("processors", upTo: 1024) ?? 1,
      partition: try word("partition", arguments))
    let out = try arguments.path("out")
    let experiment = try ExperimentReader.read(path: arguments.requiredArgument("experiment"))
    try check(count, experiment)
    let identity = SweepIdentity(of: experiment, shard: SweepShard(number: 1, count: count))
    let path = out ?? "runs/slurm-\(identity.experiment.prefix(8))-\(count)"
    let absolute = URL(fileURLWithPath: path).standardizedFileURL.path
    try checkName(absolute)
    let folder = try OutputFolder(path: absolute, replace: true)
    try claim(folder, for: identity)
    try SweepFolder.write(experiment, into: folder)
    let job = SlurmJob(
      folder: absolute, program: Bundle.main.executablePath ?? "panj", shardCount: count,
      resources: resources)
    try folder.write(name: SlurmJob.arrayScriptName, text: job.arrayScript)
    try folder.write(name: SlurmJob.mergeScriptName, text: job.mergeScript)
    for name in ["logs", "shards"] { try folder.makeFolder(name: name) }
    try folder.write(name: OutputFolder.runFileName, bytes: CanonicalJSON.bytes(mark(identity)))
    folder.close()
    try StandardOutput.output.write(job.instructions)
    return .success
  }

  /// A word that stands in a line of the script: nothing may end it early.
  private static func word(
    _ option: String, _ arguments: ParsedArguments
  ) throws(UsageError) -> String? {
    guard let text = arguments.text(option) else { return nil }
    if !text.isEmpty, ShellWord.quoted(text) == text { return text }
    throw UsageError(
      "--\(option): found '\(text)'", hint: "allowed is what sbatch takes, without blanks")
  }

  /// Refuses more shards than there is work for, and what cannot be cut.
  private static func check(_ count: Int, _ experiment: Experiment) throws {
    try SweepShard(number: 1, count: count).check(experiment)
    let most = experiment.plannedUnits ?? experiment.pointCount
    if count > most {
      throw UsageError(
        "--shards: found \(count)",
        hint: "this experiment can be cut into at most \(most) shards that have something to do")
    }
  }

  /// Refuses a folder whose name cannot stand in a line for Slurm.
  private static func checkName(_ folder: String) throws(UsageError) {
    if folder.contains(where: { "\"\\%\n".contains($0) }) {
      throw UsageError(
        "--out: found '\(folder)'",
        hint: "Slurm cannot take a folder with a quote, a backslash, a percent sign or a line break"
      )
    }
  }

  /// What `run.json` says in such a folder.
  private static func mark(_ identity: SweepIdentity) -> JSONNode {
    [
      "format": "panj-slurm/1", "experiment_sha256": .string(identity.experiment),
      "tool": ["name": "panj", "version": .string(identity.version)],
      "shards": .number(identity.shard.count),
    ]
  }

  /// Refuses a folder that holds something else; writing the scripts of the same job again, with
  /// other resources, is welcome.
  private static func claim(_ folder: OutputFolder, for identity: SweepIdentity) throws {
    if folder.foundContent == .nothing { return }
    if folder.bytes(name: OutputFolder.runFileName) == CanonicalJSON.bytes(mark(identity)) {
      return
    }
    throw SweepError.otherSweep(
      folder: folder.path,
      difference: "something else than a job of this experiment in "
        + "\(identity.shard.count) shards",
      remedy: "name another folder with --out, or remove this one if nothing in it is needed")
  }
}
