/// All that is wrong with a scenario, in document order; never empty.
public struct ScenarioError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The problems, in document order.
  public var problems: [ScenarioProblem]

  /// An error of one or more problems.
  public init(problems: [ScenarioProblem]) {
    precondition(!problems.isEmpty, "a scenario error names at least one problem")
    self.problems = problems
  }

  /// An error of one problem.
  public init(_ problem: ScenarioProblem) { self.init(problems: [problem]) }

  /// The problems, one block each.
  public var description: String {
    problems.map(\.description).joined(separator: "\n")
  }
}
