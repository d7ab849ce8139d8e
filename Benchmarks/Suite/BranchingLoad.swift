import FlowSimulation
import ScenarioFormat
import TraffickingModel

/// Policies that begin halfway, each simulated from the start or branched from one history.
public struct BranchingLoad: Sendable {
  private let family: NetworkFamily

  /// The load of a scenario and a number of policies of better and better enforcement, from the
  /// first of the month after the middle of the simulation.
  public init(path: String, policies: Int) throws(ScenarioError) {
    try self.init(of: ScenarioDocument(path: path).scenario.contents, policies: policies)
  }

  /// The load of contents.
  public init(of contents: ScenarioContents, policies: Int) throws(ScenarioError) {
    let period = contents.period
    let middle = CivilDate(
      dayNumber: period.simulationStart.dayNumber + period.simulatedDays / 2)
    var networks = [CompiledNetwork]()
    for policy in 1...policies {
      var changed = contents
      for agency in changed.agencies.indices {
        changed.agencies[agency].skill *= 1 + 0.1 * Double(policy)
      }
      let stages = [
        ScenarioStage(from: period.simulationStart, contents: contents),
        ScenarioStage(from: middle.firstOfNextMonth, contents: changed),
      ]
      networks.append(try CompiledNetwork(Scenario(contents, stages: stages)))
    }
    family = NetworkFamily(networks)
  }

  /// Runs replications of each policy from the start.
  ///
  /// - Returns: replications of one policy as operations; a checksum of all responses.
  public func apart(replications: Int) -> WorkDone {
    var time = Stopwatch.Reading(seconds: 0, processorSeconds: 0)
    var outcomes = [[Outcome]](repeating: [], count: replications)
    for (network, layout) in zip(family.networks, family.layouts) {
      var replication = Replication(of: network, seed: 1)
      let stopwatch = Stopwatch()
      for index in 0..<replications {
        replication.run(index: UInt64(index))
        outcomes[index].append(replication.outcome(in: layout))
      }
      let reading = stopwatch.reading
      time.seconds += reading.seconds
      time.processorSeconds += reading.processorSeconds
    }
    return work(outcomes, time, check: 1)
  }

  /// Runs the same, branched.
  ///
  /// - Returns: the same checksum; the check is the share of the days that is simulated.
  public func branched(replications: Int) -> WorkDone {
    var replication = BranchingReplication(of: family, seed: 1)
    let stopwatch = Stopwatch()
    let outcomes = (0..<replications).map {
      replication.outcomes(ofReplication: UInt64($0)) ?? []
    }
    let time = stopwatch.reading
    return work(outcomes, time, check: family.simulatedShare)
  }

  private func work(
    _ outcomes: [[Outcome]], _ time: Stopwatch.Reading, check: Double
  ) -> WorkDone {
    var checksum = Checksum()
    for outcome in outcomes.joined() {
      checksum.add(UInt64(outcome.eventCount))
      for numbers in [outcome.responses, outcome.monthly, outcome.corridors] {
        for number in numbers { checksum.add(number) }
      }
    }
    return WorkDone(
      operations: outcomes.count * family.networks.count, checksum: checksum.value, time: time,
      check: check)
  }
}
