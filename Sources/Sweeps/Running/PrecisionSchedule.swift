import OutputStatistics

/// As many replications at each point as it takes to know a response well enough.
///
/// A point is looked at after its first stage and then whenever its number has grown by a tenth, so
/// that the repeated looks cost little coverage (Law, Simulation Modeling and Analysis, on
/// sequential procedures), and all replications made are used. A point with a failed replication
/// goes no further; one with a mean of zero is never precise in relative terms and goes on to the
/// most that is allowed.
struct PrecisionSchedule: ReplicationSchedule {
  private let goal: Experiment.PrecisionGoal
  private let level: Double
  private let shard: SweepShard
  private var targets: [Int] = []
  private var isOpen: [Bool] = []
  private var tallies: [Tally] = []
  /// How many replications of each point were looked at; the response need not be defined in all.
  private var seen: [Int] = []

  init(_ goal: Experiment.PrecisionGoal, level: Double, shard: SweepShard) {
    self.goal = goal
    self.level = level
    self.shard = shard
  }

  var decidesByPoint: Bool { true }

  mutating func nextTargets(_ store: SweepStore) throws -> [Int]? {
    let pointCount = store.experiment.pointCount
    if targets.isEmpty {
      isOpen = (0..<pointCount).map {
        shard.owns(
          SweepUnit(point: $0, replication: 0), pointCount: pointCount, dealing: .points)
      }
      tallies = [Tally](repeating: Tally(), count: pointCount)
      seen = [Int](repeating: 0, count: pointCount)
      targets = isOpen.map { $0 ? goal.first : 0 }
      return targets
    }
    for point in 0..<pointCount where isOpen[point] {
      try look(at: point, in: store)
    }
    return isOpen.contains(true) ? targets : nil
  }

  private mutating func look(at point: Int, in store: SweepStore) throws {
    while seen[point] < targets[point] {
      let unit = SweepUnit(point: point, replication: seen[point])
      guard let responses = try store.record(of: unit)?.responses else {
        isOpen[point] = false
        return
      }
      if let value = responses[goal.response] { tallies[point].add(value) }
      seen[point] += 1
    }
    let isPrecise = store.experiment.responses[goal.response]
      .isPrecise(tallies[point], by: goal.rule, level: level)
    if isPrecise || targets[point] >= goal.atMost {
      isOpen[point] = false
    } else {
      targets[point] = min(goal.atMost, targets[point] + max(1, targets[point] / 10))
    }
  }
}
