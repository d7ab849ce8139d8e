import FlowSimulation
import RandomStreams
import TestSupport
import Testing
import TraffickingModel

/// Corridors for some commodities only, and the whole trade at once.
@Suite("Trade in both directions")
struct TradeTests {
  /// Heroin goes from a laboratory over a hill or a plain to a city; acid goes the other way along
  /// the same roads, which are corridors of their own.
  private func world(
    heroin: Bool = true, acid: Bool = true, sensitivity: Double = 0.01
  ) -> TestNetwork {
    var network = TestNetwork(.recursiveLogit)
    network.commodity("acid")
    network.contents.organisations[0].choiceSensitivity = sensitivity
    if heroin {
      for (id, from, to) in [
        ("h1", "works", "hill"), ("h2", "hill", "city"), ("h3", "works", "plain"),
        ("h4", "plain", "city"), ("h5", "hill", "plain"),
      ] { network.corridor(id, from, to, cost: id == "h1" ? 30 : 0) }
      for id in ["h1", "h2", "h3", "h4", "h5"] { network.restrict(id, to: ["heroin"]) }
    }
    if acid {
      for (id, from, to) in [
        ("a1", "hill", "works"), ("a2", "city", "hill"), ("a3", "plain", "works"),
        ("a4", "city", "plain"), ("a5", "plain", "hill"),
      ] { network.corridor(id, from, to, cost: id == "a2" ? 20 : 0) }
      for id in ["a1", "a2", "a3", "a4", "a5"] { network.restrict(id, to: ["acid"]) }
    }
    if heroin { addHeroin(to: &network) }
    if acid { addAcid(to: &network) }
    return network
  }

  private func addHeroin(to network: inout TestNetwork) {
    network.market("bazaar", at: "city", takes: ["heroin": 1])
    network.steadySupply("product", at: "works", perDay: 1)
  }

  private func addAcid(to network: inout TestNetwork) {
    network.market("works", at: "works", takes: ["acid": 1])
    network.steadySupply("depot", at: "city", of: "acid", perDay: 1)
  }

  private func shares(_ network: TestNetwork, of ids: [String], inClass number: Int) throws
    -> [Double]
  {
    let compiled = try network.network()
    return ids.map {
      compiled.choiceProbability(ofClass: number, corridor: network.corridorIndex($0))
    }
  }

