import FlowSimulation
import RandomStreams
import TestSupport
import Testing
import TraffickingModel

/// Under one seed, what a change does not touch stays as it is, bit for bit.
@Suite("Common random numbers")
struct CommonRandomNumbersTests {
  /// A small network with chance everywhere: clustering, masses, times, shares and detection.
  private func base() -> TestNetwork {
    var network = TestNetwork(warmUpDays: 50)
    network.agency("police")
    network.place("hub", holding: .exponential(Exponential(mean: 2)))
    network.corridor(
      "in", "origin", "hub", days: .lognormal(Lognormal(mean: 3, coefficientOfVariation: 0.5)),
      detections: ["police": 0.1])
    network.corridor("left", "hub", "a", share: 0.6, detections: ["police": 0.2])
    network.corridor("right", "hub", "b", share: 0.4, detections: ["police": 0.15])
    network.market("market-a", at: "a")
    network.market("market-b", at: "b")
    network.supply(
      "field", at: "origin", stock: 3_000, releasePerYear: 1, shape: 2,
      mass: .lognormal(Lognormal(mean: 4, coefficientOfVariation: 1)))
    return network
  }

  private func run(_ network: TestNetwork) throws -> Reading {
    try CheckedRun(network.network()).reading(seed: 71, index: 3)
  }

  /// The bits of everything that is told of the corridors, markets and seizures of `base`.
  private func bits(_ reading: Reading) -> [UInt64] {
    let corridors = ["in", "left", "right"].flatMap { corridor in
      CorridorMeasure.allCases.map { reading.corridor(corridor, $0) }
    }
    let markets = ["market-a", "market-b"].map {
      reading[.deliveredKilogramsByMarket, $0, "heroin"]
    }
    let flows = [
      reading[.dispatchedKilograms, "heroin"], reading[.seizedKilograms, "heroin"],
      reading[.daysToMarket, "heroin"], reading[.stockKilograms, "heroin"],
    ]
    let months = MonthlySeries.allCases.flatMap { reading.months(of: $0) }
    return (corridors + markets + flows + months).map(\.bitPattern)
  }

  @Test("an organisation that has no part in a supply changes nothing")
  func unrelatedOrganisation() throws {
    var network = base()
    network.contents.organisations.insert(
      Organisation(
        id: "newcomer", name: "", choiceSensitivity: 1, riskAversion: 0,
        timeValuePerKilogramDay: 0),
      at: 0)
    network.contents.supplies[0].organisationShares[0].organisation = Organisation.Index(1)
    #expect(try bits(run(network)) == bits(run(base())))
  }

  @Test("a corridor elsewhere changes nothing here")
  func unrelatedCorridor() throws {
    var network = base()
    network.corridor("far", "x", "y")
    network.contents.corridors.insert(network.contents.corridors.removeLast(), at: 0)
    network.market("market-y", at: "y")
    #expect(try bits(run(network)) == bits(run(base())))
  }

  @Test("a supply of another commodity elsewhere changes nothing here")
  func unrelatedSupply() throws {
    var network = base()
    network.commodity("opium")
    network.corridor("far", "x", "y", detections: ["police": 0.5])
    network.market("market-y", at: "y", takes: ["opium": 1])
    network.burst("second-farm", at: "x", of: "opium", count: 200)
    network.contents.supplies.reverse()
    #expect(try bits(run(network)) == bits(run(base())))
  }

  @Test("a closure that shuts nothing changes nothing")
  func idleClosure() throws {
    var network = base()
    network.closure("idle", from: "03-03", until: "04-04")
    #expect(try bits(run(network)) == bits(run(base())))
  }

  @Test("an agency that watches nothing changes nothing")
  func idleAgency() throws {
    var network = base()
    network.agency("customs", .customs)
    #expect(try bits(run(network)) == bits(run(base())))
  }

