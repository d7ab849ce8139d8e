import FlowSimulation
import RandomStreams
import TestSupport
import Testing
import TraffickingModel

/// A checkpoint with Poisson arrivals and exponential inspections is the queue of the textbooks.
///
/// Each case is 20 replications of 20 reported days after 12 days of warm-up, in which the fastest
/// lanes together inspect 100 vehicles a day: the slowest queue here forgets its start within two
/// days. A score beyond 4.89 comes once in 10,000 seeds (Student's t with 19 degrees of freedom).
@Suite("Checkpoints against queueing theory")
struct CheckpointTheoryTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var lanes: Int
    var limit: Int?
    var load: Double

    var testDescription: String {
      "M/M/\(lanes)" + (limit.map { "/\(lanes + $0)" } ?? "") + " at \(load)"
    }
  }

  static let loads = [0.3, 0.6, 0.85]
  static let single = loads.map { Case(lanes: 1, limit: nil, load: $0) }
  static let several = loads.map { Case(lanes: 3, limit: nil, load: $0) }
  static let limited = loads.map { Case(lanes: 3, limit: 5, load: $0) }
  static let loss = [
    Case(lanes: 1, limit: 0, load: 0.6), Case(lanes: 4, limit: 0, load: 0.85),
    Case(lanes: 2, limit: 1, load: 1.5),
  ]

  private func network() -> TestNetwork {
    var network = TestNetwork(from: "2023-01-13", to: "2023-02-02", warmUpDays: 12)
    network.corridor("way", "origin", "end")
    network.market("market", at: "end")
    return network
  }

  private func check(_ network: TestNetwork, _ numbers: Case) throws {
    let theory = QueueTheory(
      arrivals: 100 * numbers.load, service: 100 / Double(numbers.lanes), lanes: numbers.lanes,
      limit: numbers.limit)
    let readings = try CheckedRun(network.network()).readings(seed: 101, count: 20)
    // Of sums rather than ratios, which would be biased.
    let waits = readings.map { reading in
      let inspected = reading[.inspectionsByCheckpoint, "gate"]
      return inspected * (reading[.meanWaitMinutes, "gate"] / 1440 - theory.wait)
    }
    let present = readings.map { $0[.meanNumberPresent, "gate"] }
    let blocked = readings.map { reading in
      let wavedThrough = reading[.wavedThroughByCheckpoint, "gate"]
      return wavedThrough
        - theory.blocking * (wavedThrough + reading[.inspectionsByCheckpoint, "gate"])
    }
    if numbers.limit == 0 {
      #expect(waits.allSatisfy { $0 == 0 })
    } else {
      #expect(abs(StandardScore.mean(of: waits, expected: 0)) < StandardScore.allowed)
    }
    if numbers.limit == nil {
      #expect(blocked.allSatisfy { $0 == 0 })
    } else {
      #expect(abs(StandardScore.mean(of: blocked, expected: 0)) < StandardScore.allowed)
    }
    let score = StandardScore.mean(of: present, expected: theory.present)
    #expect(abs(score) < StandardScore.allowed)
  }

  private func minutes(_ numbers: Case) -> Distribution {
    .exponential(Exponential(mean: 14.4 * Double(numbers.lanes)))
  }

  @Test(
    "consignments alone wait as long, are as many and are waved through as often as they should",
    arguments: single + limited)
  func consignments(_ numbers: Case) throws {
    var network = network()
    network.steadySupply("field", at: "origin", perDay: 100 * numbers.load)
    network.checkpoint(
      "gate", on: "way", lanes: numbers.lanes, minutes: minutes(numbers), limit: numbers.limit)
    try check(network, numbers)
  }

  @Test("so do licit vehicles alone", arguments: several + loss)
  func licit(_ numbers: Case) throws {
    var network = network()
    network.checkpoint(
      "gate", on: "way", lanes: numbers.lanes, minutes: minutes(numbers), limit: numbers.limit,
      licitPerDay: 100 * numbers.load)
    try check(network, numbers)
  }

  @Test("so do both together where only some of either are selected", arguments: [several[1]])
  func mixed(_ numbers: Case) throws {
    var network = network()
    network.steadySupply("field", at: "origin", perDay: 40)
    network.checkpoint(
      "gate", on: "way", lanes: numbers.lanes, minutes: minutes(numbers), share: 0.5,
      limit: numbers.limit, licitPerDay: 80)
    try check(network, numbers)
  }

  /// Pollaczek and Khinchine: inspections that all take the same time halve the wait of M/M/1.
  @Test("inspections of equal length halve the wait")
  func equalLength() throws {
    var network = network()
    network.checkpoint("gate", on: "way", minutes: .always(14.4), licitPerDay: 60)
    let expected = QueueTheory(arrivals: 60, service: 100, lanes: 1, limit: nil).wait / 2
    let waits = try CheckedRun(network.network()).readings(seed: 102, count: 20).map { reading in
      reading[.inspectionsByCheckpoint, "gate"]
        * (reading[.meanWaitMinutes, "gate"] / 1440 - expected)
    }
    #expect(abs(StandardScore.mean(of: waits, expected: 0)) < StandardScore.allowed)
  }

  @Test("the theory agrees with values worked out by hand, and with itself")
  func theory() {
    // Two erlangs on three lanes: 4 / 19 are lost, 4 / 9 wait.
    #expect(abs(QueueTheory.erlangB(2, 3) - 4.0 / 19) < 1e-15)
    #expect(abs(QueueTheory.erlangC(2, 3) - 4.0 / 9) < 1e-15)
    let single = QueueTheory(arrivals: 0.6, service: 1, lanes: 1, limit: nil)
    #expect(abs(single.present - 1.5) < 1e-12 && abs(single.wait - 1.5) < 1e-12)
    let loss = QueueTheory(arrivals: 2, service: 1, lanes: 3, limit: 0)
    #expect(abs(loss.blocking - 4.0 / 19) < 1e-15 && loss.wait == 0)
    let long = QueueTheory(arrivals: 2, service: 1, lanes: 3, limit: 500)
    let endless = QueueTheory(arrivals: 2, service: 1, lanes: 3, limit: nil)
    #expect(abs(long.wait - endless.wait) < 1e-12)
    #expect(abs(long.present - endless.present) < 1e-12)
  }
}
