import ScenarioFormat
import TraffickingModel

/// Reads how the best scenario is looked for.
struct SelectionReader {
  private let cursor: Cursor
  private let responses: [SweepResponse]
  private let scenarioCount: Int

  /// - Parameter responses: all responses, in their order.
  init(_ cursor: Cursor, responses: [SweepResponse], scenarioCount: Int) {
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
    let response = try place(of: cursor["response"])
    let cost = try cursor.optional("cost").map(place)
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
      response: response,
      isMaximised: cursor["goal"].text == "maximise", cost: cost, first: first)
  }

  /// The place of a response that numbers can be compared by.
  ///
  /// - Throws: when it is 1 or 0: both rules take outputs for normal, and a first stage without a
  ///   single 1 would count as known exactly.
  private func place(of cursor: Cursor) throws(ScenarioProblem) -> Int {
    let place = responses.firstIndex { $0.id == cursor.text } ?? 0
    guard responses[place].isIndicator else { return place }
    throw cursor.problem(
      found: "found the response \"\(cursor.text)\", which is 1 or 0",
      allowed: "a response without \"above\" or \"below\": selection takes outputs for normal",
      hint: "compare by the number itself, or give every scenario many \"replications\"")
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
