/// Everything a run needs to know: valid by construction.
///
/// Entities refer to each other by typed index; arrays keep the order of the file. A `Scenario`
/// exists only if `ScenarioContents` passed every check of `ScenarioContents.problems()`.
public struct Scenario: Sendable, Equatable {
  /// What the scenario says, checked.
  public let contents: ScenarioContents

  /// A scenario from checked contents.
  ///
  /// - Throws: all problems at once, each with the JSON Pointer of the value it is about.
  public init(_ contents: ScenarioContents) throws(ScenarioError) {
    let problems = contents.problems()
    if !problems.isEmpty { throw ScenarioError(problems: problems) }
    self.contents = contents
  }
}
