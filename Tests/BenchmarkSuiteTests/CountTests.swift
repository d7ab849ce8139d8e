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

  /// What `count.sh` says of one scenario.
  private struct Row: Decodable {
    var scenario: String
    var events: Int
    var allocations: Int
    var retains: Int
    var releases: Int
    var uniquenessChecks: Int
  }

  /// Debug builds allocate everywhere, so this needs the optimised program: set BENCHMARKS to it.
  ///
  /// All that is retained is what solving routes reads, at most 0.049 times an event in any
  /// scenario, the same in every run; a single retain on every hop would be twenty times that.
  @Test(
    "the event loop of the optimised program allocates nothing and hardly counts references",
    .enabled(if: ProcessInfo.processInfo.environment["BENCHMARKS"] != nil))
  func runtimeCalls() throws {
    let count = Process()
    let output = Pipe()
    count.executableURL = URL(fileURLWithPath: SuiteFiles.root + "/Benchmarks/Allocations/count.sh")
    count.currentDirectoryURL = URL(fileURLWithPath: SuiteFiles.root)
    count.arguments = ["--events", "100000", "--json"]
    count.standardOutput = output
    try count.run()
    let text = try #require(try output.fileHandleForReading.readToEnd())
    count.waitUntilExit()
    #expect(count.terminationStatus == 0)
    let rows = try JSONDecoder().decode([Row].self, from: text)
    #expect(rows.count > 5)
    for row in rows {
      #expect(row.events >= 100_000)
      #expect(row.allocations == 0, "\(row.scenario)")
      #expect(row.uniquenessChecks == 0, "\(row.scenario)")
      #expect(Double(row.retains) < 0.06 * Double(row.events), "\(row.scenario)")
      #expect(row.releases == row.retains, "\(row.scenario)")
    }
  }
}
