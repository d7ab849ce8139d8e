import FlowSimulation
import TestSupport
import Testing
import TraffickingModel

/// What comes of a detection, against the chances that the scenario states.
@Suite("Outcomes of a detection")
struct OutcomeTests {
  private static let count = 2_000

  /// One corridor that detects every second consignment, with guards who patrol it, then one
  /// without enforcement to a market.
  private func world(_ routing: RoutingRule = .recursiveLogit) -> TestNetwork {
    var network = TestNetwork(routing)
    network.country("BBB")
    network.agency("guard", .borderGuard)
    network.frontier("border", between: ["AAA", "BBB"], sections: ["bank": 100])
    network.place("origin")
    network.place("far", in: "BBB")
    network.corridor("river", "origin", "far", detections: ["guard": 0.5], crossing: "bank")
    network.corridor("road", "far", "end")
    network.market("market", at: "end")
    network.burst("supply", at: "origin", count: Self.count)
    return network
  }

  private func reading(_ change: (inout TestNetwork) -> Void) throws -> Reading {
    var network = world()
    change(&network)
    return try CheckedRun(network.network()).reading(seed: 11)
  }

  @Test("corruption lets a share of what is detected pass")
  func corruption() throws {
    let reading = try self.reading { $0.agency("guard") { $0.corruption = 0.3 } }
    let passed = reading[.incidents, "corrupt-passages"]
    let detected = passed + reading[.seizures, "heroin"]
    #expect(abs(StandardScore.binomial(detected, of: 2000, 0.5)) < StandardScore.allowed)
    #expect(abs(StandardScore.binomial(passed, of: detected, 0.3)) < StandardScore.allowed)
    #expect(reading[.corruptlyPassedKilograms, "heroin"] == passed)
    #expect(reading[.deliveredKilograms, "heroin"] == 2000 - reading[.seizedKilograms, "heroin"])
  }

  @Test("who is corrupt is so with those who would be detected without it")
  func sameLuck() throws {
    let honest = try reading { _ in }
    let corrupt = try reading { $0.agency("guard") { $0.corruption = 0.3 } }
    #expect(
      honest[.seizures, "heroin"]
        == corrupt[.seizures, "heroin"] + corrupt[.incidents, "corrupt-passages"])
  }

  private func armed(_ network: inout TestNetwork) {
    network.contents.clashes = Clashes(
      seizureProbability: 0.4, officerLosses: 0.2, carrierLosses: 1.5)
    network.organisation("group") { $0.armament = 0.5 }
    network.agency("guard") { $0.confrontation = 0.8 }
  }

  @Test("armed carriers who are confronted clash, and escape or are seized")
  func clashes() throws {
    let reading = try self.reading { armed(&$0) }
    let clashes = reading[.incidents, "clashes"]
    let escapes = reading[.incidents, "escapes"]
    let detected = reading[.seizures, "heroin"] + escapes
    #expect(abs(StandardScore.binomial(detected, of: 2000, 0.5)) < StandardScore.allowed)
    #expect(abs(StandardScore.binomial(clashes, of: detected, 0.4)) < StandardScore.allowed)
    #expect(abs(StandardScore.binomial(escapes, of: clashes, 0.6)) < StandardScore.allowed)
  }

  @Test("clashes are counted on their section, with the losses of both sides")
  func losses() throws {
    let reading = try self.reading { armed(&$0) }
    let clashes = reading[.incidents, "clashes"]
    #expect(reading[.clashesBySection, "bank"] == clashes)
    let officers = reading[.incidents, "officers-lost"]
    let carriers = reading[.incidents, "carriers-lost"]
    #expect(abs(StandardScore.poisson(officers, mean: 0.2 * clashes)) < StandardScore.allowed)
    #expect(abs(StandardScore.poisson(carriers, mean: 1.5 * clashes)) < StandardScore.allowed)
  }

  @Test("without the section on clashes, arms have no effect to the bit")
  func unarmed() throws {
    let plain = try reading { _ in }
    let armed = try reading {
      $0.organisation("group") { $0.armament = 0.5 }
      $0.agency("guard") { $0.confrontation = 0.8 }
    }
    #expect(plain.bits == armed.bits)
  }

  private func watched(
    _ network: inout TestNetwork, loss: Double = 0, dismantling: Double = 0, minimum: Double = 0
  ) {
    network.contents.controlledDelivery = ControlledDelivery(
      lossPerPassage: loss, dismantlingProbability: dismantling, minimumKilograms: minimum)
    network.agency("guard") { $0.controlledDelivery = 0.4 }
  }

  @Test("watched consignments are seized at their market")
  func controlledDelivery() throws {
    let plain = try reading { _ in }
    let reading = try self.reading { watched(&$0) }
    let begun = reading[.incidents, "controlled-deliveries"]
    let detected = plain[.seizures, "heroin"]
    #expect(abs(StandardScore.binomial(begun, of: detected, 0.4)) < StandardScore.allowed)
    #expect(reading[.incidents, "controlled-deliveries-completed"] == begun)
    #expect(reading[.seizures, "heroin"] == detected)
    #expect(reading[.deliveredKilograms, "heroin"] == plain[.deliveredKilograms, "heroin"])
    #expect(reading.corridor("river", .seizures) == detected - begun)
  }

  @Test("a watch is lost with the stated probability per passage, and the consignment goes on")
  func lostWatch() throws {
    let reading = try self.reading { watched(&$0, loss: 0.25) }
    let begun = reading[.incidents, "controlled-deliveries"]
    let lost = reading[.incidents, "controlled-deliveries-lost"]
    #expect(abs(StandardScore.binomial(lost, of: begun, 0.25)) < StandardScore.allowed)
    #expect(reading[.incidents, "controlled-deliveries-completed"] == begun - lost)
    #expect(
      reading[.deliveredKilograms, "heroin"] == 2000 - reading[.seizedKilograms, "heroin"])
  }

  @Test("light consignments are not worth a watch")
  func minimum() throws {
    let reading = try self.reading { watched(&$0, minimum: 1.5) }
    #expect(reading[.incidents, "controlled-deliveries"] == 0)
  }

  @Test("a watched consignment is not divided on its way")
  func undivided() throws {
    let reading = try self.reading {
      watched(&$0)
      $0.agency("guard") { $0.controlledDelivery = 1 }
      $0.contents.places[$0.placeIndex("far").offset].split = Place.Split(
        aboveKilograms: 0.5, partKilograms: 0.25)
    }
    let begun = reading[.incidents, "controlled-deliveries"]
    #expect(begun > 0 && reading[.incidents, "controlled-deliveries-completed"] == begun)
  }

  @Test("the end of a watch dismantles the organisation with the stated probability")
  func dismantling() throws {
    let reading = try self.reading {
      watched(&$0, dismantling: 0.1)
      $0.structure(of: "group", cells: 10, reformingDays: 0.001)
    }
    let completed = reading[.incidents, "controlled-deliveries-completed"]
    let dismantled = reading[.incidents, "dismantlings"]
    #expect(abs(StandardScore.binomial(dismantled, of: completed, 0.1)) < StandardScore.allowed)
  }

  @Test("under fixed routing a watch ends at the first market")
  func fixedRouting() throws {
    var network = world(.fixed)
    watched(&network)
    let reading = try CheckedRun(network.network()).reading(seed: 11)
    let begun = reading[.incidents, "controlled-deliveries"]
    #expect(begun > 0 && reading[.incidents, "controlled-deliveries-completed"] == begun)
  }
}
