import Reporting
import TestSupport
import Testing
import TraffickingModel

/// `panj describe` tells what acts, in words, and what is left out.
@Suite("What acts in a scenario")
struct MechanismReportTests {
  private func plain() -> TestNetwork {
    var network = TestNetwork(.recursiveLogit)
    network.agency("police")
    network.agency("customs", .customs)
    network.corridor("way", "origin", "end", detections: ["police": 0.1])
    network.market("market", at: "end")
    network.steadySupply("supply", at: "origin", perDay: 1)
    return network
  }

  private func effects(_ network: TestNetwork) -> [String: String] {
    var effects: [String: String] = [:]
    for mechanism in MechanismReport(of: network.contents).mechanisms {
      effects[mechanism.name] = mechanism.effect
    }
    return effects
  }

  @Test("a scenario of supply, movement and detection alone leaves out all the rest")
  func nothing() {
    #expect(effects(plain()) == [:])
    #expect(MechanismReport(of: plain().contents).mechanisms.count == 14)
  }

  @Test("what follows a detection is told with its figures")
  func outcomes() throws {
    var network = plain()
    network.agency("police") {
      $0.corruption = 0.05
      $0.confrontation = 0.2
      $0.controlledDelivery = 0.02
      $0.arrest = 0.3
    }
    network.organisation("group") { $0.armament = 0.5 }
    network.structure(of: "group", cells: 10)
    network.contents.clashes = Clashes(
      seizureProbability: 0.7, officerLosses: 0.1, carrierLosses: 1)
    network.contents.controlledDelivery = ControlledDelivery(
      lossPerPassage: 0.03, dismantlingProbability: 0.25)
    let effects = effects(network)
    let corruption = try #require(effects["corruption"])
    #expect(corruption.contains("1 of 2 agencies lets 5 % of what it detects pass"))
    #expect(effects["clashes"]?.contains("70 % of clashes end in a seizure") == true)
    #expect(
      effects["controlledDelivery"]?.contains("1 agency lets 2 % of what it detects go on") == true)
    #expect(effects["controlledDelivery"]?.contains("25 %") == true)
    #expect(effects["structure"]?.contains("seizures of 1 agency lead to arrests") == true)
  }

  @Test("intelligence is told with its sources, its worth and its exchanges")
  func intelligence() {
    var network = plain()
    network.contents.intelligence = Intelligence(
      leadsPerSeizure: 0.1, falseShare: 0.2, lifetimeDays: 60, hazardFactor: 2,
      falseLeadFactor: 0.9)
    network.leadSource("informants", of: "police", perYear: 12)
    network.exchange("desk", .platform, of: ["police", "customs"], delayDays: 0.5)
    let effects = effects(network)
    #expect(effects["intelligence"]?.contains("1 source another 12 a year") == true)
    #expect(effects["intelligence"]?.contains("2 times as hard") == true)
    #expect(effects["exchanges"]?.contains("desk (platform, 2 agencies, 0.5 days)") == true)
  }

  @Test("one is one and two are two")
  func numbers() {
    var network = plain()
    network.organisation("second")
    func corruption() -> String? { effects(network)["corruption"] }
    func learning() -> String? { effects(network)["learning"] }
    network.agency("police") { $0.corruption = 0.05 }
    network.organisation("group") {
      $0.learning = Organisation.Learning(
        reviewDays: 1, memoryDays: 100, priorPassages: 1, hearsay: 0)
    }
    #expect(learning()?.hasPrefix("1 of 2 organisations learns where it loses") == true)
    #expect(learning()?.contains("every 1 day)") == true)
    network.agency("customs") { $0.corruption = 0.1 }
    network.organisation("second") {
      $0.learning = Organisation.Learning(
        reviewDays: 7, memoryDays: 100, priorPassages: 1, hearsay: 0)
    }
    #expect(corruption()?.hasPrefix("2 of 2 agencies let 5 % to 10 % of what they") == true)
    #expect(learning()?.hasPrefix("2 of 2 organisations learn where they lose") == true)
  }

  @Test("queues, laboratories and prices are told with their size")
  func trade() {
    var network = plain()
    network.commodity("opium")
    network.market("kitchen", at: "end", takes: ["opium": 10])
    network.supply("product", at: "end", stock: 0, releasePerYear: 1)
    network.laboratory("kitchen", from: "kitchen", to: "product", recipe: ["opium": 9], capacity: 5)
    network.priceResponse(at: "market")
    network.checkpoint("gate", on: "way", licitPerDay: 40)
    let effects = effects(network)
    #expect(effects["laboratories"]?.hasPrefix("1 laboratory area makes up to 5 kg a day") == true)
    #expect(effects["priceResponse"]?.hasPrefix("1 price rises when less") == true)
    #expect(effects["checkpoints"]?.contains("40 licit ones a day") == true)
  }
}
