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

  /// The value of each place for the destination solved for last: `-infinity` where it cannot be
  /// reached.
  package private(set) var values: [Double]
  /// The choice probabilities over all corridors of the solution, tail by tail; zeros where the
  /// destination cannot be reached.
  package private(set) var shares: [Double]

  /// The places, each after all those that open corridors lead to from it, but for loops.
  private var order: [Int] = []
  private var hasLoops = false
  private var visits: [Visit]
  /// The way from where the search began to where it is: places and the next corridor of each.
  private var path: [(place: Int, corridor: Int)] = []

  /// How far the search for an order has come with a place.
  private enum Visit { case none, begun, done }

  /// The graph: `heads[starts[k] ..< starts[k + 1]]` are the places one corridor away from `k`.
  package init(starts: [Int], heads: [Int]) {
    self.starts = starts
    self.heads = heads
    let places = starts.count - 1
    values = [Double](repeating: -.infinity, count: places)
    shares = [Double](repeating: 0, count: heads.count)
    visits = [Visit](repeating: .none, count: places)
    order.reserveCapacity(places)
    path.reserveCapacity(places)
  }

  /// The most passes over the network before the solution counts as divergent.
  static let maximumPasses = 10_000

  /// Solves for a destination; `values` and `shares` then hold the solution. Allocates nothing.
  ///
  /// One pass over the places, successors first, solves a network without loops. With loops,
  /// Gauss-Seidel passes follow until no value moves by more than 1e-13 of its size.
  ///
  /// - Returns: whether there is a solution. There is none when the sum over paths does not
  ///   converge because loops cost too little for the sensitivity.
  package mutating func solve(utilities: [Double], isOpen: [Bool], destination: Int) -> Bool {
    orderPlaces(isOpen: isOpen)
    for place in values.indices { values[place] = -.infinity }
    for corridor in shares.indices { shares[corridor] = 0 }
    values[destination] = 0
    for _ in 0..<Self.maximumPasses {
      var largestMove = 0.0
      for place in order where place != destination {
        let updated = choose(at: place, utilities: utilities, isOpen: isOpen)
        if updated > 700 { return false }
        if updated == values[place] { continue }
        largestMove = max(largestMove, abs(updated - values[place]) / max(1, abs(updated)))
        values[place] = updated
      }
      if !hasLoops || largestMove <= 1e-13 {
        _ = choose(at: destination, utilities: utilities, isOpen: isOpen)
        return true
      }
    }
    return false
  }

  /// Sets the shares of the corridors that leave a place by the values of their ends, and gives the
  /// place's own value, `ln Σ exp(v + V)`, without overflow.
  private mutating func choose(
    at place: Int, utilities: [Double], isOpen: [Bool]
  ) -> Double {
    let corridors = starts[place]..<starts[place + 1]
    var largest = -Double.infinity
    for corridor in corridors where isOpen[corridor] {
      largest = max(largest, utilities[corridor] + values[heads[corridor]])
    }
    guard largest > -.infinity else { return -.infinity }
    var sum = 0.0
    for corridor in corridors where isOpen[corridor] {
      shares[corridor] = Portable.exp(utilities[corridor] + values[heads[corridor]] - largest)
      sum += shares[corridor]
    }
    for corridor in corridors where isOpen[corridor] { shares[corridor] /= sum }
    return largest + Portable.log(sum)
  }

  /// Lists the places successors first, by depth-first search along open corridors.
  private mutating func orderPlaces(isOpen: [Bool]) {
    for place in visits.indices { visits[place] = .none }
    order.removeAll(keepingCapacity: true)
    hasLoops = false
    for place in visits.indices where visits[place] == .none { search(from: place, isOpen) }
  }

  private mutating func search(from start: Int, _ isOpen: [Bool]) {
    visits[start] = .begun
    path.append((start, starts[start]))
    while let (place, corridor) = path.last {
      if corridor == starts[place + 1] {
        visits[place] = .done
        order.append(place)
        path.removeLast()
        continue
      }
      path[path.count - 1].corridor = corridor + 1
      if !isOpen[corridor] { continue }
      let head = heads[corridor]
      switch visits[head] {
      case .none:
        visits[head] = .begun
        path.append((head, starts[head]))
      case .begun: hasLoops = true
      case .done: break
      }
    }
  }
}
