import FlowSimulation
import Foundation
import TestSupport
import Testing

/// Values and shares on graphs small enough for closed forms. Nothing is random here.
@Suite("Recursive logit")
struct RecursiveLogitTests {
  /// A graph from corridors (tail, head, utility), given in order of their tails; a consignment can
  /// be anywhere.
  struct Graph {
    let utilities: [Double]
    let isOpen: [Bool]
    let placeCount: Int
    let links: [(tail: Int, head: Int, utility: Double)]
    private let graph: PlaceGraph

    init(_ placeCount: Int, _ links: [(Int, Int, Double)], closed: Set<Int> = []) {
      var starts = [0]
      for place in 0..<placeCount {
        starts.append(links.count { $0.0 <= place })
      }
      graph = PlaceGraph(starts: starts, heads: links.map(\.1))
      utilities = links.map(\.2)
      isOpen = links.indices.map { !closed.contains($0) }
      self.placeCount = placeCount
      self.links = links
    }

    func network(to destination: Int) -> RouteNetwork {
      RouteNetwork(
        in: graph, order: graph.placesSuccessorsFirst(isUsable: isOpen), isOpen: isOpen,
        isReached: [Bool](repeating: true, count: placeCount), destination: destination)
    }

    func values(to destination: Int) -> [Double]? { solution(to: destination)?.values }

    func shares(to destination: Int) -> [Double] { solution(to: destination)?.shares ?? [] }

    /// By place and by link; `nil` where there is no solution.
    func solution(to destination: Int) -> (values: [Double], shares: [Double])? {
      let network = network(to: destination)
      var logit = RecursiveLogit(
        wayCapacity: network.ways.count, placeCapacity: network.places.count)
      logit.setUtilities(ofWays: network.ways.count) {
        utilities[Int(network.ways[$0].corridor)]
      }
      guard logit.solve(network) else { return nil }
      var values = [Double](repeating: -.infinity, count: placeCount)
      var shares = [Double](repeating: 0, count: links.count)
      for (number, place) in network.places.enumerated() {
        values[Int(place)] = logit.value(ofPlace: number)
        var below = 0.0
        for way in network.ways(leaving: number) {
          let sum = logit.cumulativeProbability(ofWay: way)
          shares[Int(network.ways[way].corridor)] = sum - below
          below = sum
        }
      }
      return (values, shares)
    }

    /// ln z, where z = M z + b: M holds the exponentials of the utilities, b is 1 at the
    /// destination, which nobody leaves.
    func solvedValues(to destination: Int) -> [Double] {
      var matrix = (0..<placeCount).map { row in
        (0..<placeCount).map { row == $0 ? 1.0 : 0 }
      }
      for link in links where link.tail != destination {
        matrix[link.tail][link.head] -= exp(link.utility)
      }
      let right = (0..<placeCount).map { $0 == destination ? 1.0 : 0 }
      return LinearSystem.solve(matrix, right).map { log($0) }
    }
  }

  /// Three paths from 0 to 3: over 1, over 1 and 2, and straight; the first two overlap.
  private static let overlapping = Graph(
    4, [(0, 1, -0.5), (0, 3, -1.9), (1, 2, -0.3), (1, 3, -1.1), (2, 3, -0.6)])

  /// A network in which one can go round in circles between 0, 1 and 2.
  private static let looping = Graph(
    4,
    [
      (0, 1, -1), (0, 2, -1.5), (1, 0, -1.2), (1, 2, -0.8), (1, 3, -2), (2, 0, -1.4),
      (2, 1, -1.1), (2, 3, -1.6),
    ])

