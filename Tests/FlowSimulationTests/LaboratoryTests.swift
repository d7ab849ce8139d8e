import FlowSimulation
import RandomStreams
import TestSupport
import Testing
import TraffickingModel

/// Laboratories by arithmetic: what goes in, what comes out, and when.
@Suite("Laboratories")
struct LaboratoryTests {
  /// A field and a depot that send opium and acid in the first weeks to a laboratory, from which
  /// heroin goes to a city. A kilogram takes 10 kg of opium and 2 kg of acid.
  private func world(
    opium: Double = 1000, acid: Double = 200, capacity: Double = 1e6, batchDays: Double = 7,
    stock: Double = 0, warmUpDays: Int = 0
  ) -> TestNetwork {
    var network = TestNetwork(.recursiveLogit, warmUpDays: warmUpDays)
    network.commodity("opium")
    network.commodity("acid")
    network.corridor("harvest", "field", "works")
    network.corridor("inward", "depot", "works")
    network.corridor("outward", "works", "city")
    network.market("works", at: "works", takes: ["opium": 1, "acid": 1])
    network.market("bazaar", at: "city", takes: ["heroin": 1])
    network.burst("field", at: "field", of: "opium", count: 100, mass: opium / 100)
    if acid > 0 { network.burst("depot", at: "depot", of: "acid", count: 100, mass: acid / 100) }
    network.supply("product", at: "works", stock: stock, releasePerYear: 12)
    network.laboratory(
      "kitchen", from: "works", to: "product", recipe: ["opium": 10, "acid": 2],
      capacity: capacity, batchDays: batchDays)
    return network
  }

  private func reading(_ network: TestNetwork, seed: UInt64 = 1) throws -> Reading {
    try CheckedRun(network.network()).reading(seed: seed)
  }

  private func isClose(_ one: Double, _ other: Double) -> Bool { abs(one - other) < 1e-9 }

  @Test("the scarcer input decides what is made, and the surplus of the other stays")
  func scarcity() throws {
    let reading = try reading(world(opium: 1000, acid: 100))
    #expect(isClose(reading[.laboratoryOutput, "kitchen"], 50))
    #expect(isClose(reading[.convertedKilograms, "opium"], 500))
    #expect(isClose(reading[.convertedKilograms, "acid"], 100))
    #expect(isClose(reading[.inputStockKilograms, "opium"], 500))
    #expect(reading[.inputStockKilograms, "acid"] == 0)
    #expect(reading[.convertedKilograms, "heroin"] == 0)
  }

  @Test("without precursors nothing is made and nothing used up")
  func noPrecursors() throws {
    let reading = try reading(world(acid: 0))
    #expect(reading[.laboratoryOutput, "kitchen"] == 0)
    #expect(reading[.convertedKilograms, "opium"] == 0)
    #expect(isClose(reading[.inputStockKilograms, "opium"], 1000))
    #expect(reading[.dispatchedConsignments, "heroin"] == 0)
  }

  @Test("what is seized on the way in is not made into anything")
  func interdiction() throws {
    var network = world(opium: 1000, acid: 200)
    network.agency("customs", .customs)
    network.contents.corridors[network.corridorIndex("inward").offset].detections = [
      Corridor.Detection(agency: network.agencyIndex("customs"), probability: 0.4)
    ]
    let reading = try reading(network)
    let arrived = reading[.deliveredKilogramsByMarket, "works", "acid"]
    #expect(reading[.seizedKilograms, "acid"] > 40)
    #expect(isClose(arrived + reading[.seizedKilograms, "acid"], 200))
    #expect(isClose(reading[.laboratoryOutput, "kitchen"], arrived / 2))
  }

  @Test("what is made is dispatched, delivered or in stock")
  func product() throws {
    let reading = try reading(world())
    let elsewhere =
      reading[.deliveredKilograms, "heroin"] + reading[.inTransitKilograms, "heroin"]
      + reading[.stockKilograms, "heroin"]
    #expect(isClose(reading[.laboratoryOutput, "kitchen"], 100))
    #expect(isClose(elsewhere, 100) && reading[.deliveredKilograms, "heroin"] > 90)
  }

  @Test("product leaves in the month in which it is made, not in the next one only")
  func promptDispatch() throws {
    // Most inputs arrive in January, when the month began with an empty stock.
    let months = try reading(world()).months(of: .dispatchedKilograms, commodity: 0)
    #expect(months[0] > 5)
  }

  /// Batches on the days 7, 14, ... of 60 + 365, so that the 52 of days 63 to 420 are reported.
  @Test("with inputs in plenty a laboratory makes just what capacity allows")
  func capacity() throws {
    let reading = try reading(world(opium: 1e5, acid: 1e5, capacity: 2, warmUpDays: 60))
    #expect(isClose(reading[.laboratoryOutput, "kitchen"], 52 * 7 * 2))
    #expect(isClose(reading[.convertedKilograms, "acid"], 52 * 7 * 2 * 2))
  }

  private func staged(
    _ network: TestNetwork, from day: String, _ change: (inout ScenarioContents) -> Void
  ) throws -> Reading {
    let base = network.contents
    var changed = base
    change(&changed)
    return try CheckedRun(CompiledNetwork(Scenario(base, from: day, changed))).reading(seed: 1)
  }

