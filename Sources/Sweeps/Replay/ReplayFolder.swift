import Experiments
import FlowSimulation
import ResultFiles
import ScenarioFormat
import TraffickingModel

/// A folder whose replications can be run again: that of a sweep, or of `panj run`.
public struct ReplayFolder: Sendable {
  private enum Content: Sendable {
    case sweep(Experiment)
    case run(ScenarioDocument, seed: UInt64)
  }

  /// The folder, as the user named it.
  public let path: String
  private let content: Content
  private let recordedBy: String

  /// Reads what a folder says of what was run there.
  ///
  /// - Throws: `SweepError` when it says nothing; `ScenarioError` when this version cannot read it.
  public init(path: String) throws {
    self.path = path
    if let node = Self.manifest(path + "/" + SweepIdentity.fileName) {
      content = .sweep(try ExperimentReader.read(path: path + "/experiment.json"))
      recordedBy = Self.version(node)
    } else if let node = Self.manifest(path + "/run.json"), node["format"]?.string == "panj-run/1",
      let seed = node["seed"]?.string.flatMap({ UInt64($0) })
    {
      content = .run(try ScenarioDocument(path: path + "/scenario.json"), seed: seed)
      recordedBy = Self.version(node)
    } else {
      throw SweepError.noSuchUnit(
        "the folder '\(path)' holds neither a sweep nor a run\n"
          + "  hint: name a folder that 'panj sweep' or 'panj run' has written")
    }
  }

  private static func manifest(_ file: String) -> JSONNode? { try? JSONReader.read(path: file) }

  private static func version(_ node: JSONNode) -> String {
    node["tool"]?["version"]?.string ?? "unknown"
  }

  /// Runs one replication again and looks up what was recorded of it.
  ///
  /// - Parameters:
  ///   - point: the point; of a sweep only.
  ///   - onStep: told of every event if it is there, which takes longer.
  /// - Throws: `SweepError.noSuchUnit`, or what `onStep` throws.
  public func replay(
    point: Int?, replication: Int, onStep: ((ReplicationStep) throws -> Void)? = nil
  ) throws -> Replay {
    switch content {
    case .sweep(let experiment):
      let unit = SweepUnit(
        point: try checked(point, in: experiment), replication: replication)
      return Replay(
        point: unit.point, replication: replication, names: experiment.responses.map(\.id),
        now: try run(unit, of: experiment, onStep),
        recorded: try recorded(unit, names: experiment.responses.map(\.id)),
        recordedBy: recordedBy)
    case .run(let document, let seed):
      if point != nil {
        throw SweepError.noSuchUnit(
          "the folder '\(path)' holds a run, which has no points\n  hint: leave --point out")
      }
      let network = try CompiledNetwork(document.scenario)
      let layout = OutcomeLayout(of: network)
      let names = layout.columns.map(\.name)
      return Replay(
        replication: replication, names: names,
        now: try Self.run(replication, of: network, seed: seed, layout, onStep),
        recorded: try recorded(SweepUnit(point: -1, replication: replication), names: names),
        recordedBy: recordedBy)
    }
  }

  private func checked(_ point: Int?, in experiment: Experiment) throws(SweepError) -> Int {
    guard let point else {
      throw .noSuchUnit(
        "the folder '\(path)' holds a sweep of \(experiment.pointCount) points\n"
          + "  hint: say which one with --point, from 0 to \(experiment.pointCount - 1)")
    }
    guard point < experiment.pointCount else {
      throw .noSuchUnit(
        "there is no point \(point): the sweep has the points 0 to \(experiment.pointCount - 1)")
    }
    return point
  }

  private func run(
    _ unit: SweepUnit, of experiment: Experiment, _ onStep: ((ReplicationStep) throws -> Void)?
  ) throws -> Replay.Result {
    let points = SweepPoints(of: experiment)
    do {
      let record =
        try onStep.map { try points.record(of: unit, onStep: $0) }
        ?? points.record(of: unit)
      switch record?.result {
      case .done(let responses, let eventCount):
        return .done(responses: responses, eventCount: eventCount)
      case .failed(let message): return .failed(message)
      case nil: preconditionFailure("nobody asked the replication to stop")
      }
    } catch let error as ScenarioError {
      return .failed(error.portableDescription)
    }
  }

  private static func run(
    _ index: Int, of network: CompiledNetwork, seed: UInt64, _ layout: OutcomeLayout,
    _ onStep: ((ReplicationStep) throws -> Void)?
  ) throws -> Replay.Result {
    var replication = Replication(of: network, seed: seed)
    if let onStep {
      replication.begin(index: UInt64(index))
      while let step = replication.step() { try onStep(step) }
    } else {
      replication.run(index: UInt64(index))
    }
    let outcome = replication.outcome(in: layout)
    if let fault = FamilyBatch.fault(in: outcome) { return .failed(fault) }
    return .done(
      responses: outcome.responses.map { $0.isFinite ? $0 : nil }, eventCount: outcome.eventCount)
  }

  /// What replications.csv says; `nil` without it, or when the replication is not in it.
  private func recorded(_ unit: SweepUnit, names: [String]) throws -> Replay.Result? {
    let file = path + "/replications.csv"
    guard let rows = try? CSVRows(path: file) else { return nil }
    let header = rows.header
    let places = names.map { header.firstIndex(of: $0) }
    guard let replication = header.firstIndex(of: "replication"),
      let events = header.firstIndex(of: "events"), let status = header.firstIndex(of: "status")
    else { return nil }
    let point = header.firstIndex(of: "point_id")
    while let cells = try rows.next() {
      guard cells.count == header.count, cells[replication] == String(unit.replication),
        point.map({ cells[$0] == String(unit.point) }) ?? true
      else { continue }
      guard cells[status] == "ok" else { return .failed("") }
      return .done(
        responses: places.map { $0.flatMap { cells[$0] }.flatMap { Double($0) } },
        eventCount: cells[events].flatMap { Int($0) } ?? -1)
    }
    return nil
  }
}
