import BenchmarkSuite
import FlowSimulation
import TestSupport
import Testing

/// The benchmarks in their smoke size: what they measure is right, whatever it costs.
@Suite("Benchmarks")
struct BenchmarkSuiteTests {
  /// The order in which events come out is defined, so every future event list that keeps it has
  /// this checksum.
  @Test("the hold model takes events out in the one defined order")
  func holdOrder() {
    let (operations, checksum) = HoldModel.run(pending: 100, holds: 4_000)
    #expect(operations == 4_000)
    #expect(checksum == 0xb8249a67f2522f2f)
  }

  @Test("every benchmark of the suite does its work")
  func suite() {
    let suite = Suite(size: .smoke, runs: 2, scenario: "")
    for timing in suite.hold() {
      #expect(timing.operationCount == 4_000)
      #expect(timing.seconds.count == 2)
      #expect(timing.nanoseconds.least > 0)
      #expect(timing.nanoseconds.least <= timing.nanoseconds.greatest)
    }
  }

  @Test("a scenario's checksum and events do not depend on the number of workers")
  func scenarioOverWorkers() throws {
    let load = ScenarioLoad(of: try network())
    let one = try load.run(replications: 6, workers: 1)
    let four = try load.run(replications: 6, workers: 4)
    #expect(one.operations > 1_000)
    #expect(one.operations == four.operations)
    #expect(one.checksum == four.checksum)
  }

  @Test("the counting loop reads its probe only around the loop")
  func countingLoop() throws {
    let load = ScenarioLoad(of: try network())
    var reads = 0
    let counted = load.countingLoop(events: 1_000) {
      reads += 1
      return reads
    }
    #expect(counted.events >= 1_000)
    // Two reads a replication, so each adds exactly one.
    #expect(counted.count == reads / 2)
  }

  private func network() throws -> CompiledNetwork {
    var network = TestNetwork()
    network.agency("police")
    network.corridor("first", "origin", "city", detections: ["police": 0.1])
    network.corridor("second", "city", "end", detections: ["police": 0.2])
    network.market("market", at: "end")
    network.steadySupply("field", at: "origin", perDay: 2)
    return try network.network()
  }
}
