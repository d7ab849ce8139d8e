import FlowSimulation
import TestSupport
import Testing
import TraffickingModel

/// Division of large consignments at a hub; masses are certain, so that numbers are exact.
@Suite("Division at hubs")
struct DivisionTests {
  /// 50 consignments of one mass over a hub, and what left it.
  private func overHub(
    mass: Double, above: Double, part: Double, _ change: (inout TestNetwork) -> Void = { _ in }
  ) throws -> Reading {
    var network = TestNetwork()
    network.place("hub", split: Place.Split(aboveKilograms: above, partKilograms: part))
    network.corridor("in", "origin", "hub")
    network.corridor("out", "hub", "city")
    network.market("market", at: "city")
    network.burst("field", at: "origin", count: 50, mass: mass)
    change(&network)
    return try CheckedRun(network.network()).reading(seed: 41)
  }

  @Test(
    "a consignment leaves in as many parts as it takes, rounded up, and never more than 64",
    arguments: [(10.5, 11), (10, 10), (3.125, 4), (64, 64), (65, 64), (1_000, 64)])
  func partCount(mass: Double, parts: Int) throws {
    let reading = try overHub(mass: mass, above: 2, part: 1)
    #expect(reading.corridor("out", .attempts) == Double(50 * parts))
  }

  @Test("a consignment at or below the threshold stays whole", arguments: [1.5, 2])
  func whole(mass: Double) throws {
    let reading = try overHub(mass: mass, above: 2, part: 1)
    #expect(reading.corridor("out", .attempts) == 50)
  }

  @Test("division conserves mass")
  func mass() throws {
    let reading = try overHub(mass: 10.7, above: 2, part: 0.7)
    #expect(abs(reading[.deliveredKilograms, "heroin"] - 50 * 10.7) < 1e-9)
  }

  @Test("a divided consignment counts once as dispatched")
  func dispatchedOnce() throws {
    let reading = try overHub(mass: 10, above: 2, part: 1)
    #expect(reading[.dispatchedConsignments, "heroin"] == 50)
  }

  @Test("a consignment is divided at its origin, too")
  func atOrigin() throws {
    var network = TestNetwork()
    network.place("origin", split: Place.Split(aboveKilograms: 2, partKilograms: 1))
    network.corridor("c", "origin", "city")
    network.market("market", at: "city")
    network.burst("field", at: "origin", count: 50, mass: 5)
    let reading = try CheckedRun(network.network()).reading(seed: 41)
    #expect(reading.corridor("c", .attempts) == 250)
  }

  @Test("parts have luck of their own")
  func ownLuck() throws {
    // Each of the 64 parts of one consignment is detected with probability 0.3. Had they one luck,
    // none or all would be seized, more than five standard errors from the mean.
    let reading = try overHub(mass: 64, above: 2, part: 1) { network in
      network.contents.supplies[0].initialStockKilograms = 64
      network.agency("police")
      network.contents.corridors[1].detections = [
        Corridor.Detection(agency: network.agencyIndex("police"), probability: 0.3)
      ]
    }
    let score = StandardScore.binomial(reading[.seizures, "heroin"], of: 64, 0.3)
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("parts are as hard to detect as their own mass makes them")
  func lighterParts() throws {
    // Hazard in proportion to mass: the 20 parts of a consignment have a twentieth of it each.
    let reading = try overHub(mass: 20, above: 2, part: 1) { network in
      network.agency("police")
      network.contents.commodities[0].massExponent = 1
      network.contents.corridors[1].detections = [
        Corridor.Detection(agency: network.agencyIndex("police"), probability: 0.2)
      ]
    }
    let score = StandardScore.binomial(reading[.seizures, "heroin"], of: 1_000, 0.2)
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("parts that wait for a pass to open are not divided again")
  func waitingParts() throws {
    // 64 parts of 4 kg each lie above the threshold of 2 kg and wait at the hub until May.
    let reading = try overHub(mass: 256, above: 2, part: 1) { network in
      network.closure("winter", from: "01-01", until: "05-01")
      network.contents.corridors[1].closures = [Closure.Index(0)]
    }
    #expect(reading.corridor("out", .attempts) == 50 * 64)
  }
}
