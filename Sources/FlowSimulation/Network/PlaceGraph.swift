/// Places and the corridors between them, to ask what can be reached and in which order.
///
/// Memory: 12 bytes a corridor and 16 a place. Every question costs time linear in both.
package struct PlaceGraph: Sendable {
  /// The corridors that leave place `k` are `starts[k] ..< starts[k + 1]`.
  let starts: [Int]
  /// Where each corridor leads, the corridors in order of the places that they leave.
  let heads: [Int32]
  /// Where each corridor comes from.
  private let tails: [Int32]
  /// The corridors that lead to place `k` are
  /// `arrivals[arrivalStarts[k] ..< arrivalStarts[k + 1]]`.
  private let arrivals: [Int32]
  private let arrivalStarts: [Int]

  /// How many places there are.
  var placeCount: Int { starts.count - 1 }

  /// The graph in which `heads[starts[k] ..< starts[k + 1]]` are one corridor away from place `k`.
  package init(starts: [Int], heads: [Int]) {
    self.starts = starts
    self.heads = heads.map { Int32($0) }
    var tails = [Int32](repeating: 0, count: heads.count)
    var arrivalStarts = [Int](repeating: 0, count: starts.count)
    for place in 0..<(starts.count - 1) {
      for corridor in starts[place]..<starts[place + 1] {
        tails[corridor] = Int32(place)
        arrivalStarts[heads[corridor] + 1] += 1
      }
    }
    for place in 0..<(starts.count - 1) { arrivalStarts[place + 1] += arrivalStarts[place] }
    var arrivals = [Int32](repeating: 0, count: heads.count)
    var next = arrivalStarts
    for corridor in heads.indices {
      arrivals[next[heads[corridor]]] = Int32(corridor)
      next[heads[corridor]] += 1
    }
    self.tails = tails
    self.arrivals = arrivals
    self.arrivalStarts = arrivalStarts
  }

  /// By place: whether it is one of `origins` or can be reached from one of them.
  package func placesReached(from origins: [Int], isUsable: [Bool]) -> [Bool] {
    var isReached = [Bool](repeating: false, count: placeCount)
    var waiting = origins
    for origin in origins { isReached[origin] = true }
    while let place = waiting.popLast() {
      for corridor in starts[place]..<starts[place + 1] where isUsable[corridor] {
        let head = Int(heads[corridor])
        if isReached[head] { continue }
        isReached[head] = true
        waiting.append(head)
      }
    }
    return isReached
  }

  /// By place: whether the destination can be reached from it.
  package func placesLeading(to destination: Int, isUsable: [Bool]) -> [Bool] {
    var leads = [Bool](repeating: false, count: placeCount)
    var waiting = [destination]
    leads[destination] = true
    while let place = waiting.popLast() {
      for arrival in arrivalStarts[place]..<arrivalStarts[place + 1] {
        let corridor = Int(arrivals[arrival])
        let tail = Int(tails[corridor])
        if !isUsable[corridor] || leads[tail] { continue }
        leads[tail] = true
        waiting.append(tail)
      }
    }
    return leads
  }

  /// The places, each after all those that usable corridors lead to from it, but for loops: by
  /// depth-first search.
  package func placesSuccessorsFirst(isUsable: [Bool]) -> [Int32] {
    var order = [Int32]()
    order.reserveCapacity(placeCount)
    var isMet = [Bool](repeating: false, count: placeCount)
    // The way from where the search began to where it is: places and the next corridor of each.
    var path: [(place: Int, corridor: Int)] = []
    for start in 0..<placeCount where !isMet[start] {
      isMet[start] = true
      path.append((start, starts[start]))
      while let (place, corridor) = path.last {
        if corridor == starts[place + 1] {
          order.append(Int32(place))
          path.removeLast()
          continue
        }
        path[path.count - 1].corridor = corridor + 1
        let head = Int(heads[corridor])
        if !isUsable[corridor] || isMet[head] { continue }
        isMet[head] = true
        path.append((head, starts[head]))
      }
    }
    return order
  }
}
