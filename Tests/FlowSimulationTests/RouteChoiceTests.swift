import FlowSimulation
import Foundation
import RandomStreams
import TestSupport
import Testing
import TraffickingModel

/// Route choice as a scenario describes it: what goes into a utility, and that flows follow it.
@Suite("Route choice")
struct RouteChoiceTests {
  /// Two corridors from origin to city, of which the second is what a test makes of it.
  private func fork(_ change: (inout TestNetwork) -> Void) throws -> CompiledNetwork {
    var network = TestNetwork(.recursiveLogit)
    network.agency("police")
    network.contents.organisations[0].timeValuePerKilogramDay = 7
    network.contents.organisations[0].riskAversion = 1.5
    network.corridor("plain", "origin", "city")
    network.corridor("other", "origin", "city")
    network.market("market", at: "city", price: 2000)
    network.burst("field", at: "origin", count: 4_000)
    change(&network)
    return try network.network()
  }

  /// The logarithm of the odds of the second corridor against the first, over the sensitivity: the
  /// difference in generalised cost (USD/kg) with its sign turned.
  private func advantage(_ network: CompiledNetwork) -> Double {
    let plain = network.choiceProbability(ofClass: 0, corridor: Corridor.Index(0))
    let other = network.choiceProbability(ofClass: 0, corridor: Corridor.Index(1))
    return log(other / plain) / network.scenario.contents.organisations[0].choiceSensitivity
  }

  @Test("alike corridors are equally likely")
  func alike() throws {
    #expect(abs(advantage(try fork { _ in })) < 1e-9)
  }

  @Test("a corridor's own cost counts in full")
  func extraCost() throws {
    let network = try fork { $0.contents.corridors[1].extraCostPerKilogram = 40 }
    #expect(abs(advantage(network) + 40) < 1e-9)
  }

  @Test("the mode's cost counts by length")
  func modeCost() throws {
    let network = try fork {
      $0.contents.modes[0].costPerKilogramPerThousandKilometres = 50
      $0.contents.corridors[1].lengthKilometres = 900
    }
    #expect(abs(advantage(network) + 50 * 0.8) < 1e-9)
  }

  @Test("the mean travel time counts at the organisation's value of time")
  func travelTime() throws {
    let network = try fork {
      $0.contents.corridors[1].transitDays = .exponential(Exponential(mean: 6))
    }
    #expect(abs(advantage(network) + 7 * 5) < 1e-9)
  }

  @Test("without a travel time of its own a corridor takes length over speed times mean delay")
  func modeTime() throws {
    let network = try fork {
      $0.contents.modes[0].delay = .uniform(Uniform(lower: 1, upper: 2))
      $0.contents.corridors[1].transitDays = nil
      $0.contents.corridors[1].lengthKilometres = 600
    }
    #expect(abs(advantage(network) + 7 * (6 * 1.5 - 1)) < 1e-9)
  }

  @Test("the time held at the corridor's end counts like travel time")
  func holdingTime() throws {
    let network = try fork {
      $0.place("hub", holding: .always(4))
      $0.corridor("on", "hub", "city")
      $0.contents.corridors[1].to = $0.placeIndex("hub")
    }
    #expect(abs(advantage(network) + 7 * (4 + 1)) < 1e-9)
  }

  @Test("risk counts as risk aversion times detection probability times price")
  func risk() throws {
    let network = try fork {
      $0.contents.corridors[1].detections = [
        Corridor.Detection(agency: $0.agencyIndex("police"), probability: 0.04)
      ]
    }
    #expect(abs(advantage(network) + 1.5 * 0.04 * 2000) < 1e-9)
  }

  @Test("concealment lowers the risk that an organisation sees")
  func concealedRisk() throws {
    let network = try fork {
      $0.contents.organisations[0].concealment = 0.5
      $0.contents.corridors[1].detections = [
        Corridor.Detection(agency: $0.agencyIndex("police"), probability: 0.19)
      ]
    }
    #expect(abs(advantage(network) + 1.5 * 0.1 * 2000) < 1e-9)
  }

  @Test("a higher sensitivity sharpens the choice")
  func sensitivity() throws {
    let shares = try [0.001, 0.01, 0.1].map { sensitivity in
      let network = try fork {
        $0.contents.organisations[0].choiceSensitivity = sensitivity
        $0.contents.corridors[1].extraCostPerKilogram = 30
      }
      return network.choiceProbability(ofClass: 0, corridor: Corridor.Index(0))
    }
    #expect(shares == shares.sorted() && shares[0] < shares[2])
  }

