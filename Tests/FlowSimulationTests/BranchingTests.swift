import FlowSimulation
import TestSupport
import Testing
import TraffickingModel

/// A history that several networks share is simulated once, and nobody can tell.
@Suite("Branching")
struct BranchingTests {
  private typealias World = BranchingWorld

  private static func skill(_ factor: Double) -> (inout ScenarioContents) -> Void {
    { contents in
      for agency in contents.agencies.indices { contents.agencies[agency].skill *= factor }
    }
  }

  @Test("with every process at work, policies of all dates come to the same bits as alone")
  func everyProcess() throws {
    let base = World.whole()
    let networks = [
      try World.network(base),
      try World.network(base, ("2023-08-01", Self.skill(2))),
      try World.network(base, ("2023-08-17", Self.skill(3)), ("2023-10-01", Self.skill(0.5))),
      // Before the warm-up has ended, and on its last day.
      try World.network(base, ("2022-12-24", Self.skill(0.5))),
      try World.network(base, ("2023-02-10", { $0.checkpoints[0].lanes = 3 })),
      try World.network(base, ("2023-09-01", { $0.organisations[1].concealment = 0.3 })),
      try World.network(base, ("2023-09-01", { $0.corridors[0].extraCostPerKilogram = 500 })),
    ]
    let family = NetworkFamily(networks)
    #expect(family.simulatedShare < 0.75)
    #expect(World.isExact(networks))
    #expect(World.isExact(networks.reversed()))
  }

  @Test("so do policies on every mechanism")
  func mechanisms() throws {
    let base = World.whole()
    let changes: [(inout ScenarioContents) -> Void] = [
      { $0.checkpoints[0].licitVehiclesPerDay = 200 },
      { $0.checkpoints[0].lanes = 4 },
      { $0.laboratories[0].capacityKilogramsPerDay = 20 },
      { $0.supplies[0].productionKilogramsPerYear = 2_000 },
      { $0.intelligence?.leadsPerSeizure = 0.9 },
      { $0.intelligence?.sources[0].leadsPerYear = 200 },
      { $0.clashes?.seizureProbability = 0.1 },
      { $0.controlledDelivery?.lossPerPassage = 0.01 },
      { $0.frontiers[0].deployment?.mobileShare = 0.9 },
      { $0.markets[0].demands[0].pricePerKilogram = 3_000 },
      { $0.commodities[1].detectability = 3 },
      { $0.organisations[0].riskAversion = 3 },
    ]
    let networks = try changes.map { try World.network(base, ("2023-08-10", $0)) }
    #expect(World.isExact([try World.network(base)] + networks, indices: [4]))
  }

  @Test("classes that only dispatch after the branch choose as if they always could have")
  func laterClasses() throws {
    let base = World.whole()
    let joins: (inout ScenarioContents) -> Void = {
      $0.supplies[1].organisationShares[1].share = 3
    }
    let networks = [
      try World.network(base, ("2023-08-01", joins)),
      try World.network(base),
      try World.network(base, ("2023-06-01", Self.skill(2)), ("2023-09-01", joins)),
      try World.network(base, ("2023-06-01", Self.skill(2))),
    ]
    #expect(networks[0].classes.count > networks[1].classes.count)
    #expect(networks[0].daysShared(with: networks[1]) > 200)
    #expect(World.isExact(networks))
    #expect(World.isExact(networks.reversed()))
  }

  /// Day 90 and day 105 are reviews, and consignments have been waiting for months.
  @Test("who waits for a pass asks again on the day of each network, in its turn")
  func waiting() throws {
    let base = World.pass()
    let networks = [
      try World.network(base),
      try World.network(base, ("2023-04-01", Self.skill(2))),
      try World.network(base, ("2023-04-16", Self.skill(2))),
      try World.network(base, ("2023-04-16", Self.skill(2)), ("2023-04-20", Self.skill(0.1))),
      try World.network(base, ("2023-03-20", { _ in })),
      // The pass closes for good in October: who waits then waits in vain, or for a policy.
      try World.network(base, ("2023-11-05", Self.skill(2))),
      try World.network(base, ("2023-11-17", Self.skill(2))),
    ]
    #expect(NetworkFamily(networks).simulatedShare < 0.8)
    #expect(World.isExact(networks))
    #expect(World.isExact(networks.reversed()))
  }

  @Test("a stage that changes nothing is a branch all the same")
  func idleStage() throws {
    let base = World.whole()
    let networks = [
      try World.network(base), try World.network(base, ("2023-07-17", { _ in })),
    ]
    // Cut short, the span of July is another one.
    #expect(networks[0].daysShared(with: networks[1]) == 100 + 141)
    #expect(World.isExact(networks))
  }

  @Test("networks that differ from the start share nothing, and come out right")
  func nothingShared() throws {
    let base = World.whole()
    var other = base
    other.contents.agencies[0].skill = 2
    var larger = base
    larger.organisation("third")
    let networks = [try base.network(), try other.network(), try larger.network()]
    #expect(networks[0].daysShared(with: networks[1]) == 0)
    #expect(networks[0].daysShared(with: networks[2]) == 0)
    let family = NetworkFamily(networks)
    #expect(family.simulatedShare == 1)
    #expect(World.isExact(networks, indices: [2]))
  }

  @Test("what never differs is simulated once and told in each one's own columns")
  func neverDifferent() throws {
    let base = World.whole()
    var costly = base
    costly.contents.policies[0].startUpCost = 7
    costly.contents.title = "Another title"
    let networks = [try base.network(), try costly.network(), try base.network()]
    let horizon = Double(base.contents.period.simulatedDays)
    #expect(networks[0].daysShared(with: networks[1]) == horizon)
    #expect(abs(NetworkFamily(networks).simulatedShare - 1.0 / 3) < 1e-12)
    #expect(World.isExact(networks, indices: [2]))
  }

  /// Eight networks that part in twos on three days.
  @Test("branches branch again")
  func nested() throws {
    let base = World.pass()
    let networks = try (0..<8).map { number in
      try World.network(
        base, ("2023-06-01", Self.skill(number & 1 == 0 ? 2 : 3)),
        ("2023-08-01", Self.skill(number & 2 == 0 ? 2 : 3)),
        ("2023-10-01", Self.skill(number & 4 == 0 ? 2 : 3)))
    }
    let family = NetworkFamily(networks)
    // 1 of 151 days, 2 of 61, 4 of 61 and 8 of 61, of 8 times 334.
    #expect(abs(family.simulatedShare - (151 + 14.0 * 61) / (8 * 334)) < 1e-12)
    #expect(BranchingReplication(of: family, seed: 1).slotCount == 4)
    #expect(World.isExact(networks))
  }

  @Test("ten policies from the middle on take little more than half the days")
  func share() throws {
    let base = World.pass()
    let networks = try (0..<10).map {
      try World.network(base, ("2023-06-16", Self.skill(1 + Double($0))))
    }
    let family = NetworkFamily(networks)
    #expect(family.simulatedShare < 0.6)
    #expect(BranchingReplication(of: family, seed: 1).slotCount == 2)
  }
}
