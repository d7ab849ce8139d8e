import RandomStreams
import ResultFiles
import ScenarioFormat

/// Which sweep a folder holds: what the numbers of its records depend on, and how much is asked.
///
/// Two folders with the same `experiment`, version and naming of luck have the same number wherever
/// both have one. What an experiment may be changed in without touching a number that is there
/// already (title, description, base, replications or precision, selection, level of confidence,
/// and the size of a design that grows at its end) is in `files` alone: a folder takes such a
/// change over, see `SweepGrowth`.
public struct SweepIdentity: Sendable, Equatable {
  /// The SHA-256 of what the numbers of the records depend on: the scenarios, the factors, the
  /// design but for its size, the seed, the sharing of luck and the responses.
  public var experiment: String
  /// The SHA-256 of the experiment file and of all its scenarios, as they stand in the folder.
  public var files: String
  /// How many points there are.
  public var pointCount: Int
  /// How many replications a point has at most.
  public var replicationLimit: Int
  /// The version of the program.
  public var version: String
  /// The version of the way in which luck is named.
  public var streamNaming: Int
  /// The part of the sweep.
  public var shard: SweepShard
  /// How units are dealt out among shards; `nil` of a whole sweep.
  public var dealing: SweepShard.Dealing?

  /// The file of a folder that says it.
  public static let fileName = "sweep.json"

  private static let formatName = "panj-sweep/1"

  /// The identity of a part of an experiment, run by this program.
  public init(of experiment: Experiment, shard: SweepShard) {
    self.experiment = experiment.recordDigest
    files = experiment.fileDigest
    pointCount = experiment.pointCount
    replicationLimit = experiment.replicationLimit
    version = PanjVersion.current
    streamNaming = RandomStreams.namingVersion
    self.shard = shard
    dealing = shard.isWhole ? nil : shard.dealing(of: experiment)
  }

  /// The document that says it.
  var node: JSONNode {
    var part: JSONNode = ["number": .number(shard.number), "of": .number(shard.count)]
    if let dealing {
      part = part.setting(JSONPointer(tokens: ["dealing"]), to: .string(dealing.rawValue))
    }
    return [
      "format": .string(Self.formatName), "experiment_sha256": .string(experiment),
      "files_sha256": .string(files), "points": .number(pointCount),
      "replications_at_most": .number(replicationLimit),
      "tool": ["name": "panj", "version": .string(version)],
      "stream_naming_version": .number(streamNaming), "shard": part,
    ]
  }

  /// What begins the line of a log that says which sweep it belongs to.
  static let logLinePrefix = Array("panj-records/".utf8)

  /// The line of a log that says which sweep its records belong to: format, experiment, version of
  /// the program, version of the naming of luck, shard. It stays as it is while a sweep grows.
  var logLine: [UInt8] {
    Self.logLinePrefix + Array("1,\(experiment),\(version),\(streamNaming),\(shard)".utf8)
  }

  /// Reads the document of a folder; `nil` when it is not one.
  init?(_ node: JSONNode) {
    func whole(_ node: JSONNode?) -> Int? { node?.number.flatMap { Int(exactly: $0.double) } }
    guard node["format"]?.string == Self.formatName,
      let experiment = node["experiment_sha256"]?.string,
      let files = node["files_sha256"]?.string, let pointCount = whole(node["points"]),
      let replicationLimit = whole(node["replications_at_most"]),
      let version = node["tool"]?["version"]?.string,
      let naming = whole(node["stream_naming_version"]),
      let number = whole(node["shard"]?["number"]), let count = whole(node["shard"]?["of"]),
      let shard = SweepShard("\(number)/\(count)")
    else { return nil }
    self.experiment = experiment
    self.files = files
    self.pointCount = pointCount
    self.replicationLimit = replicationLimit
    self.version = version
    streamNaming = naming
    self.shard = shard
    dealing = node["shard"]?["dealing"]?.string.flatMap(SweepShard.Dealing.init)
    if (dealing == nil) != shard.isWhole { return nil }
  }

  /// What of it differs from another, in words; `nil` when both have the same numbers, whatever
  /// their shards and however much of them is asked.
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

  /// The SHA-256 of the file and its scenarios as they stand in a folder.
  fileprivate var fileDigest: String {
    var hash = SHA256()
    hash.update(CanonicalJSON.bytes(portableNode))
    for scenario in scenarios { hash.update(CanonicalJSON.bytes(scenario.document.resolved)) }
    return hash.hexadecimal()
  }

  /// The SHA-256 of what the number of a record depends on, given its point and replication.
  fileprivate var recordDigest: String {
    var hash = SHA256()
    hash.update(
      CanonicalJSON.bytes([
        "seed": .string(String(seed)), "commonRandomNumbers": .bool(hasCommonRandomNumbers),
        "scenarios": .array(scenarios.map { .string($0.label) }),
        "factors": node["factors"] ?? .null,
        "annotatedQuantities": node["annotatedQuantities"] ?? .null,
        "design": sizelessDesign, "responses": node["responses"] ?? .null,
      ]))
    for scenario in scenarios {
      // What a scenario is called and said to be for is in no number.
      let words = ["title", "description"].map { JSONPointer(tokens: [$0]) }
      let node = scenario.document.resolved.setting(words.map { ($0, .string("")) })
      hash.update(CanonicalJSON.bytes(node))
    }
    return hash.hexadecimal()
  }

  /// The design without the member by which it can grow at its end.
  private var sizelessDesign: JSONNode {
    var members: [(String, JSONNode)] = []
    for member in node["design"]?[design.name]?.object?.members ?? []
    where member.key != SweepGrowth.growingMember(of: design) {
      members.append((member.key, member.node))
    }
    return .object([(design.name, .object(members))])
  }
}
