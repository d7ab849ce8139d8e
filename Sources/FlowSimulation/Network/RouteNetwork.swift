/// The places and corridors that consignments of a class can meet on their way, laid out for
/// solving: what cannot be reached, or does not lead on to the destination, is left out.
///
/// Memory: 8 bytes a corridor that is kept and 8 a place.
package struct RouteNetwork: Sendable, Equatable {
  /// A corridor that leads on.
  package struct Way: Sendable, Equatable, BitwiseCopyable {
    /// The corridor, by its place in the whole network.
    package let corridor: Int32
    /// The number of the place that it leads to.
    package let head: Int32
  }

  /// The places by number: the destination first, then each after all those that its ways lead to,
  /// but for loops.
  package let places: [Int32]
  /// The ways that leave place number `n` are `ways[starts[n] ..< starts[n + 1]]`; none leaves the
  /// destination.
  let starts: [Int32]
  package let ways: [Way]
  /// Whether one can go round in circles.
  package let hasLoops: Bool

  /// - Parameters:
  ///   - order: all places, successors first; see `PlaceGraph.placesSuccessorsFirst`.
  ///   - isOpen: by corridor of the graph.
  ///   - isReached: by place, whether a consignment can be there.
  package init(
    in graph: PlaceGraph, order: [Int32], isOpen: [Bool], isReached: [Bool], destination: Int
  ) {
    let leads = graph.placesLeading(to: destination, isUsable: isOpen)
    let places =
      [Int32(destination)]
      + order.filter { isReached[Int($0)] && leads[Int($0)] && $0 != destination }
    var numbers = [Int32](repeating: -1, count: graph.placeCount)
    for (number, place) in places.enumerated() { numbers[Int(place)] = Int32(number) }
    var ways = [Way]()
    var starts: [Int32] = [0, 0]
    var hasLoops = false
    for (number, place) in places.enumerated().dropFirst() {
      for corridor in graph.starts[Int(place)]..<graph.starts[Int(place) + 1] {
        let head = numbers[Int(graph.heads[corridor])]
        guard isOpen[corridor], head >= 0 else { continue }
        ways.append(Way(corridor: Int32(corridor), head: head))
        if head >= number { hasLoops = true }
      }
      starts.append(Int32(ways.count))
    }
    self.places = places
    self.starts = starts
    self.ways = ways
    self.hasLoops = hasLoops
  }

  /// The ways that leave a place, by its number.
  @inline(__always)
  package func ways(leaving number: Int) -> Range<Int> {
    Int(starts[number])..<Int(starts[number + 1])
  }
}
