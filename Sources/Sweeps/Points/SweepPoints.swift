import FlowSimulation
import ScenarioFormat
import Synchronization
import TraffickingModel

/// Lays out the networks of the points of an experiment, keeping those last used.
public final class SweepPoints: Sendable {
  /// A point that is ready to run.
  public struct Prepared: Sendable {
    /// Its network.
    public let network: CompiledNetwork
    /// What the numbers of its outcomes mean.
    public let layout: OutcomeLayout
    /// Where the responses of the experiment are in an outcome.
    let places: [SweepResponse.Places]
    /// What the responses make of the numbers there.
    let definitions: [SweepResponse]

    /// The responses of an outcome; NaN where one is not defined.
    public func responses(of outcome: Outcome) -> [Double] {
      zip(places, definitions).map { $1.value(of: $0.value(in: outcome)) }
    }
  }

  let experiment: Experiment
  private let kept: Mutex<Kept>
  /// The layout that was looked through last, with what was found: most points have the same.
  private let lastLayout = Mutex<(layout: OutcomeLayout, places: [SweepResponse.Places])?>(nil)
  /// How many networks are kept at most.
  private let keptLimit: Int
  /// How many are kept where they are laid out again anyway.
  private static let recentLimit = 16

  /// The points last used.
  private struct Kept {
    var slots: [Int: Slot] = [:]
    /// In the order in which they came.
    var order: [Int] = []
  }

  /// Room for a point; who holds it lays out the network while others that need it wait.
  private final class Slot: Sendable {
    let prepared = Mutex<Prepared?>(nil)
  }

  /// - Parameter keptLimit: how many points an experiment may have for all networks to be kept,
  ///   some megabytes each; of more points only the last few are.
  public init(of experiment: Experiment, keptLimit: Int = 64) {
    precondition(keptLimit >= 1, "the network in use is kept")
    self.experiment = experiment
    keepsAll = experiment.pointCount <= keptLimit
    self.keptLimit = keepsAll ? keptLimit : min(keptLimit, Self.recentLimit)
    kept = Mutex(Kept())
  }

  /// Whether the networks of all points are kept, so that none is ever laid out again.
  public let keepsAll: Bool

  /// The document of a point: that of its scenario with all factors at their values.
  ///
  /// - Throws: when a factor takes a number out of its range.
  public func document(ofPoint point: Int) throws(ScenarioError) -> ChangedDocument {
    let scenario = experiment.scenarios[experiment.parts(ofPoint: point).scenario]
    var document = ChangedDocument(scenario.document)
    do throws(ScenarioProblem) {
      for (factor, value) in zip(experiment.factors, experiment.values(ofPoint: point)) {
        try factor.apply(value, to: &document)
      }
    } catch {
      throw ScenarioError(error)
    }
    return document
  }

  /// A point, ready to run.
  ///
  /// - Throws: what is wrong with the scenario at this point.
  public func prepared(_ point: Int) throws(ScenarioError) -> Prepared {
    let slot = kept.withLock { kept in
      if let known = kept.slots[point] { return known }
      let slot = Slot()
      kept.slots[point] = slot
      kept.order.append(point)
      if kept.order.count > keptLimit { kept.slots[kept.order.removeFirst()] = nil }
      return slot
    }
    return try slot.prepared.withLock { known throws(ScenarioError) in
      if let known { return known }
      let prepared = try layOut(point)
      known = prepared
      return prepared
    }
  }

  /// Lays out the first point of each scenario.
  ///
  /// - Throws: what is wrong with one of them.
  public func checkFirstPoints() throws(ScenarioError) {
    for scenario in experiment.scenarios.indices {
      _ = try prepared(scenario * experiment.design.pointCount)
    }
  }

  private func layOut(_ point: Int) throws(ScenarioError) -> Prepared {
    let network = try network(ofPoint: point)
    let layout = OutcomeLayout(of: network)
    return Prepared(
      network: network, layout: layout, places: try places(in: layout),
      definitions: experiment.responses)
  }

  private func network(ofPoint point: Int) throws(ScenarioError) -> CompiledNetwork {
    let document = try document(ofPoint: point)
    let scenario = try ScenarioDocument.scenario(of: document)
    do throws(ScenarioError) {
      return try CompiledNetwork(scenario)
    } catch {
      throw error.located(in: document.node)
    }
  }

  /// Where the responses stand in the outcomes of a layout.
  private func places(in layout: OutcomeLayout) throws(ScenarioError) -> [SweepResponse.Places] {
    if let last = lastLayout.withLock({ $0 }), last.layout == layout { return last.places }
    var places: [SweepResponse.Places] = []
    for response in experiment.responses {
      do throws(UnknownResponse) {
        places.append(try response.places(in: layout))
      } catch {
        throw ScenarioError(
          ScenarioProblem(
            pointer: "/responses/\(response.id)", found: "found \(error.found) at this point",
            allowed: "responses that every point has"))
      }
    }
    lastLayout.withLock { $0 = (layout, places) }
    return places
  }

  /// Runs a unit; `nil` when it was to stop meanwhile.
  ///
  /// A replication whose books do not balance gives a record of its failure.
  ///
  /// - Throws: what is wrong with the scenario at this point.
  public func record(
    of unit: SweepUnit, stoppingWhen shouldStop: () -> Bool = { false }
  ) throws(ScenarioError) -> SweepRecord? {
    let prepared = try prepared(unit.point)
    let luck = experiment.luck(of: unit)
    var replication = Replication(of: prepared.network, seed: luck.seed)
    replication.begin(index: luck.replication)
    while !replication.advance(events: 1 << 16) {
      if shouldStop() { return nil }
    }
    return SweepRecord(
      unit: unit, outcome: replication.outcome(in: prepared.layout), prepared: prepared)
  }

  /// Runs a unit event by event.
  ///
  /// - Throws: what is wrong with the scenario at this point, or what `onStep` throws.
  package func record(
    of unit: SweepUnit, onStep: (ReplicationStep) throws -> Void
  ) throws -> SweepRecord {
    let prepared = try prepared(unit.point)
    let luck = experiment.luck(of: unit)
    var replication = Replication(of: prepared.network, seed: luck.seed)
    replication.begin(index: luck.replication)
    while let step = replication.step() { try onStep(step) }
    return SweepRecord(
      unit: unit, outcome: replication.outcome(in: prepared.layout), prepared: prepared)
  }
}
