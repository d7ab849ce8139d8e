import Experiments
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
    /// What the responses are multiplied with.
    let scales: [Double]

    /// The responses of an outcome; NaN where one is not defined.
    public func responses(of outcome: Outcome) -> [Double] {
      zip(places, scales).map { $0.value(in: outcome) * $1 }
    }
  }

  private let experiment: Experiment
  private let kept: Mutex<[Int: Prepared]>
  /// How many networks are kept at most.
  private let keptLimit: Int

  /// - Parameter keptLimit: how many networks are kept; an experiment of more points lays out each
  ///   anew when its turn comes.
  public init(of experiment: Experiment, keptLimit: Int = 64) {
    self.experiment = experiment
    self.keptLimit = keptLimit
    kept = Mutex([:])
  }

  /// The document of a point: that of its scenario with all factors at their values.
  ///
  /// - Throws: what is wrong with the scenario at this point.
  public func document(ofPoint point: Int) throws(ScenarioError) -> ScenarioDocument {
    let scenario = experiment.scenarios[experiment.parts(ofPoint: point).scenario]
    let values = experiment.values(ofPoint: point)
    if values.allSatisfy({ $0 == .nominal }) { return scenario.document }
    var node = scenario.document.resolved
    do throws(ScenarioProblem) {
      for (factor, value) in zip(experiment.factors, values) {
        node = try factor.apply(value, to: node)
      }
    } catch {
      throw ScenarioError(error)
    }
    return try ScenarioDocument(node, path: scenario.document.path)
  }

  /// A point, ready to run.
  ///
  /// - Throws: what is wrong with the scenario at this point.
  public func prepared(_ point: Int) throws(ScenarioError) -> Prepared {
    if let known = kept.withLock({ $0[point] }) { return known }
    let document = try document(ofPoint: point)
    let network: CompiledNetwork
    do throws(ScenarioError) {
      network = try CompiledNetwork(document.scenario)
    } catch {
      throw error.located(in: document.resolved)
    }
    let layout = OutcomeLayout(of: network)
    var places: [SweepResponse.Places] = []
    for response in experiment.responses {
      do throws(UnknownResponse) {
        places.append(try response.places(in: layout))
      } catch {
        throw ScenarioError(
          ScenarioProblem(
            pointer: "/responses/\(response.id)", found: "found no \(error.name) at this point",
            allowed: "responses that every point has"))
      }
    }
    let prepared = Prepared(
      network: network, layout: layout, places: places,
      scales: experiment.responses.map(\.scale))
    if experiment.pointCount <= keptLimit { kept.withLock { $0[point] = prepared } }
    return prepared
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
    var replication = Replication(
      of: prepared.network, seed: experiment.seed(ofPoint: unit.point))
    replication.begin(index: UInt64(unit.replication))
    while !replication.advance(events: 1 << 16) {
      if shouldStop() { return nil }
    }
    let outcome = replication.outcome(in: prepared.layout)
    if let fault = FamilyBatch.fault(in: outcome) {
      return SweepRecord(unit: unit, result: .failed(fault))
    }
    let responses = prepared.responses(of: outcome).map { $0.isNaN ? nil : $0 }
    return SweepRecord(
      unit: unit, result: .done(responses: responses, eventCount: outcome.eventCount))
  }
}
