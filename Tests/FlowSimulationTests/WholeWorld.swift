import FlowSimulation
import RandomStreams
import TestSupport
import TraffickingModel

/// The small world of the responses with every process of the model switched on.
enum WholeWorld {
  static func network() -> TestNetwork {
    var world = ResponseWorld.network(.recursiveLogit)
    addOutcomes(to: &world)
    addIntelligence(to: &world)
    addTrade(to: &world)
    world.checkpoint("gate", on: "road", share: 0.5, limit: 2, licitPerDay: 60)
    world.watch(
      "far", band: 5, days: 0.5,
      patrols: [
        FrontierSection.Patrol(
          agency: world.agencyIndex("b-guard"), kilometresPerDay: 100, sweepWidthKilometres: 0.5)
      ])
    world.watch(
      "plain", band: 5, days: 0.5,
      patrols: [
        FrontierSection.Patrol(
          agency: world.agencyIndex("b-guard"), kilometresPerDay: 100, sweepWidthKilometres: 0.5)
      ])
    world.contents.frontiers[0].deployment = Frontier.Deployment(
      mobileShare: 0.5, redeploymentDays: 20)
    return world
  }

  private static func addOutcomes(to world: inout TestNetwork) {
    world.contents.clashes = Clashes(
      seizureProbability: 0.5, officerLosses: 0.5, carrierLosses: 2)
    world.contents.controlledDelivery = ControlledDelivery(
      lossPerPassage: 0.3, dismantlingProbability: 0.3)
    for agency in world.contents.agencies.indices {
      world.contents.agencies[agency].corruption = 0.1
      world.contents.agencies[agency].confrontation = 0.5
      world.contents.agencies[agency].controlledDelivery = 0.3
      world.contents.agencies[agency].arrest = 0.5
    }
    for organisation in ["group", "second"] {
      world.organisation(organisation) {
        $0.armament = 0.5
        $0.learning = Organisation.Learning(
          reviewDays: 30, memoryDays: 100, priorPassages: 10, hearsay: 0.3)
      }
      world.structure(
        of: organisation, cells: 6, replacementDays: 40, reformingDays: 30,
        successionShare: 0.7,
        finances: Organisation.Finances(
          capital: 1e5, margin: 0.4, spendingPerYear: 10_000))
    }
  }

  private static func addIntelligence(to world: inout TestNetwork) {
    world.contents.intelligence = Intelligence(
      leadsPerSeizure: 0.4, leadsPerArrest: 0.4, falseShare: 0.3, lifetimeDays: 60,
      hazardFactor: 3, falseLeadFactor: 0.8)
    world.leadSource("informants", of: "a-police", perYear: 40)
    world.exchange(
      "platform", .platform, of: ["b-guard", "b-customs", "c-customs", "a-police"],
      probability: 0.9, delayDays: 1, completeness: 0.8, trust: 0.5, trustGain: 0.2,
      jointOperations: Exchange.JointOperations(
        perSharedLead: 0.5, preparationDays: .exponential(Exponential(mean: 20)),
        cellsArrested: 2))
    world.exchange(
      "desks", .bilateral, of: ["b-guard", "c-control"], probability: 0.5, delayDays: 5)
  }

  /// A laboratory at the hub that makes heroin of opium, and prices that answer.
  private static func addTrade(to world: inout TestNetwork) {
    world.market("kitchen", at: "b-hub", takes: ["opium": 800], price: 100)
    world.supply(
      "product", at: "b-hub", stock: 0, releasePerYear: 12,
      mass: .lognormal(Lognormal(mean: 4, coefficientOfVariation: 1)), by: ["second": 1])
    world.laboratory("kitchen", from: "kitchen", to: "product", recipe: ["opium": 9], capacity: 5)
    world.priceResponse(at: "bazaar")
    world.contents.supplies[0].releaseElasticity = 0.5
  }
}