  @Test("each direction is chosen as if the other were not there, to the bit")
  func directions() throws {
    let heroin = ["h1", "h2", "h3", "h4", "h5"]
    let acid = ["a1", "a2", "a3", "a4", "a5"]
    let both = world()
    #expect(
      try shares(both, of: heroin, inClass: 0)
        == shares(world(acid: false), of: heroin, inClass: 0))
    #expect(
      try shares(both, of: acid, inClass: 1) == shares(world(heroin: false), of: acid, inClass: 0))
    #expect(try shares(both, of: acid, inClass: 0) == [0, 0, 0, 0, 0])
  }

  @Test("loops of both directions together disturb neither, however blindly they choose")
  func loops() throws {
    // So blind that round trips would cost too little, were the corridors open to both.
    let restricted = world(sensitivity: 1e-9)
    let shares = try shares(restricted, of: ["h1", "h3"], inClass: 0)
    #expect(abs(shares[0] - 2.0 / 3) < 1e-6 && abs(shares[1] - 1.0 / 3) < 1e-6)
    var open = restricted
    for corridor in open.contents.corridors.indices {
      open.contents.corridors[corridor].commodities = nil
    }
    #expect(throws: ScenarioError.self) { try open.network() }
  }

  @Test("a commodity never takes a corridor that is closed to it, learner or not")
  func closed() throws {
    for learning in [
      nil,
      Organisation.Learning(reviewDays: 30, memoryDays: 365, priorPassages: 10, hearsay: 0),
    ] {
      var network = world()
      network.contents.organisations[0].learning = learning
      let reading = try CheckedRun(network.network()).reading(seed: 1)
      let outward = ["h1", "h3"].reduce(0) { $0 + reading.corridor($1, .attempts) }
      let inward = ["a2", "a4"].reduce(0) { $0 + reading.corridor($1, .attempts) }
      #expect(outward == reading[.dispatchedConsignments, "heroin"])
      #expect(inward == reading[.dispatchedConsignments, "acid"])
    }
  }

  @Test("a market that a commodity may not reach is refused")
  func unreachable() {
    var network = world()
    network.restrict("h2", to: ["acid"])
    network.restrict("h4", to: ["acid"])
    #expect(
      network.contents.problems().map(\.pointer)
        == ["/markets/bazaar/place", "/supplies/product/organisations/group"])
  }

  /// Everything at once: seizures both ways, a hub that divides, learners, laboratories in a row,
  /// prices that move, release that answers, a warm-up and stages within months.
  private func wholeTrade() throws -> CompiledNetwork {
    var network = TestNetwork(.recursiveLogit, warmUpDays: 130)
    for commodity in ["opium", "morphine", "acid"] { network.commodity(commodity) }
    network.agency("customs", .customs)
    network.place("hub", split: Place.Split(aboveKilograms: 8, partKilograms: 4))
    network.corridor("harvest", "field", "works", detections: ["customs": 0.1])
    network.corridor("across", "works", "hub", detections: ["customs": 0.1])
    network.corridor("refine", "hub", "refinery")
    network.corridor("inward", "city", "refinery", detections: ["customs": 0.2])
    network.corridor("outward", "refinery", "city", detections: ["customs": 0.2])
    network.corridor("coast", "refinery", "port", detections: ["customs": 0.4])
    network.restrict("inward", to: ["acid"])
    network.market("works", at: "works", takes: ["opium": 1500], price: 50)
    network.market("refinery", at: "refinery", takes: ["morphine": 100, "acid": 200], price: 500)
    network.market("bazaar", at: "city", takes: ["heroin": 60, "morphine": 1], price: 3000)
    network.market("port", at: "port", takes: ["heroin": 60], price: 5000)
    let mass = Distribution.lognormal(Lognormal(mean: 6, coefficientOfVariation: 1))
    network.supply(
      "field", at: "field", of: "opium", stock: 500, production: 2000, releasePerYear: 2, shape: 3,
      mass: mass)
    network.supply(
      "depot", at: "city", of: "acid", stock: 100, production: 300, releasePerYear: 2, shape: 3,
      mass: mass)
    network.supply(
      "base", at: "works", of: "morphine", stock: 0, production: 12, releasePerYear: 10, shape: 3)
    network.supply("product", at: "refinery", stock: 3, releasePerYear: 10, shape: 3)
    network.laboratory(
      "first", from: "works", to: "base", recipe: ["opium": 10], capacity: 0.6, batchDays: 5)
    network.laboratory(
      "second", from: "refinery", to: "product", recipe: ["morphine": 1.1, "acid": 2.5],
      batchDays: 0.7)
    for market in ["bazaar", "port"] { network.priceResponse(at: market) }
    network.priceResponse(at: "works", of: "opium", elasticity: -0.3)
    for supply in network.contents.supplies.indices {
      network.contents.supplies[supply].releaseElasticity = 0.7
    }
    network.contents.organisations[0].riskAversion = 1
    network.contents.organisations[0].learning = Organisation.Learning(
      reviewDays: 20, memoryDays: 100, priorPassages: 5, hearsay: 0)
    return try CompiledNetwork(Scenario(network.contents, stages: stages(of: network.contents)))
  }

  private func stages(of base: ScenarioContents) -> [ScenarioStage] {
    var changed = base
    changed.laboratories[0].capacityKilogramsPerDay = 0.2
    changed.laboratories[1].recipe[0].kilogramsPerKilogram = 1.3
    changed.laboratories[1].batchDays = 9
    changed.markets[2].demands[0].kilogramsPerYear = 20
    changed.markets[2].demands[0].response?.memoryDays = 30
    changed.supplies[2].productionKilogramsPerYear = 0
    return [
      ScenarioStage(from: base.period.simulationStart, contents: base),
      ScenarioStage(from: date("2023-04-12"), contents: changed),
    ]
  }

  @Test("with everything on, every commodity and every laboratory balances all the time")
  func balance() throws {
    // `CheckedRun` looks at the books on the way.
    let readings = try CheckedRun(wholeTrade()).readings(seed: 31, count: 10)
    for laboratory in ["first", "second"] {
      #expect(readings.allSatisfy { $0[.laboratoryOutput, laboratory] > 0 })
    }
    for commodity in ["heroin", "opium", "morphine", "acid"] {
      #expect(readings.allSatisfy { $0[.deliveredKilograms, commodity] > 0 })
    }
  }
}
