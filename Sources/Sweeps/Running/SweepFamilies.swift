import Experiments
import FlowSimulation
import Synchronization
import TraffickingModel

/// Points of a sweep that share a part of their history, such as policies that begin later on.
///
/// Only points with the same luck share any: there are none without common random numbers, and none
/// in Saltelli designs and several randomisations, where those with the same luck are a part.
final class SweepFamilies: Sendable {
  private let experiment: Experiment
  let points: SweepPoints
  private let known = Mutex<[[Int]: NetworkFamily]>([:])

  /// How much of the days must remain to be simulated at most, for a family to be worth the memory
  /// of its branches.
  private static let worthwhileShare = 0.9
  /// How many families are kept: stages and resumed replications have others.
  private static let keptLimit = 8

  init(of experiment: Experiment, points: SweepPoints) {
    self.experiment = experiment
    self.points = points
  }

  /// Whether the units of a stage are better run replication by replication.
  ///
  /// There must be enough replications for all workers, and points that share enough. The networks
  /// of all points are kept then, as they are when units run one by one.
  func pay(forPoints stage: [Int], unitCount: Int, workerCount: Int) -> Bool {
    guard experiment.sharedLuck == .everyPoint, points.keepsAll, stage.count > 1,
      unitCount >= stage.count * workerCount, let family = try? family(of: stage)
    else { return false }
    return family.simulatedShare <= Self.worthwhileShare
  }

  /// The family of some points.
  ///
  /// - Throws: what is wrong with the scenario at one of them.
  func family(of members: [Int]) throws(ScenarioError) -> NetworkFamily {
    if let family = known.withLock({ $0[members] }) { return family }
    var networks: [CompiledNetwork] = []
    for point in members { networks.append(try points.prepared(point).network) }
    let family = NetworkFamily(networks)
    known.withLock { known in
      if known.count >= Self.keptLimit { known.removeAll() }
      known[members] = family
    }
    return family
  }
}

/// What one worker needs to run replications of families one after the other.
struct FamilyWorker: ~Copyable {
  private let families: SweepFamilies
  private var members: [Int] = []
  private var replication: BranchingReplication?

  init(_ families: SweepFamilies) { self.families = families }

  /// Runs units with the same luck; `nil` when it was to stop meanwhile.
  mutating func records(
    of units: [SweepUnit], stoppingWhen shouldStop: () -> Bool
  ) -> [SweepRecord]? {
    let points = families.points
    var sound: [SweepUnit] = []
    var prepared: [SweepPoints.Prepared] = []
    var records: [SweepRecord] = []
    for unit in units {
      do throws(ScenarioError) {
        prepared.append(try points.prepared(unit.point))
        sound.append(unit)
      } catch {
        records.append(SweepRecord(unit: unit, fault: error))
      }
    }
    guard let first = sound.first else { return records }
    let luck = points.experiment.luck(of: first)
    precondition(
      sound.allSatisfy { points.experiment.luck(of: $0) == luck }, "branches share their luck")
    if replication == nil || members != sound.map(\.point) {
      members = sound.map(\.point)
      guard let family = try? families.family(of: members) else {
        preconditionFailure("every point of the family was laid out before")
      }
      replication = BranchingReplication(of: family, seed: luck.seed)
    }
    let outcomes = replication?.outcomes(ofReplication: luck.replication, unless: shouldStop)
    guard let outcomes else { return nil }
    for (number, outcome) in outcomes.enumerated() {
      records.append(SweepRecord(unit: sound[number], outcome: outcome, prepared: prepared[number]))
    }
    return records
  }
}
