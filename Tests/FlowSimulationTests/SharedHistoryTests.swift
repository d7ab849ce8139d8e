import FlowSimulation
import TestSupport
import Testing
import TraffickingModel

/// Until when two networks are the same.
@Suite("Shared history")
struct SharedHistoryTests {
  private typealias World = BranchingWorld

  /// A source, a hub with two ways round a loop, two markets; one supply at the hub that nobody of
  /// the first organisation dispatches from.
  private func loop(learns: Bool) -> TestNetwork {
    var world = TestNetwork(.recursiveLogit)
    world.organisation("other")
    world.corridor("in", "origin", "hub")
    world.corridor("out", "hub", "city")
    world.corridor("there", "hub", "loop", cost: 200)
    world.corridor("back", "loop", "hub", cost: 200)
    world.corridor("side", "yard", "loop", cost: 10)
    world.market("market", at: "city")
    world.steadySupply("field", at: "origin", perDay: 1)
    world.steadySupply("second", at: "yard", perDay: 1)
    world.contents.supplies[1].organisationShares = [
      Supply.OrganisationShare(organisation: world.organisationIndex("other"), share: 1),
      Supply.OrganisationShare(organisation: world.organisationIndex("group"), share: 0),
    ]
    if learns {
      world.organisation("group") {
        $0.learning = Organisation.Learning(
          reviewDays: 30, memoryDays: 60, priorPassages: 5, hearsay: 0)
      }
    }
    return world
  }

  private func joins(_ contents: inout ScenarioContents) {
    contents.supplies[1].organisationShares[1].share = 1
  }

  @Test("the day is that of the first difference, and pairs agree on it")
  func dates() throws {
    let base = World.pass()
    let change: (inout ScenarioContents) -> Void = { $0.agencies[0].skill = 2 }
    let networks = [
      try World.network(base), try World.network(base, ("2023-03-01", change)),
      try World.network(base, ("2023-07-01", change)),
    ]
    #expect(networks[0].daysShared(with: networks[0]) == 334)
    #expect(networks[0].daysShared(with: networks[1]) == 59)
    #expect(networks[1].daysShared(with: networks[0]) == 59)
    #expect(networks[1].daysShared(with: networks[2]) == 59)
    #expect(networks[0].daysShared(with: networks[2]) == 181)
  }

  /// From July on its consignments start at a place that they could not meet before; so the network
  /// in which they choose is another one from the start.
  @Test("what a later stage adds to a learner's network is found where it matters")
  func widerReach() throws {
    let base = loop(learns: true)
    let networks = [try World.network(base), try World.network(base, ("2023-07-01", joins))]
    #expect(networks[0].daysShared(with: networks[1]) == 0)
    #expect(World.isExact(networks))
  }

  /// Where nobody can be yet is in the table all the same.
  @Test("and so it is for who does not learn")
  func widerTables() throws {
    let base = loop(learns: false)
    let networks = [try World.network(base), try World.network(base, ("2023-07-01", joins))]
    #expect(networks[0].daysShared(with: networks[1]) == 0)
    #expect(World.isExact(networks))
  }

  @Test("another period shares nothing")
  func otherPeriod() throws {
    let base = World.pass()
    var longer = base
    longer.contents.period.end = date("2024-01-01")
    #expect(try base.network().daysShared(with: longer.network()) == 0)
  }
}
