/// Everything a run needs to know: valid by construction.
///
/// Entities refer to each other by typed index; arrays keep the order of the file. A `Scenario`
/// exists only if every stage of it passed every check of `ScenarioContents.problems()`.
public struct Scenario: Sendable, Equatable {
  /// What the scenario says, checked, without any policy.
  public let contents: ScenarioContents
  /// The numbers in force over time, in order; the first stage starts with the simulation.
  public let stages: [ScenarioStage]

  /// A scenario from checked contents, with the stages that its policies make of it.
  ///
  /// - Parameter stages: in the order of time, the first one starting with the simulation; empty
  ///   for the contents all the time.
  /// - Throws: all problems at once, each with the JSON Pointer of the value it is about.
  public init(
    _ contents: ScenarioContents, stages: [ScenarioStage] = []
  ) throws(ScenarioError) {
    let problems = contents.problems()
    if !problems.isEmpty { throw ScenarioError(problems: problems) }
    let start = contents.period.simulationStart
    self.contents = contents
    if stages.isEmpty {
      self.stages = [ScenarioStage(from: start, contents: contents)]
      return
    }
    precondition(stages[0].from == start, "the first stage starts with the simulation")
    for (number, stage) in stages.enumerated() {
      precondition(number == 0 || stages[number - 1].from < stage.from, "stages are in order")
      precondition(stage.contents.hasStructure(of: contents), "stages differ in numbers only")
      let problems = stage.contents.problems()
      if !problems.isEmpty {
        throw ScenarioError(problems: problems).underPolicies(on: stage.from)
      }
    }
    self.stages = stages
  }
}

extension ScenarioError {
  /// The same problems, with the remark that they only arise under the policies of a day.
  public func underPolicies(on day: CivilDate) -> ScenarioError {
    ScenarioError(
      problems: problems.map { problem in
        var remarked = problem
        remarked.hint = "this is so under the policies in force on \(day)"
        return remarked
      })
  }
}

extension ScenarioContents {
  /// By market, the commodities whose price answers to deliveries.
  private var respondingDemands: [[Commodity.Index]] {
    markets.map { $0.demands.filter { $0.response != nil }.map(\.commodity) }
  }

  /// Whether two scenarios have the same entities in the same order.
  func hasStructure(of other: ScenarioContents) -> Bool {
    period == other.period && routing == other.routing
      && countries.map(\.id) == other.countries.map(\.id)
      && commodities.map(\.id) == other.commodities.map(\.id)
      && modes.map(\.id) == other.modes.map(\.id)
      && agencies.map(\.id) == other.agencies.map(\.id)
      && sections.map(\.id) == other.sections.map(\.id)
      && places.map(\.id) == other.places.map(\.id)
      && corridors.map(\.id) == other.corridors.map(\.id)
      && organisations.map(\.id) == other.organisations.map(\.id)
      && supplies.map(\.id) == other.supplies.map(\.id)
      && markets.map(\.id) == other.markets.map(\.id)
      && checkpoints.map(\.id) == other.checkpoints.map(\.id)
      && laboratories.map(\.id) == other.laboratories.map(\.id)
      && laboratories.map { $0.recipe.map(\.commodity) }
        == other.laboratories.map { $0.recipe.map(\.commodity) }
      && respondingDemands == other.respondingDemands
      && intelligence?.sources.map(\.id) == other.intelligence?.sources.map(\.id)
      && intelligence?.exchanges.map(\.id) == other.intelligence?.exchanges.map(\.id)
  }
}
