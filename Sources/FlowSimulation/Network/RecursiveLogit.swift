import ElementaryFunctions

/// The recursive logit of route choice (Fosgerau, Frejinger and Karlström 2013).
///
/// At every place the traveller takes corridor `a` with probability
/// `exp(v(a) + V(head(a))) / Σ exp(v(a') + V(head(a')))`, where `v` is the corridor's utility and
/// `V(k) = ln Σ exp(v(a) + V(head(a)))` the expected maximum utility from place `k` to the
/// destination, `V = 0` there. No path is ever listed; loops are allowed as long as the sum
/// converges. Utilities are without unit: money times choice sensitivity.
package struct RecursiveLogit {
  /// The corridors in order of their tails.
  private let heads: [Int]
  /// The corridors that leave place `k` are `starts[k] ..< starts[k + 1]`.
  private let starts: [Int]
  private let incomingTails: [[Int]]

  /// The graph: `heads[starts[k] ..< starts[k + 1]]` are the places one corridor away from `k`.
  package init(starts: [Int], heads: [Int]) {
    self.starts = starts
    self.heads = heads
    var incoming = [[Int]](repeating: [], count: starts.count - 1)
    for tail in 0..<(starts.count - 1) {
      for corridor in starts[tail]..<starts[tail + 1] { incoming[heads[corridor]].append(tail) }
    }
    incomingTails = incoming
  }

  /// The most passes over the network before the solution counts as divergent.
  static let maximumPasses = 10_000

  /// The value of each place for a destination: `-infinity` where it cannot be reached, `nil` when
  /// the sum over paths does not converge because loops cost too little for the sensitivity.
  ///
  /// Solved by Gauss-Seidel passes over the places, nearest to the destination first, until no
  /// value moves by more than 1e-13 of its size; a network without loops takes about two passes.
  package func values(utilities: [Double], isOpen: [Bool], destination: Int) -> [Double]? {
    let order = placesByDistance(to: destination, isOpen: isOpen)
    var values = [Double](repeating: -.infinity, count: starts.count - 1)
    values[destination] = 0
    for _ in 0..<Self.maximumPasses {
      var largestMove = 0.0
      for place in order where place != destination {
        let updated = logSum(at: place, utilities: utilities, isOpen: isOpen, values: values)
        if updated > 700 { return nil }
        let move = abs(updated - values[place]) / max(1, abs(updated))
        largestMove = max(largestMove, move)
        values[place] = updated
      }
      if largestMove <= 1e-13 { return values }
    }
    return nil
  }

  /// The choice probabilities over all corridors, tail by tail; zeros where the destination cannot
  /// be reached.
  package func shares(utilities: [Double], isOpen: [Bool], values: [Double]) -> [Double] {
    var shares = [Double](repeating: 0, count: heads.count)
    for place in 0..<(starts.count - 1) where values[place] > -.infinity {
      let total = logSum(at: place, utilities: utilities, isOpen: isOpen, values: values)
      guard total > -.infinity else { continue }
      for corridor in starts[place]..<starts[place + 1] where isOpen[corridor] {
        shares[corridor] = Portable.exp(utilities[corridor] + values[heads[corridor]] - total)
      }
    }
    return shares
  }

  /// `ln Σ exp(v + V)` over the open corridors that leave a place, without overflow.
  private func logSum(
    at place: Int, utilities: [Double], isOpen: [Bool], values: [Double]
  ) -> Double {
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

  /// The places that reach the destination, by number of corridors on the way there.
  private func placesByDistance(to destination: Int, isOpen: [Bool]) -> [Int] {
    var isKnown = [Bool](repeating: false, count: starts.count - 1)
    isKnown[destination] = true
    var order = [destination]
    var next = 0
    while next < order.count {
      let place = order[next]
      next += 1
      for tail in incomingTails[place] where !isKnown[tail] {
        let leads = (starts[tail]..<starts[tail + 1]).contains {
          heads[$0] == place && isOpen[$0]
        }
        if leads {
          isKnown[tail] = true
          order.append(tail)
        }
      }
    }
    return order
  }
}
