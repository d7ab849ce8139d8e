import FlowSimulation
import TestSupport
import Testing
import TraffickingModel

/// Routes that are solved when a consignment asks for them are those of the moment that gave
/// reason to solve them.
@Suite("Routes on demand")
struct RoutesOnDemandTests {
  /// Two organisations that learn, at different times, and five markets that all take another part
  /// of little traffic, so that a class often lets several reviews, months and seasons pass between
  /// two consignments. Prices answer strongly; there is a winter, and enforcement changes in May.
  private func rareTraffic() throws -> CompiledNetwork {
    var network = TestNetwork(.recursiveLogit, from: "2023-01-01", to: "2025-01-01")
    network.agency("left")
    network.agency("right")
    network.organisation("second", sensitivity: 0.004, riskAversion: 2, concealment: 0.7)
    network.commodity("opium", detectability: 1.5)
    network.closure("winter", from: "11-10", until: "03-20")
    network.corridor("left", "origin", "city", detections: ["left": 0.1])
    network.corridor("right", "origin", "city", detections: ["right": 0.1])
    network.corridor("pass", "origin", "city", detections: ["right": 0.05], closures: ["winter"])
    for market in ["one", "two", "three", "four", "five"] {
      network.corridor("low-" + market, "city", market, detections: ["left": 0.1])
      network.corridor("high-" + market, "city", market, detections: ["right": 0.1])
      network.market(market, at: market, takes: ["heroin": 4, "opium": 4], price: 5000)
      network.priceResponse(at: market, elasticity: -0.3, memoryDays: 30, limit: 8)
      network.priceResponse(at: market, of: "opium", elasticity: -0.3, memoryDays: 30, limit: 8)
    }
    network.steadySupply("field", at: "origin", perDay: 0.1, by: ["group": 1, "second": 1])
    network.steadySupply(
      "other", at: "origin", of: "opium", perDay: 0.1, by: ["group": 1, "second": 1])
    for (organisation, days) in [("group", 11.0), ("second", 17.0)] {
      network.organisation(organisation) {
        $0.riskAversion = 1
        $0.learning = Organisation.Learning(
          reviewDays: days, memoryDays: 200, priorPassages: 3, hearsay: 0.5)
      }
    }
    return try CompiledNetwork(
      network.scenario(from: "2023-05-09") {
        $0.agencies[0].skill = 3
        $0.organisations[0].choiceSensitivity = 0.02
        $0.commodities[1].detectability = 0.5
      })
  }

  @Test("solving routes as soon as there is reason to changes nothing, to the bit")
  func atOnce() throws {
    let network = try rareTraffic()
    let layout = OutcomeLayout(of: network)
    var onDemand = Replication(of: network, seed: 12)
    var atOnce = Replication(of: network, seed: 12)
    var solutions = 0
    for index in 0..<10 as Range<UInt64> {
      onDemand.run(index: index)
      atOnce.begin(index: index)
      while !atOnce.advance(events: 1) { solutions += atOnce.solveDueRoutes() }
      let outcomes = [onDemand.outcome(in: layout), atOnce.outcome(in: layout)].map {
        Reading(outcome: $0, layout: layout, contents: network.scenario.contents).bits
      }
      // Of a failure, thousands of numbers would tell nothing.
      let isSame = outcomes[0] == outcomes[1]
      #expect(isSame, "replication \(index)")
    }
    // Some 66 + 43 reviews of 10 classes in each replication, and four new seasons.
    #expect(solutions > 10 * 1000)
  }

  /// Three corridors each way between two places: cheap enough, round trips diverge. They are
  /// believed dangerous at first, and harmless after half a year without a seizure; then the pass
  /// closes. All that is reported lies after its closing.
  @Test("when loops become too cheap as a pass closes, nobody takes the pass all the same")
  func divergenceInWinter() throws {
    var network = TestNetwork(
      .recursiveLogit, from: "2023-11-02", to: "2024-02-20", warmUpDays: 200)
    network.agency("police")
    network.closure("winter", from: "11-01", until: "03-01")
    for number in 0..<3 {
      network.corridor("there-\(number)", "first", "second", detections: ["police": 0.5])
      network.corridor("back-\(number)", "second", "first", detections: ["police": 0.5])
    }
    network.corridor("pass", "first", "end", closures: ["winter"])
    network.corridor("road", "second", "end")
    network.market("market", at: "end")
    network.steadySupply("field", at: "first", perDay: 20)
    network.organisation("group") {
      $0.choiceSensitivity = 0.005
      $0.riskAversion = 1
      $0.learning = Organisation.Learning(
        reviewDays: 10, memoryDays: 1000, priorPassages: 1, hearsay: 0)
    }
    let scenario = try network.scenario(from: "2023-05-01") { $0.agencies[0].skill = 0.001 }
    let reading = try CheckedRun(CompiledNetwork(scenario)).reading(seed: 5)
    #expect(reading.corridor("pass", .attempts) == 0)
    #expect(reading.corridor("road", .attempts) > 1000)
  }
}
