/// What theory says of a walker on the graph: an absorbing Markov chain, solved by iteration.
public struct WalkExpectation: Sendable {
  private let graph: WalkGraph

  /// The expected number of passages by each place, for one walker.
  public let passages: [Double]
  /// The expectation and the variance of the number of arrivals of one walker.
  public let events: (mean: Double, variance: Double)
  /// The chance that a walker is seized.
  public let seized: Double

  /// Solves the chain; about a million multiplications.
  public init(_ graph: WalkGraph) {
    self.graph = graph
    passages = Self.passages(graph)
    seized = passages.prefix(graph.transientPlaces).reduce(0) { $0 + WalkGraph.detection * $1 }
    // With N arrivals from a place on and T the chances to go on: N = 1 + N', so
    // E N = 1 + T E N' and E N² = 1 + 2 T E N' + T E N'².
    let first = Self.backward(graph, [Double](repeating: 1, count: graph.places))
    let second = Self.backward(graph, first.map { 2 * $0 - 1 })
    let mean = Self.atStart(first)
    events = (mean, Self.atStart(second) - mean * mean)
  }

  /// The variance of the number of passages of one walker by one place.
  public func passageVariance(at place: Int) -> Double {
    var unit = [Double](repeating: 0, count: graph.places)
    unit[place] = 1
    let visits = Self.backward(graph, unit)
    // Who comes once comes again as often as who starts there.
    return passages[place] * (2 * visits[place] - 1) - passages[place] * passages[place]
  }

  /// The mean over the places where walkers start.
  private static func atStart(_ values: [Double]) -> Double {
    values.prefix(WalkGraph.sources).reduce(0, +) / Double(WalkGraph.sources)
  }

  /// The solution x of x = b + Tᵀ x, where b is where walkers start.
  private static func passages(_ graph: WalkGraph) -> [Double] {
    let corridors = WalkGraph.corridorsPerPlace
    var start = [Double](repeating: 0, count: graph.places)
    for place in 0..<WalkGraph.sources { start[place] = 1 / Double(WalkGraph.sources) }
    return fixedPoint(start) { values in
      var next = start
      for corridor in graph.heads.indices {
        next[graph.heads[corridor]] +=
          values[corridor / corridors] * graph.shares[corridor] * (1 - WalkGraph.detection)
      }
      return next
    }
  }

  /// The solution x of x = b + T x.
  private static func backward(_ graph: WalkGraph, _ right: [Double]) -> [Double] {
    let corridors = WalkGraph.corridorsPerPlace
    return fixedPoint(right) { values in
      var next = right
      for corridor in graph.heads.indices {
        next[corridor / corridors] +=
          values[graph.heads[corridor]] * graph.shares[corridor] * (1 - WalkGraph.detection)
      }
      return next
    }
  }

  /// Iterates until nothing moves by more than a billionth; every step takes the error down by a
  /// fiftieth at least, since so many walkers are detected.
  private static func fixedPoint(
    _ start: [Double], _ step: ([Double]) -> [Double]
  ) -> [Double] {
    var values = start
    while true {
      let next = step(values)
      let move = zip(values, next).reduce(0) { max($0, abs($1.0 - $1.1)) }
      values = next
      if move < 1e-11 { return values }
    }
  }
}
