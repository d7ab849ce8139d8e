import FlowSimulation
import RandomStreams
import TestSupport
import TraffickingModel

/// A small world in which everything happens that a response can tell of.
///
/// Three countries, three frontiers of which one has two sections and one has no route, two
/// commodities, two organisations, two markets, all four layers of enforcement, a green crossing
/// with patrols and sensors, a hub that divides, a policy that costs money, and a warm-up.
enum ResponseWorld {
  static func network(_ routing: RoutingRule = .recursiveLogit) -> TestNetwork {
    var world = TestNetwork(routing, from: "2023-02-10", to: "2024-02-10", warmUpDays: 100)
    world.country("BBB")
    world.country("CCC")
    world.commodity("opium", detectability: 1.5, massExponent: 0.3, referenceMass: 20)
    world.organisation("second", sensitivity: 0.02, riskAversion: 1, timeValue: 3)
    addEnforcement(to: &world)
    addCorridors(to: &world)
    world.market("bazaar", at: "b-city", takes: ["heroin": 100, "opium": 500], price: 900)
    world.market("port", at: "c-city", takes: ["heroin": 300], price: 4_000)
    world.supply(
      "labs", at: "origin", stock: 900, production: 500, releasePerYear: 1.5, shape: 3,
      mass: .lognormal(Lognormal(mean: 6, coefficientOfVariation: 1)),
      by: ["group": 2, "second": 1])
    world.supply(
      "fields", at: "origin", of: "opium", stock: 4_000, releasePerYear: 1, shape: 3,
      mass: .lognormal(Lognormal(mean: 25, coefficientOfVariation: 1)))
    world.contents.policies.append(
      Policy(
        id: "platform", name: "platform", from: date("2023-05-01"), until: date("2023-08-01"),
        startUpCost: 1_000, costPerYear: 365_250))
    return world
  }

  private static func addEnforcement(to world: inout TestNetwork) {
    world.agency("b-guard", .borderGuard, of: "BBB")
    world.agency("b-customs", .customs, of: "BBB")
    world.agency("c-customs", .customs, of: "CCC")
    world.agency("a-police", .police)
    world.agency("c-control", .drugControl, of: "CCC")
    world.frontier(
      "aaa-bbb", between: ["AAA", "BBB"], sections: ["hills": 200, "plain": 100], route: "north")
    world.frontier("aaa-ccc", between: ["AAA", "CCC"], sections: ["coast": 80], route: "south")
    world.frontier("bbb-ccc", between: ["BBB", "CCC"], sections: ["far": 300])
    world.watch(
      "hills", band: 5, days: 0.5,
      patrols: [
        FrontierSection.Patrol(
          agency: world.agencyIndex("b-guard"), kilometresPerDay: 300, sweepWidthKilometres: 0.5)
      ],
      sensors: FrontierSection.Sensors(
        agency: world.agencyIndex("b-guard"), share: 0.3, detectionProbability: 0.6))
  }

  private static func addCorridors(to world: inout TestNetwork) {
    let split = Place.Split(aboveKilograms: 30, partKilograms: 15)
    world.place("origin", holding: .always(1))
    world.place("b-hub", in: "BBB", holding: .exponential(Exponential(mean: 4)), split: split)
    world.place("b-city", in: "BBB")
    world.place("c-city", in: "CCC")
    let days = Distribution.lognormal(Lognormal(mean: 3, coefficientOfVariation: 0.4))
    world.corridor(
      "trail", "origin", "b-hub", days: days, share: 0.3, crossing: "hills", isGreen: true,
      cost: 30)
    world.corridor(
      "road", "origin", "b-hub", days: days, share: 0.5,
      detections: ["a-police": 0.05, "b-customs": 0.1], crossing: "plain")
    world.corridor(
      "boat", "origin", "c-city", days: days, share: 0.2, detections: ["c-customs": 0.15],
      crossing: "coast", cost: 60)
    world.corridor("inland", "b-hub", "b-city", days: days, share: 0.6, cost: 20)
    world.corridor(
      "onward", "b-hub", "c-city", days: days, share: 0.4,
      detections: ["b-customs": 0.1, "c-control": 0.1], crossing: "far", cost: 20)
  }
}
