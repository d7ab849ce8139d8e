/// How close the closest points of a design are: the less, the better.
///
/// Of two designs the better one has the larger smallest distance; if these are equal, the one with
/// fewer pairs at that distance (Morris and Mitchell, J. Stat. Plan. Inference 43 (1995) 381-402).
package struct Closeness: Comparable, Sendable {
  /// The smallest squared distance of two points.
  package var squaredDistance: Int

  /// How many pairs of points are that close.
  package var pairCount: Int

  /// What a design of a single point has.
  static let none = Closeness(squaredDistance: .max, pairCount: 0)

  /// Whether the left design is better than the right one.
  package static func < (left: Closeness, right: Closeness) -> Bool {
    left.squaredDistance == right.squaredDistance
      ? left.pairCount < right.pairCount : left.squaredDistance > right.squaredDistance
  }

  /// Takes another pair of points into account.
  mutating func add(squaredDistance distance: Int) {
    if distance < squaredDistance {
      self = Closeness(squaredDistance: distance, pairCount: 1)
    } else if distance == squaredDistance {
      pairCount += 1
    }
  }
}
