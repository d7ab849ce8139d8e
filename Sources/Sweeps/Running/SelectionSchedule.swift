/// As many replications of each scenario as the search for the best needs.
struct SelectionSchedule: ReplicationSchedule {
  let selection: ScenarioSelection
  let limit: Int

  var decidesByPoint: Bool { false }

  func nextTargets(_ store: SweepStore) throws -> [Int]? {
    try SelectionRace(selection, limit: limit, in: store).nextTargets
  }
}
