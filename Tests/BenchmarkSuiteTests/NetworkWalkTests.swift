import BenchmarkSuite
import TestSupport
import Testing

/// The network walk against its Markov chain. Every check allows `StandardScore.allowed` standard
/// errors: one false alarm in a million.
@Suite("The network walk")
struct NetworkWalkTests {
  private static func graph() throws -> WalkGraph {
    try WalkGraph(path: SuiteFiles.root + "/Benchmarks/Peers/graph.txt")
  }

  @Test("the chain is solved as it was when the graph was made")
  func chain() throws {
    let graph = try Self.graph()
    let expected = WalkExpectation(graph)
    #expect(abs(expected.events.mean - 14.791336) < 1e-4)
    #expect(abs(expected.events.mean - expected.passages.reduce(0, +)) < 1e-7)
    #expect(abs(expected.seized - 0.28145) < 1e-5)
    let absorbed = expected.passages.suffix(graph.sinks).reduce(0, +)
    #expect(abs(expected.seized + absorbed - 1) < 1e-9)
    #expect(abs(expected.passages[0] - 0.18670) < 1e-5)
  }

  @Test("events, seizures, absorptions and passages are those of the chain")
  func walk() throws {
    let graph = try Self.graph()
    let expected = WalkExpectation(graph)
    let outcome = NetworkWalk(graph: graph, walkers: 10_000, replications: 1).run()
    let walkers = 10_000.0
    let allowed = StandardScore.allowed

    let events = try #require(outcome.work.check)
    #expect(
      abs(events - expected.events.mean)
        < allowed * (expected.events.variance / walkers).squareRoot())

    let seized = outcome.seizures.reduce(0, +)
    #expect(seized + outcome.absorptions == 10_000)
    #expect(
      abs(StandardScore.binomial(Double(seized), of: walkers, expected.seized)) < allowed)

    for place in [0, 9, 57, 100, 150, 189, 190, 199] {
      let deviation = Double(outcome.passages[place]) / walkers - expected.passages[place]
      let standardError = (expected.passageVariance(at: place) / walkers).squareRoot()
      #expect(abs(deviation) < allowed * standardError, "place \(place)")
    }
  }

  @Test("seizures are spread over corridors as passages are")
  func seizures() throws {
    let graph = try Self.graph()
    let outcome = NetworkWalk(graph: graph, walkers: 10_000, replications: 1).run()
    // Given the passages of its place, a corridor's seizures are binomial.
    let passages = Double(outcome.passages[0])
    for corridor in 0..<WalkGraph.corridorsPerPlace {
      let chance = graph.shares[corridor] * WalkGraph.detection
      let score = StandardScore.binomial(Double(outcome.seizures[corridor]), of: passages, chance)
      // Expected counts are a few only, so the upper tail is longer than the normal's; one false
      // alarm in 10,000 at most.
      #expect(abs(score) < 2 * StandardScore.allowed)
    }
  }

  @Test("luck is that of walker and replication: more replications leave the first as they were")
  func replications() throws {
    let graph = try Self.graph()
    let one = NetworkWalk(graph: graph, walkers: 500, replications: 1).run()
    let two = NetworkWalk(graph: graph, walkers: 500, replications: 2).run()
    #expect(zip(one.passages, two.passages).allSatisfy { $0 <= $1 })
    #expect(two.seizures.reduce(0, +) + two.absorptions == 1_000)
    #expect(one.work.checksum != two.work.checksum)
  }
}
