import FlowSimulation
import Testing

/// What is left of a network for a class on its way to its destination.
@Suite("Route network")
struct RouteNetworkTests {
  /// 0 → 1 → 2 → 3 with a way back from 2 to 1, a dead end 4 off 1, and 5, which leads to 2 and
  /// where nobody can be.
  private let graph = PlaceGraph(
    starts: [0, 1, 3, 5, 5, 5, 6], heads: [1, 2, 4, 1, 3, 2])

  private func network(
    to destination: Int, from origins: [Int] = [0], closed: Set<Int> = []
  ) -> RouteNetwork {
    let all = [Bool](repeating: true, count: 6)
    let isOpen = (0..<6).map { !closed.contains($0) }
    return RouteNetwork(
      in: graph, order: graph.placesSuccessorsFirst(isUsable: isOpen), isOpen: isOpen,
      isReached: graph.placesReached(from: origins, isUsable: all), destination: destination)
  }

  @Test("places that nobody reaches and places that do not lead on are left out")
  func pruning() {
    #expect(network(to: 3).places == [3, 2, 1, 0])
    #expect(Set(network(to: 3).ways.map(\.corridor)) == [0, 1, 3, 4])
    #expect(network(to: 4).places == [4, 2, 1, 0])
    #expect(network(to: 3, from: [0, 5]).places.contains(5))
  }

  @Test("the destination comes first and none of its ways are kept")
  func destination() {
    let kept = network(to: 2)
    #expect(kept.places == [2, 1, 0])
    #expect(kept.ways(leaving: 0).isEmpty)
  }

  @Test("loops are seen where they can be met on the way, and only there")
  func loops() {
    #expect(network(to: 3).hasLoops)
    #expect(!network(to: 2).hasLoops)
    #expect(!network(to: 3, closed: [3]).hasLoops)
  }

  @Test("a closed corridor is left out, and so is what led nowhere but through it")
  func closures() {
    #expect(network(to: 3, closed: [4]).places == [3])
    #expect(network(to: 3, closed: [0]).places == [3, 2, 1])
  }

  @Test("who was on the way when a corridor closed still finds the ways behind it")
  func stranded() {
    // Nobody comes from 0 to 2 while corridor 1 is closed, but who is at 2 goes on to 3.
    #expect(network(to: 3, closed: [1, 3]).places == [3, 2])
  }

  @Test("every place comes after those that its ways lead to, but for loops")
  func order() {
    let kept = network(to: 3, closed: [3])
    for number in kept.places.indices {
      for way in kept.ways(leaving: number) { #expect(kept.ways[way].head < number) }
    }
  }
}
