/// The squared distances of all pairs of points of a layout.
struct PointDistances: Sendable {
  let count: Int
  private var squared: [Int]

  /// Computes all distances: count^2 / 2 times the number of factors.
  init(_ layout: StratumLayout) {
    count = layout.count
    squared = [Int](repeating: 0, count: count * count)
    for first in 0..<count {
      for second in (first + 1)..<max(count, first + 1) {
        self[first, second] = layout.squaredDistance(first, second)
      }
    }
  }

  /// The squared distance of two points.
  subscript(first: Int, second: Int) -> Int {
    get { squared[first * count + second] }
    set {
      squared[first * count + second] = newValue
      squared[second * count + first] = newValue
    }
  }

  /// How close the closest pairs are.
  var closeness: Closeness {
    var closeness = Closeness.none
    for first in 0..<count {
      for second in (first + 1)..<max(count, first + 1) {
        closeness.add(squaredDistance: self[first, second])
      }
    }
    return closeness
  }

  /// The pairs at a distance, in the order of their points.
  func pairs(atSquaredDistance distance: Int) -> [(Int, Int)] {
    (0..<count).flatMap { first in
      (first..<count).filter { $0 > first && self[first, $0] == distance }.map { (first, $0) }
    }
  }
}
