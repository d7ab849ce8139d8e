import ElementaryFunctions
import PlainStorage

/// The recursive logit of route choice (Fosgerau, Frejinger and Karlström 2013).
///
/// At every place the traveller takes corridor `a` with probability
/// `exp(v(a)) z(head(a)) / Σ exp(v(a')) z(head(a'))`, where `v` is the corridor's utility and
/// `z(k) = Σ exp(v(a)) z(head(a))` the sum over all ways from place `k` to the destination, `z = 1`
/// there; its logarithm is the expected maximum utility. No path is ever listed; loops are allowed
/// as long as the sum converges. Utilities are without unit: money times choice sensitivity.
///
/// Set the utilities, solve, read the solution: all are in the order of the route network at hand.
/// Allocates nothing but at the start: 24 bytes a way and 16 a place. Cost: an exponential for each
/// way, and a few nanoseconds for each way and pass.
package struct RecursiveLogit: ~Copyable {
  /// The exponential of each way's utility.
  private var weights: Slab<ScaledNumber>
  /// The sum over all ways to the destination, by place.
  private var sums: Slab<ScaledNumber>
  /// What the weights add up to over the ways that leave a place; once solved, the choice
  /// probabilities.
  private var cumulative: Slab<Double>

  /// Memory for networks of up to so many ways and places.
  package init(wayCapacity: Int, placeCapacity: Int) {
    weights = Slab(repeating: .zero, count: wayCapacity)
    sums = Slab(repeating: .zero, count: placeCapacity)
    cumulative = Slab(repeating: 0, count: wayCapacity)
  }

  /// Makes room for networks of up to so many ways and places.
  mutating func reserve(wayCapacity: Int, placeCapacity: Int) {
    if wayCapacity > weights.count {
      weights.grow(to: wayCapacity, filling: .zero)
      cumulative.grow(to: wayCapacity, filling: 0)
    }
    if placeCapacity > sums.count { sums.grow(to: placeCapacity, filling: .zero) }
  }

  /// Sets the utilities of a number of ways, the first ones: any numbers but positive infinity and
  /// NaN.
  @inline(__always)
  package mutating func setUtilities(ofWays count: Int, _ utility: (_ way: Int) -> Double) {
    var way = 0
    while way < count {
      let last = count - 1
      let (fractions, exponents) = ScaledNumber.exp(
        SIMD4(
          utility(way), utility(min(way + 1, last)), utility(min(way + 2, last)),
          utility(min(way + 3, last))))
      for lane in 0..<min(4, count - way) {
        weights[way + lane] = ScaledNumber(
          fraction: fractions[lane], exponent: exponents[lane])
      }
      way += 4
    }
  }

  /// The expected maximum utility from a place, by its number, to the destination solved for last:
  /// `-infinity` where no way has a finite utility.
  package func value(ofPlace number: Int) -> Double { sums[number].logarithm }

  /// The probability of taking a way or one before it that leaves the same place.
  ///
  /// From the last way that can be taken on exactly 1; 0 where none can be.
  @inline(__always)
  package func cumulativeProbability(ofWay way: Int) -> Double { cumulative[way] }

  /// The most passes over the network before the solution counts as divergent.
  static let maximumPasses = 10_000

  /// Solves for the destination by the utilities.
  ///
  /// One pass over the places, successors first, solves a network without loops. With loops,
  /// Gauss-Seidel passes follow until no sum moves by more than 1e-13 of its size.
  ///
  /// - Returns: whether there is a solution. There is none when the sum over paths does not
  ///   converge because loops cost too little for the sensitivity.
  package mutating func solve(_ network: RouteNetwork) -> Bool {
    guard network.hasLoops ? addPathsWithLoops(network) : addPaths(network) else { return false }
    for number in 1..<network.places.count { normalise(network.ways(leaving: number)) }
    return true
  }

  private mutating func addPaths(_ network: RouteNetwork) -> Bool {
    sums[0] = .one
    for number in 1..<network.places.count {
      let sum = sum(over: network.ways(leaving: number), of: network)
      if sum.exponent > 1000 { return false }
      sums[number] = sum
    }
    return true
  }

  private mutating func addPathsWithLoops(_ network: RouteNetwork) -> Bool {
    for number in 1..<network.places.count { sums[number] = .zero }
    sums[0] = .one
    for _ in 0..<Self.maximumPasses {
      var largestMove = 0.0
      for number in 1..<network.places.count {
        let sum = sum(over: network.ways(leaving: number), of: network)
        if sum.exponent > 1000 { return false }
        // Sums only grow from pass to pass, so the one before is not too large to be told.
        let before = sums[number].over(powerOfTwo: sum.exponent)
        if sum.exponent > -.infinity {
          largestMove = max(largestMove, abs(sum.fraction - before) / sum.fraction)
        }
        sums[number] = sum
      }
      if largestMove <= 1e-13 { return true }
    }
    return false
  }

  /// The sum over the ways that leave a place; what it has come to after each of them, in units of
  /// the largest power of two, goes into `cumulative`.
  @inline(__always)
  private mutating func sum(over ways: Range<Int>, of network: RouteNetwork) -> ScaledNumber {
    if ways.count == 1 {
      let way = ways.lowerBound
      let product = weights[way] * sums[Int(network.ways[way].head)]
      cumulative[way] = product.exponent > -.infinity ? 1 : 0
      return ScaledNumber(product.fraction, timesPowerOfTwo: product.exponent)
    }
    var exponent = -Double.infinity
    for way in ways {
      let product = weights[way] * sums[Int(network.ways[way].head)]
      exponent = product.exponent > exponent ? product.exponent : exponent
    }
    guard exponent > -.infinity else {
      for way in ways { cumulative[way] = 0 }
      return .zero
    }
    var sum = 0.0
    for way in ways {
      let product = weights[way] * sums[Int(network.ways[way].head)]
      sum += product.over(powerOfTwo: exponent)
      cumulative[way] = sum
    }
    return ScaledNumber(sum, timesPowerOfTwo: exponent)
  }

  /// Turns the sums over the ways that leave a place into cumulative choice probabilities.
  @inline(__always)
  private mutating func normalise(_ ways: Range<Int>) {
    guard ways.count > 1 else { return }
    let total = cumulative[ways.upperBound - 1]
    guard total > 0 else { return }
    let scale = 1 / total
    for way in ways {
      let sum = cumulative[way]
      cumulative[way] = sum >= total ? 1 : sum * scale
    }
  }
}
