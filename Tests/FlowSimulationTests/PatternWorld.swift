import FlowSimulation
import OutputStatistics
import RandomStreams
import TestSupport
import TraffickingModel

/// A frontier of four sections between a source and a market, crossed by organisations that learn:
/// the smallest world in which the patterns of the field can show, and in which none is put.
enum PatternWorld {
  static let sections = ["first", "second", "third", "fourth"]

  /// - Parameters:
  ///   - patrols: what guards cover on each section (km a day); 100 is a hazard of 0.1 a crossing.
  ///   - learns: whether organisations learn.
  static func network(
    patrols: [Double] = [100, 100, 100, 100], learns: Bool = true, production: Double = 0,
    stock: Double = 1e9, perDay rate: Double = 6
  ) -> TestNetwork {
    var network = TestNetwork(.recursiveLogit, from: "2023-01-01", to: "2024-01-01")
    network.contents.commodities[0].massExponent = 0.4
    network.contents.commodities[0].referenceMassKilograms = 10
    network.country("BBB")
    network.agency("guard", .borderGuard, of: "BBB")
    network.frontier(
      "border", between: ["AAA", "BBB"],
      sections: ["first": 100, "second": 100, "third": 100, "fourth": 100])
    network.place("hub", in: "BBB")
    network.place("city", in: "BBB")
    for (section, effort) in zip(sections, patrols) {
      network.watch(
        section, band: 10, days: 1,
        patrols: [
          FrontierSection.Patrol(
            agency: network.agencyIndex("guard"), kilometresPerDay: effort,
            sweepWidthKilometres: 1)
        ])
      network.corridor("to-\(section)", "source", section, days: .always(2))
      network.corridor(
        "over-\(section)", section, "hub", days: .always(1), crossing: section, isGreen: true)
    }
    network.corridor("inland", "hub", "city", days: .always(3))
    network.market("market", at: "city", price: 3_000)
    for organisation in ["left", "right"] {
      network.organisation(organisation, sensitivity: 0.003, riskAversion: 1)
      network.organisation(organisation) {
        $0.learning =
          learns
          ? Organisation.Learning(
            reviewDays: 15, memoryDays: 120, priorPassages: 20, hearsay: 0.5) : nil
      }
    }
    let mass = Distribution.lognormal(Lognormal(mean: 10, coefficientOfVariation: 1.5))
    network.supply(
      "supply", at: "source", stock: stock, production: production,
      releasePerYear: rate * 10 * 365.25 / stock, shape: 5, mass: mass,
      by: ["left": 1, "right": 1])
    return network
  }

  /// One network until the end of January, another of the same structure from then on.
  static func staged(_ first: TestNetwork, _ second: TestNetwork) throws -> CompiledNetwork {
    try CompiledNetwork(
      Scenario(first.contents, from: "2023-02-01", second.contents))
  }

  /// The mass that set out across each section.
  static func flows(_ reading: Reading) -> [Double] {
    sections.map { reading[.attemptedKilogramsBySection, $0] }
  }

  /// The paired difference of a number over replications of two networks.
  static func difference(
    _ base: CompiledNetwork, _ variant: CompiledNetwork, replications: Int = 8,
    _ number: (Reading) -> Double
  ) throws -> PairedDifference {
    let first = try CheckedRun(base).readings(seed: 51, count: replications)
    let second = try CheckedRun(variant).readings(seed: 51, count: replications)
    return PairedDifference(
      base: first.map(number), variant: second.map(number), level: 0.999)
  }
}

extension PairedDifference {
  /// The lower end of the interval of the difference.
  var low: Double { summary.interval?.lower ?? -.infinity }
  /// The upper end of it.
  var high: Double { summary.interval?.upper ?? .infinity }
}
