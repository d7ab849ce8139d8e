/// Walks through the units of a stage, replication by replication over all points.
package struct UnitCursor {
  private let targets: [Int]
  private let longest: Int
  private let shard: SweepShard
  private let dealing: SweepShard.Dealing?
  private var point = 0
  private var replication = 0

  /// Units up to the target of each point that belong to a shard.
  package init(
    targets: [Int] = [], shard: SweepShard = .whole, dealing: SweepShard.Dealing? = nil
  ) {
    self.targets = targets
    longest = targets.max() ?? 0
    self.shard = shard
    self.dealing = dealing
  }

  /// The next unit; `nil` behind the last.
  package mutating func next() -> SweepUnit? {
    while replication < longest {
      let unit = SweepUnit(point: point, replication: replication)
      point += 1
      if point == targets.count {
        point = 0
        replication += 1
      }
      if unit.replication < targets[unit.point],
        shard.owns(unit, pointCount: targets.count, dealing: dealing)
      {
        return unit
      }
    }
    return nil
  }

  /// How many units are ahead, and how many of them a store does not have.
  func counts(in store: SweepStore) -> (planned: Int, missing: Int) {
    var cursor = self
    var (planned, missing) = (0, 0)
    while let unit = cursor.next() {
      planned += 1
      if !store.contains(unit) { missing += 1 }
    }
    return (planned, missing)
  }
}
