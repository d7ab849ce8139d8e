import RandomStreams
import TraffickingModel

extension TestNetwork {
  /// Adds a checkpoint at the end of a corridor, or of several.
  ///
  /// - Parameter minutes: how long an inspection takes; if nothing else is said, exponential with a
  ///   mean of 14.4, so that a lane inspects 100 vehicles a day.
  package mutating func checkpoint(
    _ id: String, on corridors: String..., lanes: Int = 1,
    minutes: Distribution = .exponential(Exponential(mean: 14.4)), share: Double = 1,
    limit: Int? = nil, licitPerDay: Double = 0
  ) {
    let index = Checkpoint.Index(contents.checkpoints.count)
    contents.checkpoints.append(
      Checkpoint(
        id: id, name: id, lanes: lanes, inspectionMinutes: minutes, inspectedShare: share,
        queueLimit: limit, licitVehiclesPerDay: licitPerDay))
    for corridor in corridors {
      contents.corridors[corridorIndex(corridor).offset].checkpoint = index
    }
  }

  /// The scenario with other numbers from a day on.
  package func scenario(
    from day: String, _ change: (inout ScenarioContents) -> Void
  ) throws(ScenarioError) -> Scenario {
    var changed = contents
    change(&changed)
    return try Scenario(contents, from: day, changed)
  }
}
