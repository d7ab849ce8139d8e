import FlowSimulation
import TestSupport
import Testing
import TraffickingModel

/// Organisations that lose cells and capital, and what becomes of their trade.
@Suite("Organisations")
struct OrganisationTests {
  /// Two organisations with equal shares of a steady supply of ten consignments a day; every
  /// consignment of `group` that is seized costs it a cell.
  private func world(detection: Double = 0.5) -> TestNetwork {
    var network = TestNetwork(.recursiveLogit)
    network.organisation("other")
    network.agency("police")
    network.agency("police") { $0.arrest = 1 }
    network.corridor("way", "origin", "end", detections: ["police": detection])
    network.market("market", at: "end")
    network.steadySupply("supply", at: "origin", perDay: 10, by: ["group": 1, "other": 1])
    return network
  }

  private func reading(_ change: (inout TestNetwork) -> Void) throws -> Reading {
    var network = world()
    change(&network)
    return try CheckedRun(network.network()).reading(seed: 21)
  }

  @Test("who has lost the last cell is dismantled, and the others take over")
  func takeover() throws {
    let plain = try reading { _ in }
    let reading = try self.reading { $0.structure(of: "group", cells: 5) }
    #expect(reading[.incidents, "arrests"] == 5)
    #expect(reading[.incidents, "dismantlings"] == 1)
    #expect(reading[.dispatchedConsignments, "heroin"] == plain[.dispatchedConsignments, "heroin"])
    #expect(reading[.revenueByOrganisation, "group"] < 50_000)
    #expect(
      reading[.revenueByOrganisation, "other"] > 1.8 * plain[.revenueByOrganisation, "other"])
  }

  @Test("what nobody takes over stays in stock")
  func nobody() throws {
    let plain = try reading { _ in }
    let reading = try self.reading { $0.structure(of: "group", cells: 1, successionShare: 0) }
    let dispatched = reading[.dispatchedConsignments, "heroin"]
    let expected = plain[.dispatchedConsignments, "heroin"] / 2
    // Two standard deviations of a binomial count, and what left before the first arrest.
    #expect(abs(dispatched - expected) < 100)
    #expect(
      reading[.stockKilograms, "heroin"]
        == plain[.stockKilograms, "heroin"] + plain[.dispatchedKilograms, "heroin"] - dispatched)
  }

  @Test("arrests are as likely as the agency's figure says")
  func arrests() throws {
    let reading = try self.reading {
      $0.agency("police") { $0.arrest = 0.3 }
      $0.structure(of: "group", cells: 100_000)
      $0.structure(of: "other", cells: 100_000)
    }
    let arrests = reading[.incidents, "arrests"]
    let seizures = reading[.seizures, "heroin"]
    #expect(abs(StandardScore.binomial(arrests, of: seizures, 0.3)) < StandardScore.allowed)
  }

  @Test("a weakened organisation dispatches in proportion to its cells")
  func weakened() throws {
    // Arrests in January only; what the group dispatches from July on is in proportion.
    var network = world()
    network.structure(of: "group", cells: 100, successionShare: 0)
    let january = network.contents
    network.agency("police") { $0.arrest = 0 }
    let reading = try CheckedRun(
      CompiledNetwork(
        Scenario(january, from: "2023-02-01", network.contents))
    ).reading(seed: 21)
    let arrests = reading[.incidents, "arrests"]
    #expect(arrests > 40 && arrests < 100)
    let plain = try self.reading { _ in }.months(of: .dispatchedKilograms)[6...].reduce(0, +)
    let left = reading.months(of: .dispatchedKilograms)[6...].reduce(0, +)
    let score = StandardScore.binomial(left, of: plain, 1 - arrests / 200)
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("lost cells come back after a while, and a dismantled organisation forms anew")
  func recovery() throws {
    // The one cell goes within days; a year holds as many rounds as reforming allows.
    let reading = try self.reading {
      $0.structure(of: "group", cells: 1, replacementDays: 3, reformingDays: 60)
    }
    let dismantled = reading[.incidents, "dismantlings"]
    let formed = reading[.incidents, "reformings"]
    #expect(dismantled == 6 || dismantled == 7)
    #expect(dismantled - formed <= 1 && formed >= 5)
  }

  /// Three cells go within days, long before the first is replaced; the replacements that were
  /// under way would otherwise come to an organisation at full strength, which then outlives more
  /// than three arrests in a row.
  @Test("replacements that were under way when it was dismantled come to nothing")
  func staleReplacements() throws {
    let reading = try reading {
      $0.structure(of: "group", cells: 3, replacementDays: 40, reformingDays: 20)
    }
    let dismantled = reading[.incidents, "dismantlings"]
    let arrests = reading[.incidents, "arrests"]
    #expect(dismantled >= 8)
    #expect(arrests >= 3 * dismantled && arrests <= 3 * dismantled + 2)
  }

  @Test("a replaced cell can be arrested again, without the organisation being dismantled")
  func replacement() throws {
    let reading = try self.reading {
      $0.structure(of: "group", cells: 1_000, replacementDays: 1)
    }
    // About 2.5 seizures of the group a day, each a cell.
    #expect(reading[.incidents, "arrests"] > 700)
    #expect(reading[.incidents, "dismantlings"] == 0)
  }

  @Test("without a structure an organisation is beyond the reach of arrests, to the bit")
  func unstructured() throws {
    let plain = try reading { $0.agency("police") { $0.arrest = 0 } }
    #expect(plain.bits == (try reading { _ in }).bits)
  }

  @Test("who cannot pay for what is seized is dismantled, and starts anew with fresh capital")
  func bankruptcy() throws {
    let finances = Organisation.Finances(capital: 10_000, margin: 0.2)
    let reading = try self.reading {
      $0.agency("police") { $0.arrest = 0 }
      $0.structure(of: "group", cells: 10, reformingDays: 50, finances: finances)
    }
    // A seizure costs 800, a delivery earns 200, and as many are seized as delivered.
    #expect(reading[.incidents, "dismantlings"] >= 4)
    #expect(reading[.incidents, "reformings"] >= 3)
  }

  @Test("who earns enough never goes broke")
  func solvency() throws {
    let finances = Organisation.Finances(capital: 100_000, margin: 0.8, spendingPerYear: 1000)
    let reading = try self.reading {
      $0.agency("police") { $0.arrest = 0 }
      $0.structure(of: "group", cells: 10, finances: finances)
    }
    #expect(reading[.incidents, "dismantlings"] == 0)
  }

  @Test("spending alone uses capital up")
  func spending() throws {
    let finances = Organisation.Finances(capital: 1_000, margin: 0, spendingPerYear: 4_000)
    var network = world(detection: 0)
    network.structure(of: "group", cells: 10, finances: finances)
    let reading = try CheckedRun(network.network()).reading(seed: 22)
    #expect(reading[.incidents, "dismantlings"] == 1)
  }
}
