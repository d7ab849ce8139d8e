import RandomStreams
import ResultFiles
import ScenarioFormat

/// What makes two folders parts of the same sweep: everything that the results depend on.
public struct SweepIdentity: Sendable, Equatable {
  /// The SHA-256 of the experiment and of all its scenarios, as they stand in the folder.
  public var experiment: String
  /// The version of the program.
  public var version: String
  /// The version of the way in which luck is named.
  public var streamNaming: Int
  /// The part of the sweep.
  public var shard: SweepShard

  /// The file of a folder that says it.
  public static let fileName = "sweep.json"

  /// The identity of a part of an experiment, run by this program.
  public init(of experiment: Experiment, shard: SweepShard) {
    var hash = SHA256()
    hash.update(CanonicalJSON.bytes(experiment.portableNode))
    for scenario in experiment.scenarios {
      hash.update(CanonicalJSON.bytes(scenario.document.resolved))
    }
    self.experiment = hash.hexadecimal()
    version = PanjVersion.current
    streamNaming = RandomStreams.namingVersion
    self.shard = shard
  }

  /// The document that says it.
  var node: JSONNode {
    [
      "format": "panj-sweep/1", "experiment_sha256": .string(experiment),
      "tool": ["name": "panj", "version": .string(version)],
      "stream_naming_version": .number(streamNaming),
      "shard": ["number": .number(shard.number), "of": .number(shard.count)],
    ]
  }

  /// What begins the line of a log that says which sweep it belongs to.
  static let logLinePrefix = Array("panj-records/".utf8)

  /// The line of a log that says which sweep its records belong to: format, experiment, version of
  /// the program, version of the naming of luck, shard.
  var logLine: [UInt8] {
    Self.logLinePrefix + Array("1,\(experiment),\(version),\(streamNaming),\(shard)".utf8)
  }

  /// Reads the document of a folder; `nil` when it is not one.
  init?(_ node: JSONNode) {
    guard node["format"]?.string == "panj-sweep/1",
      let experiment = node["experiment_sha256"]?.string,
      let version = node["tool"]?["version"]?.string,
      let naming = node["stream_naming_version"]?.number.flatMap({ Int(exactly: $0.double) }),
      let number = node["shard"]?["number"]?.number.flatMap({ Int(exactly: $0.double) }),
      let count = node["shard"]?["of"]?.number.flatMap({ Int(exactly: $0.double) }),
      let shard = SweepShard("\(number)/\(count)")
    else { return nil }
    self.experiment = experiment
    self.version = version
    streamNaming = naming
    self.shard = shard
  }

  /// What of it differs from another, in words; `nil` when both are of the same experiment and
  /// version, whatever their shards.
  func difference(from other: SweepIdentity) -> String? {
    // The version first: another one may read the same scenario differently.
    if version != other.version { return "a sweep that version \(version) of Panj ran" }
    if streamNaming != other.streamNaming {
      return "a sweep with another way of naming random numbers"
    }
    if experiment != other.experiment {
      return "a sweep of another experiment, or of other scenarios"
    }
    return nil
  }
}

extension Experiment {
  /// The experiment as it stands in the folder of its sweep, which needs nothing outside it: each
  /// scenario is a file there.
  public var portableNode: JSONNode {
    let files = scenarios.map { ($0.label, JSONNode.string(Self.scenarioFile(of: $0.label))) }
    return node.setting(JSONPointer(tokens: ["scenarios"]), to: .object(files))
  }

  /// The file of a scenario in the folder of a sweep.
  public static func scenarioFile(of label: String) -> String { "scenarios/\(label).json" }
}
