import Experiments
import FlowSimulation
import Foundation
import OutputStatistics
import RandomStreams
import ResultFiles
import ScenarioFormat
import TraffickingModel

/// Writes what a run came to.
///
/// `run.json` alone holds times, the host and the command; every other file has the same bytes for
/// the same scenario, seed, version and number of replications. It is written last.
public enum RunFolderWriter {
  /// Writes all files of a run into an open folder.
  ///
  /// - Throws: when a file cannot be written; those written before are whole.
  public static func write(_ run: RunRecord, into folder: OutputFolder) throws(OutputError) {
    var package = FrictionlessPackage(
      name: "panj-run", title: "Panj run: \(run.document.scenario.contents.title)",
      summary: "Responses of \(run.result.replicationCount) replications of seed "
        + "\(run.plan.seed), Panj \(PanjVersion.current).")
    let scenario = RunRecord.scenarioBytes(of: run.document)
    try folder.write(name: "scenario.json", bytes: scenario)
    package.add(
      DataPackageResource(
        name: "scenario", path: "scenario.json", title: "The scenario, resolved",
        content: scenario))
    for table in RunTables.all(of: run) {
      let resource = table.resource
      try folder.write(name: resource.path, bytes: table.document.bytes)
      package.add(resource)
    }
    try folder.write(name: FrictionlessPackage.fileName, text: package.jsonText())
    try folder.write(
      name: OutputFolder.runFileName,
      bytes: CanonicalJSON.bytes(manifest(of: run, scenario: scenario)))
  }

  /// The summary table as CSV, for standard output.
  public static func summaryCSV(of run: RunRecord) -> [UInt8] {
    RunTables.summary(run.result).document.bytes
  }

  /// The estimates of all responses as JSON, for standard output.
  public static func summaryJSON(of run: RunRecord) -> [UInt8] {
    let responses = run.result.layout.columns.enumerated().map { number, column -> JSONNode in
      var members: [(String, JSONNode)] = [
        ("column", .string(column.name)), ("response", .string(column.response.rawValue)),
        ("unit", .string(column.response.unit)),
      ]
      for (dimension, member) in zip(column.response.dimensions, column.members) {
        members.append((dimension.rawValue, .string(member)))
      }
      let summary = run.result.summary(ofColumn: number)
      members += estimate(summary)
      if let ratio = summary?.varianceRatio, ratio.isFinite {
        members.append(("variance_ratio", .number(ratio)))
      }
      return .object(members)
    }
    let members: [(String, JSONNode)] = [
      ("scenario", .string(run.document.path)), ("seed", .string(String(run.plan.seed))),
      ("replications", .number(run.result.replicationCount)),
      ("ending", .string(run.result.ending.rawValue)),
      ("confidence_level", .number(run.result.confidenceLevel)),
      ("responses", .array(responses)),
    ]
    return CanonicalJSON.bytes(
      .object(
        members + (run.result.isAntithetic ? [("antithetic", true)] : [])
          + (run.result.usesControls ? [("control_variates", true)] : [])))
  }

  private static func estimate(_ summary: SampleSummary?) -> [(String, JSONNode)] {
    guard let summary else { return [("n", 0)] }
    var members: [(String, JSONNode)] = [
      ("n", .number(summary.count)), ("mean", .number(summary.mean)),
    ]
    if let interval = summary.interval {
      members += [
        ("sd", .number(summary.standardDeviation)), ("mcse", .number(summary.standardError)),
        ("ci_low", .number(interval.lower)), ("ci_high", .number(interval.upper)),
      ]
    }
    return members + [
      ("min", .number(summary.minimum)), ("q05", .number(summary.q05)),
      ("median", .number(summary.median)), ("q95", .number(summary.q95)),
      ("max", .number(summary.maximum)),
    ]
  }

  private static func manifest(of run: RunRecord, scenario: [UInt8]) -> JSONNode {
    [
      "format": "panj-run/1",
      "tool": ["name": "panj", "version": .string(PanjVersion.current)],
      "command": .array(run.command.map { .string($0) }),
      "scenario": [
        "path": .string(run.document.path),
        "sha256": .string(SHA256.hexadecimal(scenario)),
      ],
      // As text: a seed may exceed what a JSON number holds exactly.
      "seed": .string(String(run.plan.seed)),
      "random": [
        "generator": "Philox4x64-10",
        "stream_naming_version": .number(RandomStreams.namingVersion),
        // Whether replication 2k + 1 is the mirror image of replication 2k.
        "antithetic": .bool(run.result.isAntithetic),
      ],
      // Whether the estimates of summary.csv are adjusted by responses with a known mean.
      "control_variates": .bool(run.result.usesControls),
      "replications": [
        "cap": .number(run.plan.stopping.cap),
        "done": .number(run.result.replicationCount),
        "ending": .string(run.result.ending.rawValue),
      ],
      "stopping": stopping(of: run),
      "confidence_level": .number(run.result.confidenceLevel),
      "events": .number(run.result.eventCount),
      "mass_balance_residual": .number(run.result.massBalanceResidual),
      "started_at": .string(run.startedAt),
      "finished_at": .string(run.finishedAt),
      "host": [
        "system": .string(ProcessInfo.processInfo.operatingSystemVersionString),
        "workers": .number(run.plan.workerCount),
        "wall_seconds": .number(seconds(run.result.elapsed)),
      ],
    ]
  }

  private static func stopping(of run: RunRecord) -> JSONNode {
    switch run.plan.stopping {
    case .fixed(let count): return ["rule": "fixed", "replications": .number(count)]
    case .precision(let targets, let cap):
      return [
        "rule": "precision", "cap": .number(cap),
        "targets": .array(
          targets.map { target in
            [
              "column": .string(run.result.layout.columns[target.column].name),
              "relative_half_width": .number(target.rule.halfWidth),
            ]
          }),
      ]
    }
  }

  private static func seconds(_ duration: Duration) -> Double {
    let parts = duration.components
    return Double(parts.seconds) + Double(parts.attoseconds) * 1e-18
  }
}
