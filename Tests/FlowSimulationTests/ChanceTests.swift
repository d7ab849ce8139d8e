import FlowSimulation
import OutputStatistics
import RandomStreams
import TestSupport
import Testing
import TraffickingModel

/// What chance alone has done: responses whose expected value is 0, whatever the scenario.
@Suite("Chance")
struct ChanceTests {
  private static let chances = Response.allCases.filter { $0.expectedValue == 0 }

  /// Outcomes of many replications.
  private func outcomes(
    of network: CompiledNetwork, count: Int
  ) -> (layout: OutcomeLayout, outcomes: [Outcome]) {
    let layout = OutcomeLayout(of: network)
    var replication = Replication(of: network, seed: 91)
    let outcomes = (0..<count).map { index in
      replication.run(index: UInt64(index))
      return replication.outcome(in: layout)
    }
    return (layout, outcomes)
  }

  private func values(
    _ response: Response, of commodity: String,
    in sample: (layout: OutcomeLayout, outcomes: [Outcome])
  ) throws -> [Double] {
    let column = try #require(
      sample.layout.columns.firstIndex {
        $0.response == response && $0.members == [commodity]
      })
    return sample.outcomes.map { $0.responses[column] }
  }

  /// With learning, prices, leads, patrols, queues and laboratories at work, and a warm-up. 20
  /// scores, each a false alarm in a million.
  @Test("is nothing on average, with every process at work")
  func zeroMean() throws {
    var world = WholeWorld.network()
    world.contents.period.warmUpDays = 45
    let sample = outcomes(of: try world.network(), count: 150)
    for response in Self.chances {
      for commodity in sample.layout.commodities {
        let values = try values(response, of: commodity, in: sample)
        if values.allSatisfy({ $0 == 0 }) { continue }
        let score = StandardScore.mean(of: values, expected: 0)
        #expect(abs(score) < StandardScore.allowed, "\(response) of \(commodity): \(score)")
      }
    }
  }

  /// A supply that never runs low, detected on its one corridor by a constant hazard.
  private func steady(shape: Double, massCoefficient: Double = 0) throws -> CompiledNetwork {
    var network = TestNetwork(warmUpDays: 40)
    network.agency("police")
    network.corridor("c", "origin", "city", detections: ["police": 0.3])
    network.market("market", at: "city")
    network.supply(
      "field", at: "origin", stock: 1e9, releasePerYear: 1e-7, shape: shape,
      mass: massCoefficient > 0
        ? .lognormal(Lognormal(mean: 2, coefficientOfVariation: massCoefficient)) : .always(2))
    return try network.network()
  }

  @Test("of dispatches is their number less the rate times the days")
  func dispatches() throws {
    let sample = outcomes(of: try steady(shape: 1e12), count: 400)
    let counts = try values(.dispatchedConsignments, of: "heroin", in: sample)
    let chances = try values(.chanceOfDispatches, of: "heroin", in: sample)
    // 100 kg a year in consignments of 2 kg, over 365 days of the year's 365.25; the stock falls
    // by a ten millionth, and the luck of a month is off by a millionth at most.
    let expected = 50 * 365 / 365.25
    for (count, chance) in zip(counts, chances) {
      #expect(abs(count - expected - chance) < 1e-3)
    }
    // Of a Poisson process the variance is the mean: the squares have mean m and variance
    // 2 m^2 + m.
    let squares = chances.map { $0 * $0 }.reduce(0, +)
    let spread = (400 * (2 * expected * expected + expected)).squareRoot()
    #expect(abs(squares - 400 * expected) < StandardScore.allowed * spread)
  }

  @Test("of release is the luck of the months over the expected release")
  func release() throws {
    let sample = outcomes(of: try steady(shape: 2), count: 400)
    let chances = try values(.chanceOfRelease, of: "heroin", in: sample)
    #expect(abs(StandardScore.mean(of: chances, expected: 0)) < StandardScore.allowed)
    // Twelve factors of variance 1/2, each over a month's 100/12 kg: a variance of 417 or so. The
    // sample variance of 400 has a relative standard deviation of some 8 per cent.
    #expect((300.0...550).contains(Tally(chances).variance))
  }

  @Test("of masses is the mass dispatched beyond so many mean masses")
  func masses() throws {
    let sample = outcomes(of: try steady(shape: 2, massCoefficient: 0.8), count: 20)
    let masses = try values(.dispatchedKilograms, of: "heroin", in: sample)
    let counts = try values(.dispatchedConsignments, of: "heroin", in: sample)
    let chances = try values(.chanceOfMasses, of: "heroin", in: sample)
    for (mass, (count, chance)) in zip(masses, zip(counts, chances)) {
      #expect(abs(mass - 2 * count - chance) < 1e-9 * mass)
    }
  }

  @Test("of detections is what the draws found below the hazard, less the hazards")
  func detections() throws {
    let sample = outcomes(of: try steady(shape: 2), count: 50)
    let hazard = 0.35667494393873245
    let chances = try values(.chanceOfDetections, of: "heroin", in: sample)
    let weighted = try values(.chanceOfDetectedKilograms, of: "heroin", in: sample)
    let seizures = try values(.seizures, of: "heroin", in: sample)
    for (index, chance) in chances.enumerated() {
      // Consignments of 2 kg.
      #expect(abs(weighted[index] - 2 * chance) < 1e-9)
      // Passages: those seized, those delivered.
      let delivered = try values(.deliveredKilograms, of: "heroin", in: sample)[index] / 2
      let hits = chance + hazard * (seizures[index] + delivered)
      // Each seizure is a hit, and a hit in six is none: the hazard exceeds the probability.
      #expect(abs(hits - hits.rounded()) < 1e-9 && hits.rounded() >= seizures[index])
    }
  }
}
