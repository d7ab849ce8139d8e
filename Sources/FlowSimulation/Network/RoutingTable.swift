/// For one set of open corridors: how each class of consignments chooses at each place.
///
/// One row of cumulative choice probabilities over all corridors per class. Within the corridors
/// that leave a place the values rise to exactly 1, or stay 0 where no open corridor leads on.
struct RoutingTable: Sendable {
  private var cumulative: [Double]
  private let corridorCount: Int
  /// The corridors that leave place `k` are `starts[k] ..< starts[k + 1]`.
  private let starts: [Int]

  init(classCount: Int, starts: [Int]) {
    self.starts = starts
    corridorCount = starts[starts.count - 1]
    cumulative = [Double](repeating: 0, count: classCount * corridorCount)
  }

  /// Enters the choice probabilities of one class, which need not be normalised.
  mutating func setShares(_ shares: [Double], forClass routingClass: Int) {
    let row = routingClass * corridorCount
    for place in 0..<(starts.count - 1) {
      let corridors = starts[place]..<starts[place + 1]
      let total = corridors.reduce(0) { $0 + shares[$1] }
      guard total > 0 else {
        for corridor in corridors { cumulative[row + corridor] = 0 }
        continue
      }
      var sum = 0.0
      var last = 0.0
      for corridor in corridors {
        sum += shares[corridor]
        if shares[corridor] > 0 { last = sum }
      }
      sum = 0
      for corridor in corridors {
        sum += shares[corridor]
        cumulative[row + corridor] = sum >= last ? 1 : sum / total
      }
    }
  }

  /// Takes over all rows of a table of the same size, without allocating.
  mutating func copy(_ other: RoutingTable) {
    for index in cumulative.indices { cumulative[index] = other.cumulative[index] }
  }

  /// The corridor for a draw in (0, 1), `nil` when none leads on.
  func choice(ofClass routingClass: Int, among corridors: Range<Int>, draw: Double) -> Int? {
    let row = routingClass * corridorCount
    for corridor in corridors where draw < cumulative[row + corridor] { return corridor }
    return nil
  }

  /// The choice probability of one corridor.
  func share(ofClass routingClass: Int, corridor: Int, first: Int) -> Double {
    let row = routingClass * corridorCount
    let below = corridor == first ? 0 : cumulative[row + corridor - 1]
    return cumulative[row + corridor] - below
  }
}
