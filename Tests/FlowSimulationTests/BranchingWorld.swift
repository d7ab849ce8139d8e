import FlowSimulation
import RandomStreams
import TestSupport
import TraffickingModel

/// Networks that share a history, and what each comes to by itself.
enum BranchingWorld {
  /// A change of a scenario's numbers from a day on.
  typealias Change = (from: String, change: (inout ScenarioContents) -> Void)

  /// A network whose numbers change on some days, each change on top of those before.
  static func network(
    _ base: TestNetwork, _ changes: Change...
  ) throws -> CompiledNetwork {
    var stages = [
      ScenarioStage(from: base.contents.period.simulationStart, contents: base.contents)
    ]
    for (day, change) in changes {
      var contents = stages[stages.count - 1].contents
      change(&contents)
      stages.append(ScenarioStage(from: date(day), contents: contents))
    }
    return try CompiledNetwork(Scenario(base.contents, stages: stages))
  }

  /// The bits of a network's outcomes by itself, replication by replication, each plain and
  /// mirrored.
  static func bitsAlone(_ network: CompiledNetwork, indices: [UInt64]) -> [[UInt64]] {
    let layout = OutcomeLayout(of: network)
    var replication = Replication(of: network, seed: 61)
    var bits = [[UInt64]]()
    for index in indices {
      for isMirrored in [false, true] {
        replication.run(index: index, isMirrored: isMirrored)
        bits.append(
          reading(replication.outcome(in: layout), network, layout).bits)
      }
    }
    return bits
  }

  /// The same of all networks of a family, branched.
  static func bitsBranched(_ family: NetworkFamily, indices: [UInt64]) -> [[[UInt64]]] {
    var replication = BranchingReplication(of: family, seed: 61)
    var bits = [[[UInt64]]](repeating: [], count: family.networks.count)
    for index in indices {
      for isMirrored in [false, true] {
        let outcomes =
          replication.outcomes(ofReplication: index, isMirrored: isMirrored) ?? []
        for (number, outcome) in outcomes.enumerated() {
          bits[number].append(
            reading(outcome, family.networks[number], family.layouts[number]).bits)
        }
      }
    }
    return bits
  }

  private static func reading(
    _ outcome: Outcome, _ network: CompiledNetwork, _ layout: OutcomeLayout
  ) -> Reading {
    Reading(outcome: outcome, layout: layout, contents: network.scenario.contents)
  }

  /// Whether branching comes to the same bits as each network alone, one replication after the
  /// other in the same memory.
  static func isExact(_ networks: [CompiledNetwork], indices: [UInt64] = [0, 1]) -> Bool {
    let branched = bitsBranched(NetworkFamily(networks), indices: indices)
    return zip(networks, branched).allSatisfy { $1 == bitsAlone($0, indices: indices) }
  }

  /// A year with 100 days of warm-up in which everything of the model happens, and two
  /// organisations of which one does not trade in one of the supplies yet.
  static func whole() -> TestNetwork {
    var world = WholeWorld.network()
    world.contents.supplies[1].organisationShares.append(
      Supply.OrganisationShare(organisation: world.organisationIndex("second"), share: 0))
    return world
  }

  /// Everybody crosses one pass that is closed until May, and learns; reviews fall on the days on
  /// which policies begin.
  static func pass() -> TestNetwork {
    var world = TestNetwork(.recursiveLogit, from: "2023-01-01", to: "2023-12-01")
    world.agency("police")
    world.closure("winter", from: "10-20", until: "05-01")
    world.corridor("pass", "origin", "hub", detections: ["police": 0.1], closures: ["winter"])
    world.corridor("left", "hub", "city", detections: ["police": 0.2])
    world.corridor("right", "hub", "city", detections: ["police": 0.1], cost: 10)
    world.market("market", at: "city")
    world.steadySupply("field", at: "origin", perDay: 2)
    world.organisation("group") {
      $0.learning = Organisation.Learning(
        reviewDays: 15, memoryDays: 60, priorPassages: 5, hearsay: 0)
    }
    return world
  }
}
