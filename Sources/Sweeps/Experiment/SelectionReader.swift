import ScenarioFormat
import TraffickingModel

/// Reads how the best scenario is looked for.
struct SelectionReader {
  private let cursor: Cursor
  private let responses: [String]
  private let scenarioCount: Int

  /// - Parameter responses: the names of the responses, in their order.
  init(_ cursor: Cursor, responses: [String], scenarioCount: Int) {
    self.cursor = cursor
    self.responses = responses
    self.scenarioCount = scenarioCount
  }

  /// The selection.
  ///
  /// - Throws: when it does not go with the factors, the scenarios or the replications.
  func selection(
    factors: [Factor], replications: Experiment.Replications
  ) throws(ScenarioProblem) -> ScenarioSelection {
    if !factors.isEmpty {
      throw cursor.problem(
        found: "found a selection in an experiment with factors",
        allowed: "a selection among scenarios",
        hint: "write the alternatives down as scenarios, or remove \"factors\"")
    }
    let cost = cursor.optional("cost").flatMap { responses.firstIndex(of: $0.text) }
    let least = cost == nil ? 2 : 3
    if scenarioCount < least {
      throw cursor.problem(
        found: "found a selection among \(scenarioCount) scenarios",
        allowed: "at least \(least) scenarios"
          + (cost == nil ? "" : ": the base and two that cost more"))
    }
    let first = cursor["first"].integer
    guard case .fixed(let limit) = replications, limit >= first else {
      throw cursor.problem(
        found: "found a selection without so many \"replications\" as its \"first\", \(first)",
        allowed:
          "\"replications\": the most that a scenario may have, a number of at least \(first)",
        hint: "write for example \"replications\": \(max(1_000, 10 * first))")
    }
    return ScenarioSelection(
      rule: try rule(first: first),
      response: responses.firstIndex(of: cursor["response"].text) ?? 0,
      isMaximised: cursor["goal"].text == "maximise", cost: cost, first: first)
  }

  private func rule(first: Int) throws(ScenarioProblem) -> ScenarioSelection.Rule {
    guard cursor["rule"].text == "ocba" else {
      try refuse("budget", ofRule: "kimNelson")
      return .kimNelson(
        indifference: try required("indifference", "kimNelson").number,
        errorProbability: cursor["errorProbability"].number)
    }
    try refuse("indifference", ofRule: "ocba")
    try refuse("errorProbability", ofRule: "ocba")
    let budget = try required("budget", "ocba")
    if budget.integer < first * scenarioCount {
      throw budget.problem(
        found: "found a budget of \(budget.integer) replications",
        allowed: "at least \(first * scenarioCount): the \"first\" \(first) of each of "
          + "\(scenarioCount) scenarios")
    }
    return .ocba(budget: budget.integer)
  }

  private func required(_ key: String, _ rule: String) throws(ScenarioProblem) -> Cursor {
    guard let value = cursor.optional(key) else {
      throw cursor.problem(
        found: "found the rule \(rule) without \"\(key)\"", allowed: "\(rule) with \"\(key)\"")
    }
    return value
  }

  private func refuse(_ key: String, ofRule rule: String) throws(ScenarioProblem) {
    guard let value = cursor.optional(key) else { return }
    throw value.problem(
      found: "found \"\(key)\" beside the rule \(rule)", allowed: "\(rule) without \"\(key)\"",
      hint: "remove it")
  }
}
