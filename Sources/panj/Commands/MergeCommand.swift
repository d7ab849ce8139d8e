import CommandLineOptions
import Foundation
import Reporting
import ResultFiles
import Sweeps

/// `panj merge`: puts the shards of a sweep together.
enum MergeCommand: PanjCommand {
  static let definition = Command(
    name: "merge",
    summary: "Put the shards of a sweep together.",
    discussion: """
      Takes the folders of all shards, in any order, and writes the folder that the sweep would \
      have come to without shards: every file has the same bytes but run.json, unless a shard kept \
      more replications from a stricter goal than is asked for now. Shards that are \
      missing, given twice, of another experiment or not complete are listed with what to type; \
      nothing is written then. The folders of the shards stay as they are: --out is none of them.
      """,
    examples: [
      Example("panj merge shards/* --out whole", "all shards that are in one folder")
    ],
    arguments: [
      Positional("shard", "The folder of a shard", occurrence: .oneOrMore, isPath: true)
    ],
    options: [
      Option("out", short: "o", value: .path("FOLDER"), "The folder of the whole sweep; required"),
      Option("replace", "Throw away another sweep that is in that folder"),
      Option("quiet", short: "q", "No progress line and no remarks"),
    ])

  static func run(_ arguments: ParsedArguments) throws -> ExitStatus {
    guard let out = try arguments.path("out") else {
      throw UsageError("merge: --out is missing", hint: "name a folder for the whole sweep")
    }
    let isQuiet = arguments.isGiven("quiet")
    let progress = ProgressLine(isQuiet: isQuiet)
    let startedAt = Date.now.formatted(.iso8601)
    try SweepShards.check(target: out, of: arguments.arguments("shard"))
    let shards = try SweepShards(in: arguments.arguments("shard"))
    let folder = try SweepFolder.open(out)
    let store = try SweepStore(
      of: shards.experiment, shard: .whole, in: folder, replacing: arguments.isGiven("replace"))
    let ending = try shards.copyRecords(into: store) {
      progress.update("\($0) of \(shards.folders.count) shards")
    }
    progress.clear()
    let counts = try SweepFiles(of: store, into: folder).write()
    var manifest = SweepManifest(
      command: CommandLine.arguments, startedAt: startedAt,
      finishedAt: Date.now.formatted(.iso8601), ending: ending, counts: counts, workerCount: 1)
    manifest.shardFolders = shards.folders
    try manifest.write(for: store, into: folder)
    try SweepCommand.report(store, counts, ending, folder: out, isQuiet: isQuiet)
    try store.close()
    folder.close()
    return ending == .completed ? .success : .incomplete
  }
}
