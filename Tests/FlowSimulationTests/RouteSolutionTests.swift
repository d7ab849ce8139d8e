import FlowSimulation
import RandomStreams
import Testing

/// The fast solution of route choice beside the plain one, on networks of chance. Seeds are fixed,
/// so nothing here can fail by luck.
@Suite("Route solution")
struct RouteSolutionTests {
  /// What the utilities of a random network are like: between minus the raw value and 0, or, now
  /// and then, minus infinity.
  enum Utilities: Double, CaseIterable {
    case tiny = 1e-9
    case ordinary = 3
    case large = 700
    case huge = 1e6
  }

  /// 12 places with about 3 links each, of which some are closed; without loops they lead to places
  /// of higher number only.
  private func graph(
    _ utilities: Utilities, hasLoops: Bool, number: Int
  ) -> RecursiveLogitTests.Graph {
    let streams = RandomStreams(seed: 77, replication: UInt64(number))
    var links: [(Int, Int, Double)] = []
    var closed: Set<Int> = []
    for tail in 0..<11 {
      for step in 0..<3 {
        let draws = streams.uniforms(.test, entity: UInt64(tail), step: UInt64(step))
        let lowest = hasLoops ? 0 : tail + 1
        let head = lowest + Int(draws.first * Double(12 - lowest))
        var utility = -draws.second * utilities.rawValue
        // Three links leave every place: loops converge when each costs more than ln 3.
        if hasLoops { utility -= 1.2 }
        if draws.third < 0.05 { utility = -.infinity }
        if draws.fourth < 0.1 { closed.insert(links.count) }
        links.append((tail, head, utility))
      }
    }
    return RecursiveLogitTests.Graph(12, links, closed: closed)
  }

  @Test(
    "values and choices are those of the plain solution", arguments: Utilities.allCases,
    [false, true])
  func plainSolution(_ utilities: Utilities, hasLoops: Bool) throws {
    for number in 0..<20 {
      let graph = graph(utilities, hasLoops: hasLoops, number: number)
      let plain = try #require(RouteReference.solution(graph, to: 11))
      let fast = try #require(graph.solution(to: 11))
      for (value, expected) in zip(fast.values, plain.values) where value != expected {
        #expect(abs(value - expected) < 1e-12 * max(1, abs(expected)))
      }
      // A value of a million has ten digits left after the point for differences.
      let digits = 1e-12 * max(1, utilities.rawValue)
      for (share, expected) in zip(fast.shares, plain.shares) {
        #expect(abs(share - expected) < digits)
      }
    }
  }

  @Test("the sample has networks with loops and without, and places without a way on")
  func coverage() {
    let graphs = (0..<20).map { graph(.ordinary, hasLoops: true, number: $0) }
    #expect(graphs.contains { $0.network(to: 11).hasLoops })
    #expect(graphs.contains { $0.solution(to: 11)?.values.contains(-.infinity) == true })
    #expect(!graph(.ordinary, hasLoops: false, number: 0).network(to: 11).hasLoops)
  }

  @Test("a place whose ways all have no finite utility has the value minus infinity and no choice")
  func infiniteCosts() throws {
    let graph = RecursiveLogitTests.Graph(
      4, [(0, 1, -1), (0, 2, -1), (1, 3, -.infinity), (2, 3, -.infinity), (2, 3, -.infinity)])
    let solution = try #require(graph.solution(to: 3))
    #expect(solution.values == [-.infinity, -.infinity, -.infinity, 0])
    #expect(solution.shares.allSatisfy { $0 == 0 })
  }

  @Test("a solution does not depend on what was solved before")
  func independence() {
    let graph = graph(.ordinary, hasLoops: true, number: 3)
    let network = graph.network(to: 11)
    var fresh = RecursiveLogit(wayCapacity: network.ways.count, placeCapacity: 12)
    var used = RecursiveLogit(wayCapacity: network.ways.count, placeCapacity: 12)
    used.setUtilities(ofWays: network.ways.count) { -0.5 - Double($0) }
    _ = used.solve(network)
    let utilities = network.ways.map { graph.utilities[Int($0.corridor)] }
    fresh.setUtilities(ofWays: utilities.count) { utilities[$0] }
    used.setUtilities(ofWays: utilities.count) { utilities[$0] }
    #expect(fresh.solve(network) && used.solve(network))
    for way in network.ways.indices {
      #expect(fresh.cumulativeProbability(ofWay: way) == used.cumulativeProbability(ofWay: way))
    }
  }

  @Test("the solution allows for any finite utility")
  func extremes() throws {
    let graph = RecursiveLogitTests.Graph(
      3, [(0, 1, -1e300), (0, 1, -1e300), (1, 2, -.greatestFiniteMagnitude)])
    let solution = try #require(graph.solution(to: 2))
    #expect(solution.shares == [0.5, 0.5, 1])
  }
}