  @Test("other names for people change nothing")
  func renaming() throws {
    var network = base()
    network.contents.places[0].name = "Another name"
    network.contents.supplies[0].initialStockKilograms += 0
    #expect(try bits(run(network)) == bits(run(base())))
  }

  @Test("a supply of another name has other luck")
  func supplyName() throws {
    var network = base()
    network.contents.supplies[0].id = "other-farm"
    #expect(try bits(run(network)) != bits(run(base())))
  }

  /// The base with more enforcement on the corridor to the left.
  private func policy() -> TestNetwork {
    var network = base()
    network.contents.corridors[network.corridorIndex("left").offset].detections = [
      Corridor.Detection(agency: network.agencyIndex("police"), probability: 0.5)
    ]
    return network
  }

  @Test("more enforcement on a corridor changes nothing on the corridors beside and before it")
  func elsewhereUntouched() throws {
    let (before, after) = (try run(base()), try run(policy()))
    for corridor in ["in", "right"] {
      for measure in CorridorMeasure.allCases {
        #expect(before.corridor(corridor, measure) == after.corridor(corridor, measure))
      }
    }
  }

  @Test("more enforcement on a corridor does not change who sets out on it")
  func attemptsUntouched() throws {
    let (before, after) = (try run(base()), try run(policy()))
    #expect(before.corridor("left", .attempts) == after.corridor("left", .attempts))
  }

  @Test("under more enforcement everything is seized that was seized before")
  func monotoneSeizures() throws {
    // Twenty replications, each alone: more is seized there and exactly that much less arrives.
    let before = try CheckedRun(base().network()).readings(seed: 72, count: 20)
    let after = try CheckedRun(policy().network()).readings(seed: 72, count: 20)
    for (one, other) in zip(before, after) {
      let seized =
        other.corridor("left", .seizedKilograms) - one.corridor("left", .seizedKilograms)
      let lost =
        one[.deliveredKilogramsByMarket, "market-a", "heroin"]
        - other[.deliveredKilogramsByMarket, "market-a", "heroin"]
      #expect(seized >= 0 && abs(seized - lost) < 1e-9)
    }
  }

  @Test("slower travel on a corridor changes no choice and no detection")
  func timesApart() throws {
    var network = base()
    network.contents.corridors[1].transitDays = .always(1.25)
    let (before, after) = (try run(base()), try run(network))
    #expect(
      CorridorMeasure.allCases.map { before.corridor("right", $0) }
        == CorridorMeasure.allCases.map { after.corridor("right", $0) })
  }

  @Test("a consignment that no policy touches has the same luck under all of them")
  func untouchedConsignment() throws {
    // One consignment at a time, 40 seeds: those that go right end alike with and without policy.
    for index in 0..<40 {
      var networks = [base(), policy()]
      for policy in networks.indices {
        networks[policy].contents.supplies.removeAll()
        networks[policy].burst("single", at: "origin", count: 1)
      }
      let readings = try networks.map {
        try CheckedRun($0.network()).reading(seed: 73, index: UInt64(index))
      }
      if readings[0].corridor("left", .attempts) == 0 {
        #expect(readings[0].bits == readings[1].bits)
      }
    }
  }

  @Test("replications have luck of their own")
  func replicationsDiffer() throws {
    let readings = try CheckedRun(base().network()).readings(seed: 71, count: 8)
    #expect(Set(readings.map(\.bits)).count == 8)
  }

  @Test("seeds have luck of their own")
  func seedsDiffer() throws {
    let run = try CheckedRun(base().network())
    #expect(try run.reading(seed: 1).bits != run.reading(seed: 2).bits)
  }

  @Test("a replication comes out the same however its events are dealt out")
  func stepping() throws {
    let network = try base().network()
    let layout = OutcomeLayout(of: network)
    var whole = Replication(of: network, seed: 71)
    whole.run(index: 3)
    let reading = Reading(
      outcome: whole.outcome(in: layout), layout: layout, contents: network.scenario.contents)
    #expect(try reading.bits == run(base()).bits)
  }
}
