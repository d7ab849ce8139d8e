import Experiments
import FlowSimulation
import Foundation
import ResultFiles
import ScenarioFormat
import TraffickingModel

/// A folder whose replications can be run again: that of a sweep, or of `panj run`.
public struct ReplayFolder: Sendable {
  private enum Content: Sendable {
    case sweep(SweepStore)
    case run(RecordedRun)
  }

  /// The folder, as the user named it.
  public let path: String
  private let content: Content

  /// Reads what a folder says of what was run there.
  ///
  /// - Throws: `SweepError` when it says nothing, or when what was run has been changed since;
  ///   `ScenarioError` when this version cannot read it; `OutputError` when a file is not there.
  public init(path: String) throws {
    self.path = path
    if try Self.document(path + "/" + SweepIdentity.fileName) != nil {
      content = .sweep(try SweepStore(comparingWith: path))
    } else if let node = try Self.document(path + "/" + OutputFolder.runFileName),
      node["format"]?.string == "panj-run/1"
    {
      content = .run(try RecordedRun(node, in: path))
    } else {
      throw SweepError.noSuchUnit(
        "the folder '\(path)' holds neither a sweep nor a run\n"
          + "  hint: name a folder that 'panj sweep' or 'panj run' has written")
    }
  }

  /// What a file holds; `nil` when there is none.
  private static func document(_ file: String) throws(SweepError) -> JSONNode? {
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    guard let node = try? JSONReader.read(path: file) else { throw .damagedFile(file) }
    return node
  }

  /// Runs one replication again and looks up what was recorded of it.
  ///
  /// - Parameters:
  ///   - point: the point; of a sweep only.
  ///   - onStep: told of every event if it is there, which takes longer.
  /// - Throws: `SweepError.noSuchUnit`, `OutputError` when a record cannot be read, or what
  ///   `onStep` throws.
  public func replay(
    point: Int?, replication: Int, onStep: ((ReplicationStep) throws -> Void)? = nil
  ) throws -> Replay {
    switch content {
    case .sweep(let store):
      let experiment = store.experiment
      let unit = SweepUnit(
        point: try checked(point, in: experiment), replication: replication)
      let now = try run(unit, of: experiment, onStep)
      let recorded = try store.record(of: unit).map { Replay.Result($0.result) }
      return Replay(
        point: unit.point, replication: replication, names: experiment.responses.map(\.id),
        now: now, recorded: recorded,
        damage: recorded == nil ? try damage(of: store) : nil,
        recordedBy: store.identity.version)
    case .run(let run):
      if point != nil {
        throw SweepError.noSuchUnit(
          "the folder '\(path)' holds a run, which has no points\n  hint: leave --point out")
      }
      let network = try CompiledNetwork(run.document.scenario)
      let layout = OutcomeLayout(of: network)
      let names = layout.columns.map(\.name)
      let now = try Self.run(replication, of: run, network, layout, onStep)
      let record = try run.record(ofReplication: replication, names: names)
      return Replay(
        replication: replication, names: names, now: now, recorded: record.result,
        damage: record.damage, recordedBy: run.version)
    }
  }

  /// Why a record may be missing that once was there; `nil` when nothing hints at that.
  ///
  /// A record that is there is whole, for its line has a checksum.
  private func damage(of store: SweepStore) throws(SweepError) -> String? {
    if let damage = store.damage {
      return "\(SweepStore.logName) is damaged: \(damage.lostBytes) bytes belong to no whole line"
        + (damage.brokenLines > 0 ? "" : ", at its end, as when a sweep is killed or still runs")
    }
    let counts = try Self.document(path + "/" + OutputFolder.runFileName)?["replications"]
    let written = ["done", "failed"]
      .compactMap { counts?[$0]?.number.flatMap { Int(exactly: $0.double) } }.reduce(0, +)
    guard store.recordCount < written else { return nil }
    return "\(SweepStore.logName) is damaged: it has \(store.recordCount) records, and "
      + "\(OutputFolder.runFileName) counts \(written)"
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
      guard let record else { preconditionFailure("nobody asked the replication to stop") }
      return Replay.Result(record.result)
    } catch let error as ScenarioError {
      return .failed(error.portableDescription)
    }
  }

  private static func run(
    _ number: Int, of run: RecordedRun, _ network: CompiledNetwork, _ layout: OutcomeLayout,
    _ onStep: ((ReplicationStep) throws -> Void)?
  ) throws -> Replay.Result {
    let luck = run.luck(ofReplication: number)
    var replication = Replication(of: network, seed: run.seed)
    if let onStep {
      replication.begin(index: luck.index, isMirrored: luck.isMirrored)
      while let step = replication.step() { try onStep(step) }
    } else {
      replication.run(index: luck.index, isMirrored: luck.isMirrored)
    }
    let outcome = replication.outcome(in: layout)
    if let fault = FamilyBatch.fault(in: outcome) { return .failed(fault) }
    return .done(
      responses: outcome.responses.map { $0.isFinite ? $0 : nil }, eventCount: outcome.eventCount)
  }
}

extension Replay.Result {
  /// What a unit of a sweep came to.
  fileprivate init(_ result: SweepRecord.Result) {
    switch result {
    case .done(let responses, let eventCount):
      self = .done(responses: responses, eventCount: eventCount)
    case .failed(let message): self = .failed(message)
    }
  }
}
