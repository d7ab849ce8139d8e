/// Decides how many replications every point has, stage by stage.
///
/// What a stage asks for depends on nothing but the records of the stages before it, each of them
/// complete; so the same sweep asks for the same units whoever runs them, in whatever order and
/// however often it was interrupted.
protocol ReplicationSchedule {
  /// Whether each point decides by itself, so that points may be run apart from each other.
  var decidesByPoint: Bool { get }

  /// How many replications each point is to have after the next stage; `nil` when all is done.
  ///
  /// - Parameter store: with all units of the stages before.
  mutating func nextTargets(_ store: SweepStore) throws -> [Int]?
}

/// The same number for every point.
struct FixedSchedule: ReplicationSchedule {
  let count: Int
  private var isDone = false

  init(count: Int) { self.count = count }

  var decidesByPoint: Bool { false }

  mutating func nextTargets(_ store: SweepStore) -> [Int]? {
    if isDone { return nil }
    isDone = true
    return [Int](repeating: count, count: store.experiment.pointCount)
  }
}