  @Test("flows follow the choice probabilities")
  func flows() throws {
    let network = try fork {
      $0.contents.corridors[1].extraCostPerKilogram = 80
      $0.corridor("third", "origin", "hub", cost: 50)
      $0.corridor("on", "hub", "city")
    }
    let reading = try CheckedRun(network).reading(seed: 5)
    let corridors = ["plain", "other", "third"]
    let chances = [0, 1, 2].map {
      network.choiceProbability(ofClass: 0, corridor: Corridor.Index($0))
    }
    let score = StandardScore.chiSquare(
      observed: corridors.map { reading.corridor($0, .attempts) }, chances: chances)
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("a place never forgets its choices: they add up to 1 to the last bit")
  func normalised() throws {
    let network = try fork { $0.contents.corridors[1].extraCostPerKilogram = 81.7 }
    let sum = (0..<2).reduce(0) {
      $0 + network.choiceProbability(ofClass: 0, corridor: Corridor.Index($1))
    }
    #expect(sum == 1)
  }

  @Test("sensitivities at which round trips do not die out are refused at their pointer")
  func divergence() throws {
    var network = TestNetwork(.recursiveLogit)
    network.corridor("there", "origin", "city")
    network.corridor("back", "city", "origin")
    network.corridor("on", "city", "coast")
    network.market("market", at: "coast")
    network.burst("field", at: "origin", count: 1)
    let error = #expect(throws: ScenarioError.self) { try network.network() }
    #expect(
      error?.problems.map(\.pointer) == ["/organisations/group/choiceSensitivity"])
  }

  @Test("markets are headed for by demand times the organisation's weight")
  func marketShares() throws {
    var network = TestNetwork(.recursiveLogit)
    for (market, demand) in [("a", 100.0), ("b", 300), ("c", 500)] {
      network.corridor("to-\(market)", "origin", market)
      network.market("market-\(market)", at: market, takes: ["heroin": demand])
    }
    network.organisation("choosy", serving: ["market-a": 3, "market-b": 2])
    network.burst("field", at: "origin", count: 5_000, by: ["choosy": 1])
    let reading = try CheckedRun(network.network()).reading(seed: 6)
    let delivered = ["a", "b"].map {
      reading[.deliveredKilogramsByMarket, "market-\($0)", "heroin"]
    }
    let score = StandardScore.chiSquare(observed: delivered, chances: [1.0 / 3, 2.0 / 3])
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("a market without weight is not served")
  func unservedMarket() throws {
    var network = TestNetwork(.recursiveLogit)
    for market in ["a", "b"] {
      network.corridor("to-\(market)", "origin", market)
      network.market("market-\(market)", at: market)
    }
    network.organisation("choosy", serving: ["market-a": 1])
    network.burst("field", at: "origin", count: 500, by: ["choosy": 1])
    let reading = try CheckedRun(network.network()).reading(seed: 6)
    #expect(reading[.deliveredKilogramsByMarket, "market-a", "heroin"] == 500)
  }

  @Test("under the logit a consignment passes through markets that it is not meant for")
  func throughTraffic() throws {
    var network = TestNetwork(.recursiveLogit)
    network.corridor("first", "origin", "a")
    network.corridor("second", "a", "b")
    network.market("market-a", at: "a")
    network.market("market-b", at: "b")
    network.organisation("far", serving: ["market-b": 1])
    network.burst("field", at: "origin", count: 100, by: ["far": 1])
    let reading = try CheckedRun(network.network()).reading(seed: 6)
    #expect(reading[.deliveredKilogramsByMarket, "market-b", "heroin"] == 100)
  }

  @Test(
    "what is meant for a market at the origin is there at once", arguments: RoutingRule.allCases)
  func marketAtOrigin(_ routing: RoutingRule) throws {
    var network = TestNetwork(routing)
    network.place("origin")
    network.market("local", at: "origin")
    network.burst("field", at: "origin", count: 100)
    let reading = try CheckedRun(network.network()).reading(seed: 6)
    #expect(reading[.deliveredKilogramsByMarket, "local", "heroin"] == 100)
  }
}
