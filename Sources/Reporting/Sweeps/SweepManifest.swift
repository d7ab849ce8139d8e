import Foundation
import RandomStreams
import ResultFiles
import ScenarioFormat
import Sweeps

/// What `run.json` says of a sweep: the only file of its folder with times and a host in it.
public struct SweepManifest {
  /// The command as the user typed it.
  public var command: [String]
  /// When it started, in ISO 8601.
  public var startedAt: String
  /// When it ended, in ISO 8601.
  public var finishedAt: String
  /// How it ended.
  public var ending: SweepRun.Ending
  /// What is in the folder.
  public var counts: SweepFiles.Counts
  /// How many workers ran at the same time.
  public var workerCount: Int

  /// The folders of the shards that it was put together from, if it was.
  public var shardFolders: [String] = []

  /// What a sweep came to.
  public init(
    command: [String], startedAt: String, finishedAt: String, ending: SweepRun.Ending,
    counts: SweepFiles.Counts, workerCount: Int
  ) {
    self.command = command
    self.startedAt = startedAt
    self.finishedAt = finishedAt
    self.ending = ending
    self.counts = counts
    self.workerCount = workerCount
  }

  /// Writes `run.json`, the mark of a folder whose files belong together; the last to be written.
  public func write(for store: SweepStore, into folder: OutputFolder) throws(OutputError) {
    let experiment = store.experiment
    var node: JSONNode = [
      "format": "panj-sweep-run/1",
      "tool": ["name": "panj", "version": .string(PanjVersion.current)],
      "command": .array(command.map { .string($0) }),
      "experiment": [
        "path": .string(experiment.path), "sha256": .string(store.identity.files),
      ],
      // As text: a seed may exceed what a JSON number holds exactly.
      "seed": .string(String(experiment.seed)),
      "random": [
        "generator": "Philox4x64-10",
        "stream_naming_version": .number(RandomStreams.namingVersion),
        "common_random_numbers": .bool(experiment.hasCommonRandomNumbers),
        "same_luck_at": .string(experiment.sharedLuck.rawValue),
      ],
      "shard": .string(store.identity.shard.description),
      "design": .string(experiment.design.name),
      "points": ["planned": .number(experiment.pointCount), "begun": .number(counts.points)],
      "replications": ["done": .number(counts.done), "failed": .number(counts.failed)],
      "events": .number(counts.events),
      "ending": .string(ending.rawValue),
      "confidence_level": .number(experiment.confidenceLevel),
      "started_at": .string(startedAt),
      "finished_at": .string(finishedAt),
      "host": [
        "system": .string(ProcessInfo.processInfo.operatingSystemVersionString),
        "workers": .number(workerCount),
      ],
    ]
    if !shardFolders.isEmpty {
      node = node.setting(
        JSONPointer(tokens: ["merged_from"]), to: .array(shardFolders.map { .string($0) }))
    }
    try folder.write(name: OutputFolder.runFileName, bytes: CanonicalJSON.bytes(node))
  }

  /// How the sweep in a folder ended; `nil` where no `run.json` says so.
  public static func ending(in folder: OutputFolder) -> SweepRun.Ending? {
    guard let bytes = folder.bytes(name: OutputFolder.runFileName),
      let node = try? JSONReader.read(bytes, file: OutputFolder.runFileName)
    else { return nil }
    return node["ending"]?.string.flatMap(SweepRun.Ending.init)
  }
}
