import FlowSimulation
import TestSupport
import Testing
import TraffickingModel

/// The warm-up happens, but is not reported.
@Suite("Warm-up")
struct WarmUpTests {
  private func network(from start: String, warmUpDays: Int) -> TestNetwork {
    var network = TestNetwork(from: start, to: "2024-01-01", warmUpDays: warmUpDays)
    network.agency("police")
    network.corridor("c", "origin", "city", days: .always(10), detections: ["police": 0.2])
    network.market("market", at: "city")
    network.supply(
      "field", at: "origin", stock: 500, production: 300, releasePerYear: 1.2, shape: 3)
    return network
  }

  private func run(from start: String, warmUpDays: Int) throws -> Reading {
    try CheckedRun(network(from: start, warmUpDays: warmUpDays).network()).reading(seed: 61)
  }

  @Test("what a warm-up leaves over is what a longer report counts there", arguments: [0, 2, 11])
  func sameWorld(month: Int) throws {
    // The same simulation twice, half of it unreported in one: the luck of a month has its name,
    // and dispatches are numbered from the start of the simulation.
    let whole = try run(from: "2022-07-01", warmUpDays: 0)
    let late = try run(from: "2023-01-01", warmUpDays: 184)
    for series in MonthlySeries.allCases {
      #expect(late.monthly(series, month) == whole.monthly(series, month + 6))
    }
  }

  @Test("nothing of the warm-up is in the totals")
  func totals() throws {
    let reading = try run(from: "2023-01-01", warmUpDays: 184)
    let months = reading.months(of: .dispatchedKilograms).reduce(0, +)
    #expect(abs(reading[.dispatchedKilograms, "heroin"] - months) < 1e-9)
  }

  @Test("the books open with the stock and with what is on the way")
  func openingBooks() throws {
    // What was on the way on 1 January arrives in the first ten days without having been
    // dispatched in the period; the balance of `CheckedRun` holds all the same.
    let reading = try run(from: "2023-01-01", warmUpDays: 184)
    let ended = reading[.deliveredKilograms, "heroin"] + reading[.seizedKilograms, "heroin"]
    let opening =
      ended + reading[.inTransitKilograms, "heroin"]
      - reading[.dispatchedKilograms, "heroin"]
    #expect(opening > 1)
  }

  @Test("without a warm-up the books open with the stock alone")
  func openingWithoutWarmUp() throws {
    let reading = try run(from: "2023-01-01", warmUpDays: 0)
    let found = reading[.dispatchedKilograms, "heroin"] + reading[.stockKilograms, "heroin"]
    #expect(abs(found - 800) < 1e-9)
  }

  @Test("a warm-up that ends within a month does not lose or double the month's harvest")
  func splitMonth() throws {
    var network = TestNetwork(from: "2023-01-15", to: "2023-03-01", warmUpDays: 14)
    network.corridor("c", "origin", "city")
    network.market("market", at: "city")
    network.supply("field", at: "origin", stock: 0, production: 1_200, releasePerYear: 0)
    let reading = try CheckedRun(network.network()).reading(seed: 62)
    #expect(abs(reading[.stockKilograms, "heroin"] - 200) < 1e-9)
  }

  @Test("a replication does not remember the one before")
  func fresh() throws {
    let network = try network(from: "2023-01-01", warmUpDays: 184).network()
    let layout = OutcomeLayout(of: network)
    var used = Replication(of: network, seed: 61)
    used.run(index: 0)
    used.run(index: 7)
    var new = Replication(of: network, seed: 61)
    new.run(index: 7)
    let contents = network.scenario.contents
    let readings = [used.outcome(in: layout), new.outcome(in: layout)]
      .map { Reading(outcome: $0, layout: layout, contents: contents) }
    #expect(readings[0].bits == readings[1].bits)
  }

  @Test("months are reported under their names")
  func monthNames() throws {
    let network = TestNetwork(from: "2023-11-20", to: "2024-02-02", warmUpDays: 30)
    let layout = OutcomeLayout(of: try network.network())
    #expect(layout.months == ["2023-11", "2023-12", "2024-01", "2024-02"])
  }
}
