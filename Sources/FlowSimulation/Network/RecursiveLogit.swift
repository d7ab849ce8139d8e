import ElementaryFunctions

/// The recursive logit of route choice (Fosgerau, Frejinger and Karlström 2013).
///
/// At every place the traveller takes corridor `a` with probability
/// `exp(v(a) + V(head(a))) / Σ exp(v(a') + V(head(a')))`, where `v` is the corridor's utility and
/// `V(k) = ln Σ exp(v(a) + V(head(a)))` the expected maximum utility from place `k` to the
/// destination, `V = 0` there. No path is ever listed; loops are allowed as long as the sum
/// converges. Utilities are without unit: money times choice sensitivity.
package struct RecursiveLogit: Sendable {
  /// The corridors in order of their tails.
  private let heads: [Int]
  /// The corridors that leave place `k` are `starts[k] ..< starts[k + 1]`.
  private let starts: [Int]
  /// The places from which a corridor leads to place `k` are
  /// `incomingTails[incomingStarts[k] ..< incomingStarts[k + 1]]`.
  private let incomingTails: [Int]
  private let incomingStarts: [Int]

  /// The value of each place for the destination solved for last: `-infinity` where it cannot be
  /// reached.
  package private(set) var values: [Double]
  /// The choice probabilities over all corridors of the solution, tail by tail; zeros where the
  /// destination cannot be reached.
  package private(set) var shares: [Double]
  private var order: [Int] = []
  private var isKnown: [Bool]

  /// The graph: `heads[starts[k] ..< starts[k + 1]]` are the places one corridor away from `k`.
  package init(starts: [Int], heads: [Int]) {
    self.starts = starts
    self.heads = heads
    let places = starts.count - 1
    var incoming = [[Int]](repeating: [], count: places)
    for tail in 0..<places {
      for corridor in starts[tail]..<starts[tail + 1] { incoming[heads[corridor]].append(tail) }
    }
    incomingTails = incoming.flatMap { $0 }
    incomingStarts = incoming.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    values = [Double](repeating: -.infinity, count: places)
    shares = [Double](repeating: 0, count: heads.count)
    isKnown = [Bool](repeating: false, count: places)
    order.reserveCapacity(places)
  }

  /// The most passes over the network before the solution counts as divergent.
  static let maximumPasses = 10_000

  /// Solves for a destination; `values` and `shares` then hold the solution. Allocates nothing.
  ///
  /// Gauss-Seidel passes over the places, nearest to the destination first, until no value moves by
  /// more than 1e-13 of its size; a network without loops takes a few passes.
  ///
  /// - Returns: whether there is a solution. There is none when the sum over paths does not
  ///   converge because loops cost too little for the sensitivity.
  package mutating func solve(utilities: [Double], isOpen: [Bool], destination: Int) -> Bool {
    orderPlaces(byDistanceTo: destination, isOpen: isOpen)
    for place in values.indices { values[place] = -.infinity }
    values[destination] = 0
    for _ in 0..<Self.maximumPasses {
      var largestMove = 0.0
      for place in order where place != destination {
        let updated = logSum(at: place, utilities: utilities, isOpen: isOpen)
        if updated > 700 { return false }
        let move = abs(updated - values[place]) / max(1, abs(updated))
        largestMove = max(largestMove, move)
        values[place] = updated
      }
      if largestMove <= 1e-13 {
        setShares(utilities: utilities, isOpen: isOpen)
        return true
      }
    }
    return false
  }

  private mutating func setShares(utilities: [Double], isOpen: [Bool]) {
    for corridor in shares.indices { shares[corridor] = 0 }
    for place in 0..<(starts.count - 1) where values[place] > -.infinity {
      let total = logSum(at: place, utilities: utilities, isOpen: isOpen)
      guard total > -.infinity else { continue }
      for corridor in starts[place]..<starts[place + 1] where isOpen[corridor] {
        shares[corridor] = Portable.exp(utilities[corridor] + values[heads[corridor]] - total)
      }
    }
  }

  /// `ln Σ exp(v + V)` over the open corridors that leave a place, without overflow.
  private func logSum(at place: Int, utilities: [Double], isOpen: [Bool]) -> Double {
    let corridors = starts[place]..<starts[place + 1]
    var largest = -Double.infinity
    for corridor in corridors where isOpen[corridor] {
      largest = max(largest, utilities[corridor] + values[heads[corridor]])
    }
    guard largest > -.infinity else { return -.infinity }
    var sum = 0.0
    for corridor in corridors where isOpen[corridor] {
      sum += Portable.exp(utilities[corridor] + values[heads[corridor]] - largest)
    }
    return largest + Portable.log(sum)
  }

  /// Lists the places that reach the destination, by number of corridors on the way there.
  private mutating func orderPlaces(byDistanceTo destination: Int, isOpen: [Bool]) {
    for place in isKnown.indices { isKnown[place] = false }
    order.removeAll(keepingCapacity: true)
    isKnown[destination] = true
    order.append(destination)
    var next = 0
    while next < order.count {
      let place = order[next]
      next += 1
      for position in incomingStarts[place]..<incomingStarts[place + 1] {
        let tail = incomingTails[position]
        if isKnown[tail] || !leads(from: tail, to: place, isOpen: isOpen) { continue }
        isKnown[tail] = true
        order.append(tail)
      }
    }
  }

  private func leads(from tail: Int, to place: Int, isOpen: [Bool]) -> Bool {
    for corridor in starts[tail]..<starts[tail + 1]
    where heads[corridor] == place && isOpen[corridor] { return true }
    return false
  }
}
