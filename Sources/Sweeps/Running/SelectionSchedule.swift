/// As many replications of each scenario as the search for the best needs.
struct SelectionSchedule: ReplicationSchedule {
  private let selection: ScenarioSelection
  private let limit: Int
  /// As far as it has got, so that no record is read twice.
  private var race: SelectionRace?

  init(_ selection: ScenarioSelection, limit: Int) {
    self.selection = selection
    self.limit = limit
  }

  var decidesByPoint: Bool { false }

  mutating func nextTargets(_ store: SweepStore) throws -> [Int]? {
    if race == nil {
      race = try SelectionRace(selection, limit: limit, in: store)
    } else {
      try race?.proceed()
    }
    return race?.nextTargets
  }
}
