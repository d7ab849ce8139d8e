import FlowSimulation
import TestSupport
import Testing
import TraffickingModel

/// Stages: numbers that change on a date, and nothing else with them.
@Suite("Stages")
struct StageTests {
  /// Two chains that have nothing to do with each other, for a year.
  private func world() -> TestNetwork {
    var network = TestNetwork()
    network.agency("first")
    network.agency("second")
    network.corridor("a", "a0", "a1", detections: ["first": 0.2])
    network.corridor("b", "b0", "b1", detections: ["second": 0.2])
    network.market("one", at: "a1")
    network.market("two", at: "b1")
    network.steadySupply("a", at: "a0", perDay: 4)
    network.steadySupply("b", at: "b0", perDay: 4)
    return network
  }

  private func network(
    from day: String, _ change: (inout ScenarioContents) -> Void
  ) throws -> CompiledNetwork {
    let base = world().contents
    var changed = base
    change(&changed)
    return try CompiledNetwork(
      Scenario(base, from: day, changed))
  }

  @Test("a stage that changes nothing changes no outcome, whenever it begins")
  func idle() throws {
    let plain = try CheckedRun(world().network()).reading(seed: 5)
    let staged = try CheckedRun(network(from: "2023-05-17") { _ in }).reading(seed: 5)
    #expect(plain.outcome.responses.map(\.bitPattern) == staged.outcome.responses.map(\.bitPattern))
    #expect(plain.outcome.monthly == staged.outcome.monthly)
  }

  @Test("what comes before the stage is as without it")
  func past() throws {
    let plain = try CheckedRun(world().network()).reading(seed: 6)
    let staged = try CheckedRun(
      network(from: "2023-07-01") { $0.agencies[0].skill = 10 }
    ).reading(seed: 6)
    #expect(plain.months(of: .seizures)[..<6] == staged.months(of: .seizures)[..<6])
    #expect(plain.months(of: .seizures)[6...] != staged.months(of: .seizures)[6...])
  }

  @Test("what the stage does not touch has the same luck to the bit")
  func untouched() throws {
    let plain = try CheckedRun(world().network()).reading(seed: 7)
    let staged = try CheckedRun(
      network(from: "2023-05-17") { $0.agencies[0].skill = 10 }
    ).reading(seed: 7)
    for measure in CorridorMeasure.allCases {
      #expect(plain.corridor("b", measure) == staged.corridor("b", measure))
    }
    #expect(plain.corridor("a", .seizures) < staged.corridor("a", .seizures))
    #expect(plain.corridor("a", .attempts) == staged.corridor("a", .attempts))
  }

  /// A supply of 4 a day stops on 1 July. Its stock never ends, so without the stage it would not.
  @Test("a supply whose release stops dispatches nothing more")
  func stop() throws {
    let reading = try CheckedRun(
      network(from: "2023-07-01") { contents in
        for supply in contents.supplies.indices { contents.supplies[supply].releasePerYear = 0 }
      }
    ).reading(seed: 8)
    let dispatched = reading.months(of: .dispatchedKilograms)
    #expect(dispatched[..<6].allSatisfy { $0 > 100 })
    #expect(dispatched[6...].allSatisfy { $0 == 0 })
  }

  /// Shares follow prices within a binomial 4.89 standard errors (one false alarm in a million
  /// seeds): with equal utilities half takes each corridor, and one costing 1 / sensitivity more
  /// takes 1 / (1 + e).
  @Test("routes are chosen anew when a stage changes what they cost")
  func routes() throws {
    var network = TestNetwork(.recursiveLogit)
    network.corridor("left", "origin", "end")
    network.corridor("right", "origin", "end")
    network.market("market", at: "end")
    network.steadySupply("field", at: "origin", perDay: 20)
    let base = network.contents
    var changed = base
    changed.corridors[1].extraCostPerKilogram = 100
    let compiled = try CompiledNetwork(
      Scenario(base, from: "2023-07-02", changed))
    let right = network.corridorIndex("right")
    #expect(compiled.choiceProbability(ofClass: 0, corridor: right, onDay: 10) == 0.5)
    let later = compiled.choiceProbability(ofClass: 0, corridor: right, onDay: 300)
    #expect(abs(later - 1 / (1 + 2.718281828459045)) < 1e-12)
    let reading = try CheckedRun(compiled).reading(seed: 9)
    let attempts = reading.corridor("left", .attempts) + reading.corridor("right", .attempts)
    let expected = (182 * 0.5 + 183 * later) / 365
    let score = StandardScore.binomial(
      reading.corridor("right", .attempts), of: attempts, expected)
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("a stage acts on what is already on its way")
  func onTheWay() throws {
    var network = TestNetwork()
    network.agency("police")
    network.corridor("way", "origin", "end", days: .always(100), detections: ["police": 0.5])
    network.market("market", at: "end")
    network.burst("field", at: "origin", count: 100)
    let base = network.contents
    var changed = base
    changed.organisations[0].concealment = 1e-6
    let compiled = try CompiledNetwork(
      Scenario(base, from: "2023-04-05", changed))
    let reading = try CheckedRun(compiled).reading(seed: 2)
    // The burst leaves in the first weeks, so all of it is still on the way on 5 April.
    #expect(reading.months(of: .dispatchedKilograms)[3...].allSatisfy { $0 == 0 })
    #expect(reading[.seizures, "heroin"] == 0)
  }

  /// 1,200 kg a year, 100 kg a month, of which June has 30 days: doubled from 16 June it adds half
  /// a month's yield, and every month after it a whole one.
  @Test("a change of production acts from its day on")
  func production() throws {
    var network = TestNetwork()
    network.corridor("way", "origin", "end")
    network.market("market", at: "end")
    network.supply("field", at: "origin", stock: 0, production: 1200, releasePerYear: 0)
    let base = network.contents
    var changed = base
    changed.supplies[0].productionKilogramsPerYear = 2400
    let compiled = try CompiledNetwork(
      Scenario(base, from: "2023-06-16", changed))
    let reading = try CheckedRun(compiled).reading(seed: 2)
    #expect(abs(reading[.stockKilograms, "heroin"] - (1200 + 50 + 600)) < 1e-9)
  }
}
