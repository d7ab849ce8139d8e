/// A stretch of time over which no policy changes: the scenario with the numbers then in force.
public struct ScenarioStage: Sendable, Equatable {
  /// The first day of the stage.
  public var from: CivilDate
  /// The scenario's contents with the policies of that time applied: the same entities in the same
  /// order, other numbers.
  public var contents: ScenarioContents

  /// A stage.
  public init(from: CivilDate, contents: ScenarioContents) {
    self.from = from
    self.contents = contents
  }
}
