import BenchmarkSuite
import Foundation
import Testing

/// Counts that tell of a slower program on any machine: time does not, counts do.
@Suite("Counts")
struct CountTests {
  @Test("a known load has the events it had")
  func events() throws {
    let load = ScenarioLoad(of: try SuiteFiles.smallNetwork())
    // A change of the model may change this number; nothing else should.
    let events = try load.run(replications: 4, workers: 1).operations
    #expect(events == 8_581)
  }

  @Test("the network walk has the events it had")
  func walkEvents() throws {
    let graph = try WalkGraph(path: SuiteFiles.root + "/Benchmarks/Peers/graph.txt")
    let work = NetworkWalk(graph: graph, walkers: 1_000, replications: 1).run().work
    #expect(work.operations == 15_000)
  }

  @Test("the counting loop reads its probe only around the loop")
  func countingLoop() throws {
    let load = ScenarioLoad(of: try SuiteFiles.smallNetwork())
    var reads = 0
    let counted = load.countingLoop(events: 1_000) {
      reads += 1
      return RuntimeCounts(allocations: reads, retains: 0, releases: 0, uniquenessChecks: 0)
    }
    #expect(counted.events >= 1_000)
    // Two reads a replication, so each adds exactly one.
    #expect(counted.counts.allocations == reads / 2)
  }

  /// Debug builds allocate everywhere, so this needs the optimised program: set BENCHMARKS to it.
  @Test(
    "the event loop of the optimised program allocates nothing",
    .enabled(if: ProcessInfo.processInfo.environment["BENCHMARKS"] != nil))
  func allocations() throws {
    let count = Process()
    count.executableURL = URL(fileURLWithPath: SuiteFiles.root + "/Benchmarks/Allocations/count.sh")
    count.currentDirectoryURL = URL(fileURLWithPath: SuiteFiles.root)
    count.arguments = ["--scenario", "scenarios/northern-route.json", "--events", "100000"]
    try count.run()
    count.waitUntilExit()
    #expect(count.terminationStatus == 0)
  }
}
