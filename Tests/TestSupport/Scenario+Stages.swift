import TraffickingModel

extension Scenario {
  /// One scenario until a day, another of the same structure from then on.
  package init(
    _ first: ScenarioContents, from day: String, _ second: ScenarioContents
  ) throws(ScenarioError) {
    try self.init(
      first,
      stages: [
        ScenarioStage(from: first.period.simulationStart, contents: first),
        ScenarioStage(from: date(day), contents: second),
      ])
  }
}
