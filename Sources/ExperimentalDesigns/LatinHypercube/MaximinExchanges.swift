/// The exchanges by which a layout's closest points are pulled apart.
struct MaximinExchanges {
  private(set) var layout: StratumLayout
  private var distances: PointDistances
  private var budget: Int

  /// Exchanges from a filled layout, at most `budget` of which are tried.
  init(_ layout: StratumLayout, budget: Int) {
    self.layout = layout
    distances = PointDistances(layout)
    self.budget = budget
  }

  /// Exchanges until the budget is used up or no exchange improves the layout.
  mutating func run() {
    while budget > 0 && improve() {}
  }

  /// Makes the first exchange found that leaves fewer pairs as close as the closest are.
  private mutating func improve() -> Bool {
    let smallest = distances.closeness.squaredDistance
    for (first, second) in distances.pairs(atSquaredDistance: smallest) {
      for point in [first, second] where point >= layout.placedCount {
        for factor in 0..<layout.factorCount {
          for other in layout.placedCount..<layout.count where other != first && other != second {
            guard budget > 0 else { return false }
            budget -= 1
            guard improves(point, other, in: factor, smallest: smallest) else { continue }
            exchange(point, other, in: factor)
            return true
          }
        }
      }
    }
    return false
  }

  /// The squared distance of `point` from `third` after it has moved to `stratum` in `factor`.
  private func moved(_ point: Int, to stratum: Int, from third: Int, in factor: Int) -> Int {
    let place = layout.stratum(third, factor)
    let before = layout.stratum(point, factor) - place
    let after = stratum - place
    return distances[point, third] - before * before + after * after
  }

  /// Whether an exchange makes no pair closer than `smallest` and fewer pairs as close as that.
  private func improves(_ first: Int, _ second: Int, in factor: Int, smallest: Int) -> Bool {
    let ofFirst = layout.stratum(first, factor)
    let ofSecond = layout.stratum(second, factor)
    var change = 0
    for third in 0..<layout.count where third != first && third != second {
      let firstAfter = moved(first, to: ofSecond, from: third, in: factor)
      let secondAfter = moved(second, to: ofFirst, from: third, in: factor)
      guard firstAfter >= smallest && secondAfter >= smallest else { return false }
      if firstAfter == smallest { change += 1 }
      if secondAfter == smallest { change += 1 }
      if distances[first, third] == smallest { change -= 1 }
      if distances[second, third] == smallest { change -= 1 }
    }
    return change < 0
  }

  private mutating func exchange(_ first: Int, _ second: Int, in factor: Int) {
    layout.exchange(first, second, in: factor)
    for third in 0..<layout.count where third != first && third != second {
      distances[first, third] = layout.squaredDistance(first, third)
      distances[second, third] = layout.squaredDistance(second, third)
    }
  }
}
