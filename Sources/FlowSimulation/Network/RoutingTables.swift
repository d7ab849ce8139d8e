import PlainStorage

/// How each class of consignments chooses at each place, in every season.
///
/// A table for each stage and distinct set of open corridors; in it, a row for each class of
/// cumulative choice probabilities over all corridors. Over the corridors that leave a place and
/// can be taken the values rise to exactly 1; the others have 0.
///
/// Inverting these sums is monotone in the draw, as common random numbers want it: a small change
/// of probabilities moves few consignments, where an alias table would deal all of them anew. And
/// few corridors leave a place, so looking through them takes no longer.
///
/// Memory: 8 bytes a table, class and corridor, shared by all workers.
struct RoutingTables: Sendable {
  /// All rows, one after the other, so that choosing needs no reference to a single table.
  private(set) var cumulative: [Double] = []
  /// For each season, the table in force.
  private(set) var tableOfSeason: [Int] = []
  private(set) var tableCount = 0
  private let classCount: Int
  private let corridorCount: Int

  /// No tables yet.
  init(classCount: Int, corridorCount: Int) {
    self.classCount = classCount
    self.corridorCount = corridorCount
  }

  /// Adds a table in which no corridor is taken, for `setShares` and `setRoutes` to fill.
  mutating func addTable() {
    cumulative += [Double](repeating: 0, count: classCount * corridorCount)
    tableCount += 1
  }

  /// Adds a season, after all before it, in which a table is in force.
  mutating func addSeason(table: Int) { tableOfSeason.append(table) }

  /// Enters the choice probabilities of one class into the last table; they need not be normalised.
  ///
  /// - Parameter starts: where the corridors begin that leave each place.
  mutating func setShares(_ shares: [Double], forClass routingClass: Int, starts: [Int]) {
    let row = firstEntry(ofClass: routingClass, table: tableCount - 1)
    for place in 0..<(starts.count - 1) {
      let corridors = starts[place]..<starts[place + 1]
      let total = corridors.reduce(0) { $0 + shares[$1] }
      var sum = 0.0
      for corridor in corridors where shares[corridor] > 0 {
        sum += shares[corridor]
        cumulative[row + corridor] = sum >= total ? 1 : sum / total
      }
    }
  }

  /// Enters the solution of a route network for one class into the last table.
  mutating func setRoutes(
    _ logit: borrowing RecursiveLogit, in network: RouteNetwork, forClass routingClass: Int
  ) {
    let row = firstEntry(ofClass: routingClass, table: tableCount - 1)
    for way in network.ways.indices {
      cumulative[row + Int(network.ways[way].corridor)] =
        logit.cumulativeProbability(ofWay: way)
    }
  }

  private func firstEntry(ofClass routingClass: Int, table: Int) -> Int {
    (table * classCount + routingClass) * corridorCount
  }

  /// The row of a class in a season.
  func row(ofClass routingClass: Int, inSeason season: Int) -> ArraySlice<Double> {
    let first = firstEntry(ofClass: routingClass, table: tableOfSeason[season])
    return cumulative[first..<(first + corridorCount)]
  }

  /// The corridor for a draw in (0, 1), `nil` when none leads on.
  @inline(__always)
  func choice(
    ofClass routingClass: Int, inSeason season: Int, among corridors: Range<Int>, draw: Double
  ) -> Int? {
    let row = firstEntry(ofClass: routingClass, table: tableOfSeason[season])
    for corridor in corridors where draw < cumulative[row + corridor] { return corridor }
    return nil
  }

  /// The probability of taking a corridor or one before it that leaves the same place; 0 where it
  /// cannot be taken.
  func cumulativeProbability(
    ofClass routingClass: Int, inSeason season: Int, corridor: Int
  ) -> Double {
    cumulative[firstEntry(ofClass: routingClass, table: tableOfSeason[season]) + corridor]
  }

  /// The choice probability of one corridor.
  ///
  /// - Parameter first: the first of the corridors that leave the same place.
  func share(ofClass routingClass: Int, inSeason season: Int, corridor: Int, first: Int) -> Double {
    let row = firstEntry(ofClass: routingClass, table: tableOfSeason[season])
    let below = cumulative[(row + first)..<(row + corridor)].max() ?? 0
    return max(0, cumulative[row + corridor] - below)
  }
}
