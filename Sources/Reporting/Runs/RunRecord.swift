import Experiments
import FlowSimulation
import ScenarioFormat

/// A batch of replications with all that its files and its report say of it.
public struct RunRecord: Sendable {
  /// The scenario.
  public var document: ScenarioDocument
  /// What was asked for.
  public var plan: BatchPlan
  /// What it came to.
  public var result: BatchResult
  /// The command as the user typed it, for `run.json`.
  public var command: [String]
  /// When the run started, in ISO 8601, for `run.json`.
  public var startedAt: String
  /// When it ended, in ISO 8601, for `run.json`.
  public var finishedAt: String

  /// A record of a run.
  public init(
    document: ScenarioDocument, plan: BatchPlan, result: BatchResult, command: [String],
    startedAt: String, finishedAt: String
  ) {
    self.document = document
    self.plan = plan
    self.result = result
    self.command = command
    self.startedAt = startedAt
    self.finishedAt = finishedAt
  }

  /// The resolved scenario as it is written into the run folder.
  public static func scenarioBytes(of document: ScenarioDocument) -> [UInt8] {
    CanonicalJSON.bytes(document.resolved)
  }
}
