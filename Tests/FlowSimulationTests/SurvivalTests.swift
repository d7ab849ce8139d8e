import FlowSimulation
import TestSupport
import Testing
import TraffickingModel

/// Enforcement as competing hazards. Every claim allows 4.89 standard errors: one false alarm in a
/// million seeds.
@Suite("Detection on a chain of corridors")
struct SurvivalTests {
  private static let chances = [0.1, 0.2, 0.3, 0.05]

  /// Corridors c0, c1, ... end to end, each with one stated detection probability.
  private func chain() -> TestNetwork {
    var network = TestNetwork()
    network.agency("police")
    for (step, chance) in Self.chances.enumerated() {
      network.corridor(
        "c\(step)", "p\(step)", "p\(step + 1)", detections: ["police": chance])
    }
    network.market("market", at: "p\(Self.chances.count)")
    return network
  }

  /// One corridor, `count` consignments, and whatever else is said.
  private func corridor(
    count: Int, mass: Double = 1, detections: KeyValuePairs<String, Double>,
    _ change: (inout TestNetwork) -> Void = { _ in }
  ) throws -> Reading {
    var network = TestNetwork()
    for (agency, _) in detections { network.agency(agency) }
    network.corridor("c", "origin", "city", detections: detections)
    network.market("market", at: "city")
    network.burst("field", at: "origin", count: count, mass: mass)
    change(&network)
    return try CheckedRun(network.network()).reading(seed: 11)
  }

  @Test("the share that survives a chain is the product of 1 - p")
  func chainSurvival() throws {
    var network = chain()
    network.burst("field", at: "p0", count: 10_000)
    let reading = try CheckedRun(network.network()).reading(seed: 1)
    let survival = Self.chances.reduce(1) { $0 * (1 - $1) }
    let score = StandardScore.binomial(
      reading[.deliveredKilograms, "heroin"], of: 10_000, survival)
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("each corridor of a chain detects its own share of what reaches it")
  func chainSteps() throws {
    var network = chain()
    network.burst("field", at: "p0", count: 10_000)
    let reading = try CheckedRun(network.network()).reading(seed: 2)
    for (step, chance) in Self.chances.enumerated() {
      let score = StandardScore.binomial(
        reading.corridor("c\(step)", .seizures),
        of: reading.corridor("c\(step)", .attempts), chance)
      #expect(abs(score) < StandardScore.allowed, "corridor \(step)")
    }
  }

  @Test("several layers on one corridor detect with 1 - the product of 1 - p")
  func layersTogether() throws {
    let detections: KeyValuePairs = ["a": 0.05, "b": 0.1, "c": 0.2, "d": 0.3]
    let reading = try corridor(count: 10_000, detections: detections)
    let survival = detections.reduce(1) { $0 * (1 - $1.value) }
    let score = StandardScore.binomial(
      reading[.seizures, "heroin"], of: 10_000, 1 - survival)
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("each of several layers takes the share of its hazard -ln(1 - p)")
  func layersApart() throws {
    // One layer of enforcement for each agency, so that responses tell them apart. The hazards
    // are in the ratio 1 : 2 : 3 : 4 because the survivals are powers of 0.9.
    let layers = Agency.Layer.allCases
    var network = TestNetwork()
    for layer in layers { network.agency(layer.rawValue, layer) }
    let powers = layers.indices.map { step in (0...step).reduce(1) { left, _ in left * 0.9 } }
    network.corridor("c", "origin", "city")
    for (layer, power) in zip(layers, powers) {
      network.contents.corridors[0].detections.append(
        Corridor.Detection(
          agency: network.agencyIndex(layer.rawValue), probability: 1 - power))
    }
    network.market("market", at: "city")
    network.burst("field", at: "origin", count: 10_000)
    let reading = try CheckedRun(network.network()).reading(seed: 3)
    let seized = layers.map { reading[.seizedKilogramsByLayer, $0.rawValue, "heroin"] }
    let score = StandardScore.chiSquare(observed: seized, chances: [0.1, 0.2, 0.3, 0.4])
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test(
    "skill, visibility, detectability and concealment multiply the hazard",
    arguments: ["skill", "visibility", "detectability", "concealment"])
  func modifiers(_ modifier: String) throws {
    let reading = try corridor(count: 5_000, detections: ["police": 0.2]) { network in
      switch modifier {
      case "skill": network.contents.agencies[0].skill = 2
      case "visibility": network.contents.modes[0].visibility = 2
      case "detectability": network.contents.commodities[0].detectability = 2
      default: network.contents.organisations[0].concealment = 2
      }
    }
    let score = StandardScore.binomial(
      reading[.seizures, "heroin"], of: 5_000, 1 - 0.8 * 0.8)
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("the hazard grows with mass over reference mass to the commodity's exponent")
  func massEffect() throws {
    // (18 kg / 2 kg)^0.5 = 3 times the hazard.
    let reading = try corridor(count: 5_000, mass: 18, detections: ["police": 0.1]) { network in
      network.contents.commodities[0].massExponent = 0.5
      network.contents.commodities[0].referenceMassKilograms = 2
    }
    let score = StandardScore.binomial(
      reading[.seizures, "heroin"], of: 5_000, 1 - 0.9 * 0.9 * 0.9)
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("without enforcement nothing is seized")
  func noEnforcement() throws {
    let reading = try corridor(count: 500, detections: [:])
    #expect(reading[.deliveredKilograms, "heroin"] == 500)
  }

  @Test("a stated probability of zero is as good as none")
  func zeroProbability() throws {
    let reading = try corridor(count: 500, detections: ["police": 0])
    #expect(reading[.deliveredKilograms, "heroin"] == 500)
  }

  @Test("an agency without skill detects nothing")
  func noSkill() throws {
    let reading = try corridor(count: 500, detections: ["police": 0.9]) { network in
      network.contents.agencies[0].skill = 0
    }
    #expect(reading[.deliveredKilograms, "heroin"] == 500)
  }

  @Test("a probability next to 1 lets next to nothing through")
  func nearlyCertain() throws {
    let reading = try corridor(count: 2_000, detections: ["police": 1 - 1e-12])
    #expect(reading[.seizures, "heroin"] == 2_000)
  }
}