  /// As above; the stage begins on day 60 + 181, five days before a batch.
  @Test("a stage changes capacity on its day, within a batch too")
  func capacityStage() throws {
    let network = world(opium: 1e5, acid: 1e5, capacity: 2, warmUpDays: 60)
    let reading = try staged(network, from: "2023-07-01") {
      $0.laboratories[0].capacityKilogramsPerDay = 4
    }
    let expected = 2.0 * (241 - 56) + 4 * (420 - 241)
    #expect(isClose(reading[.laboratoryOutput, "kitchen"], expected))
  }

  @Test("a stage that changes nothing changes no outcome, to the bit")
  func idleStage() throws {
    let network = world(capacity: 0.3, warmUpDays: 60)
    let plain = try reading(network)
    let idle = try staged(network, from: "2023-02-17") { _ in }
    #expect(plain.outcome.responses.map(\.bitPattern) == idle.outcome.responses.map(\.bitPattern))
  }

  @Test("a stage changes the recipe for the batches after it")
  func recipeStage() throws {
    let network = world(opium: 1e5, acid: 1e5, capacity: 2, warmUpDays: 60)
    let reading = try staged(network, from: "2023-07-01") {
      $0.laboratories[0].recipe[1].kilogramsPerKilogram = 3
    }
    let expected = 2.0 * 2 * (238 - 56) + 3 * 2 * (420 - 238)
    #expect(isClose(reading[.convertedKilograms, "acid"], expected))
  }

  @Test("relocation is a stage that moves capacity and demand")
  func relocation() throws {
    var network = world(acid: 0)
    network.corridor("away", "field", "refuge")
    network.corridor("onward", "refuge", "city")
    network.market("refuge", at: "refuge", takes: ["opium": 0])
    network.supply("moved", at: "refuge", stock: 0, releasePerYear: 12)
    network.steadySupply("fields", at: "field", of: "opium", perDay: 5)
    network.laboratory(
      "second", from: "refuge", to: "moved", recipe: ["opium": 10], capacity: 0)
    network.contents.laboratories[0].recipe.removeLast()
    let before = try reading(network)
    #expect(before[.laboratoryOutput, "second"] == 0 && before.corridor("away", .attempts) == 0)
    let reading = try staged(network, from: "2023-07-01") { contents in
      contents.laboratories[0].capacityKilogramsPerDay = 0
      contents.laboratories[1].capacityKilogramsPerDay = 1e6
      contents.markets[0].demands[0].kilogramsPerYear = 0
      contents.markets[2].demands[0].kilogramsPerYear = 1
    }
    // Half a year of 5 kg a day in tens is 92, and the first has 100 of the first weeks besides.
    // A Poisson count of 920 kg of opium varies by 30, which is 3 kg of product.
    #expect(abs(reading[.laboratoryOutput, "second"] - 91) < 15)
    #expect(abs(reading[.laboratoryOutput, "kitchen"] - 190) < 15)
  }

  /// Without inputs the stock only goes down. Rates are set as months begin and on days 7, 14, ...,
  /// each by the stock of that moment; linear, so that chance does not move the mean. Tolerance:
  /// 4.89 standard errors, one false alarm in a million seeds.
  @Test("release follows the stock from batch to batch")
  func release() throws {
    var network = world(acid: 0, stock: 1000)
    network.contents.supplies[network.supplyIndex("product").offset].releasePerYear = 1.5
    let stocks = try CheckedRun(network.network()).readings(seed: 2, count: 60)
      .map { $0[.stockKilograms, "heroin"] }
    let months = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]
    let days = Set(months + Array(stride(from: 7, to: 365, by: 7)) + [365]).sorted()
    let expected = zip(days, days.dropFirst()).reduce(1000.0) { stock, days in
      stock * (1 - 1.5 * Double(days.1 - days.0) / 365.25)
    }
    #expect(abs(StandardScore.mean(of: stocks, expected: expected)) < StandardScore.allowed)
  }

  @Test("what has nothing to do with a laboratory has the same luck without it, to the bit")
  func untouched() throws {
    var network = world()
    network.agency("police")
    network.corridor("a", "a0", "a1", detections: ["police": 0.3])
    network.market("apart", at: "a1")
    network.steadySupply("a", at: "a0", perDay: 3)
    var without = network
    without.contents.laboratories = []
    let (one, other) = (try reading(network), try reading(without))
    #expect(one[.laboratoryOutput, "kitchen"] > 0)
    for measure in CorridorMeasure.allCases {
      #expect(one.corridor("a", measure) == other.corridor("a", measure))
    }
  }

  @Test("a replication forgets what was in the laboratories of the one before")
  func independence() throws {
    let run = CheckedRun(try world(capacity: 0.1).network())
    #expect(try run.reading(seed: 9, index: 2).bits == run.readings(seed: 9, count: 3)[2].bits)
  }

  @Test("laboratories do not multiply consignments beyond what a replication may be")
  func tooMany() throws {
    var network = world()
    network.contents.supplies[network.supplyIndex("product").offset].consignmentKilograms =
      .always(1e-7)
    let error = #expect(throws: ScenarioError.self) { try network.network() }
    #expect(error?.problems.map(\.pointer) == ["/supplies/product"])
  }
}