  private func isClose(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) < 1e-12 * max(1, abs(other))
  }

  @Test("between two paths the choice is the logit of their utilities")
  func twoPaths() {
    let shares = Graph(3, [(0, 1, -1), (0, 2, -2.5), (1, 2, -0.7)]).shares(to: 2)
    let (first, second) = (exp(-1.7), exp(-2.5))
    #expect(isClose(shares[0], first / (first + second)))
  }

  @Test("over overlapping paths the products of link choices are the logit of the path utilities")
  func overlappingPaths() {
    let shares = Self.overlapping.shares(to: 3)
    let products = [shares[0] * shares[3], shares[0] * shares[2] * shares[4], shares[1]]
    let weights = [exp(-1.6), exp(-1.4), exp(-1.9)]
    let total = weights.reduce(0, +)
    for (product, weight) in zip(products, weights) {
      #expect(isClose(product, weight / total))
    }
  }

  @Test("without loops the value is the logarithm of the sum over all paths")
  func logSumOverPaths() throws {
    let values = try #require(Self.overlapping.values(to: 3))
    #expect(isClose(values[0], log(exp(-1.6) + exp(-1.4) + exp(-1.9))))
  }

  @Test("with loops the values solve z = M z + b")
  func loops() throws {
    let values = try #require(Self.looping.values(to: 3))
    for (value, solved) in zip(values, Self.looping.solvedValues(to: 3)) {
      #expect(isClose(value, solved))
    }
  }

  @Test("with loops the choices at every place add up to 1")
  func loopShares() {
    let shares = Self.looping.shares(to: 3)
    for place in 0..<3 {
      let sum = zip(Self.looping.links, shares).reduce(0) {
        $0 + ($1.0.tail == place ? $1.1 : 0)
      }
      #expect(isClose(sum, 1))
    }
  }

  @Test("close to the point where loops stop converging the values are still right")
  func nearlyDivergent() throws {
    // Round trips between 0 and 1 weigh exp(-0.02): the sum over them is 50 times one passage.
    let graph = Graph(3, [(0, 1, -0.01), (1, 0, -0.01), (1, 2, -1)])
    let values = try #require(graph.values(to: 2))
    let solved = graph.solvedValues(to: 2)
    #expect(abs(values[0] - solved[0]) < 1e-10)
  }

  @Test("a place from which the destination cannot be reached has the value minus infinity")
  func disconnected() throws {
    let values = try #require(
      Graph(4, [(0, 1, -1), (0, 3, -1), (2, 1, -1)]).values(to: 1))
    #expect(values[3] == -.infinity)
  }

  @Test("no share goes to a corridor that leads nowhere")
  func deadEnd() {
    let shares = Graph(4, [(0, 1, -1), (0, 3, 5), (2, 1, -1)]).shares(to: 1)
    #expect(shares == [1, 0, 1])
  }

  @Test("the destination has the value 0")
  func destination() throws {
    let values = try #require(Self.looping.values(to: 3))
    #expect(values[3] == 0)
  }

  @Test("a closed corridor is as good as none")
  func closedCorridor() throws {
    let links = [(0, 1, -1.0), (0, 2, -2.0), (1, 2, -0.5), (1, 0, -0.4)]
    let closed = try #require(Graph(3, links, closed: [2]).values(to: 2))
    let missing = try #require(
      Graph(3, links.enumerated().filter { $0.offset != 2 }.map(\.element)).values(to: 2))
    #expect(closed == missing)
  }

  @Test("loops that cost nothing have no solution")
  func divergence() {
    #expect(Graph(3, [(0, 1, 0), (1, 0, 0), (1, 2, -1)]).values(to: 2) == nil)
  }

  @Test("loops whose sum grows without bound have no solution")
  func strongDivergence() {
    let graph = Graph(3, [(0, 1, -0.1), (0, 2, -1), (1, 0, 0.4), (1, 2, -1)])
    #expect(graph.values(to: 2) == nil)
  }

  @Test("loops that do not lead to the destination do no harm")
  func loopElsewhere() {
    let graph = Graph(4, [(0, 1, -1), (2, 3, 0), (3, 2, 0)])
    #expect(graph.values(to: 1)?.prefix(2) == [-1, 0])
  }

  @Test("utilities far beyond the range of exp are compared, not lost")
  func hugeCosts() {
    let shares = Graph(2, [(0, 1, -50_000), (0, 1, -50_001)]).shares(to: 1)
    #expect(abs(shares[0] - 1 / (1 + exp(-1))) < 1e-11)
  }
}
