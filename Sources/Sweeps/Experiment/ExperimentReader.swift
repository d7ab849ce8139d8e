import FlowSimulation
import ScenarioFormat
import TraffickingModel

/// Reads an experiment file and everything it names.
public enum ExperimentReader {
  /// Reads an experiment and checks it against its scenarios.
  ///
  /// - Throws: everything that is wrong with it, with file, line, column and pointer; of a scenario
  ///   what is wrong with that.
  public static func read(path: String) throws(ScenarioError) -> Experiment {
    let node = try JSONReader.read(path: path)
    try Validator.check(node, shape: ExperimentShape.experiment)
    let root = Cursor(node, shape: ExperimentShape.experiment)
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    var scenarios: [Experiment.Scenario] = []
    for entry in root["scenarios"].entries {
      let file = entry.value.text
      let document = try ScenarioDocument(path: file.hasPrefix("/") ? file : folder + file)
      scenarios.append(Experiment.Scenario(label: entry.key, document: document))
    }
    do throws(ScenarioProblem) {
      return try experiment(root, path: path, node: node, scenarios: scenarios)
    } catch {
      throw ScenarioError(error)
    }
  }

  /// The JSON Schema of experiment files.
  public static func schema() -> JSONNode {
    JSONSchema.document(
      for: ExperimentShape.experiment, title: "Panj experiment",
      id: "https://panj.example/schema/panj-experiment-1.json")
  }

  private static func experiment(
    _ root: Cursor, path: String, node: JSONNode, scenarios: [Experiment.Scenario]
  ) throws(ScenarioProblem) -> Experiment {
    let labels = scenarios.map(\.label)
    let factors = try FactorReader(root, scenarios: scenarios).factors()
    let seed = UInt64(root["seed"].integer)
    let responses = try responses(root)
    let names = responses.map(\.id)
    try check(responses, root, scenarios)
    return Experiment(
      path: path, node: node, title: root["title"].text, scenarios: scenarios,
      base: root.optional("base").flatMap { labels.firstIndex(of: $0.text) } ?? 0,
      factors: factors,
      design: try DesignReader(root, factors: factors, seed: seed).design(), seed: seed,
      hasCommonRandomNumbers: root.optional("commonRandomNumbers")?.boolean ?? true,
      replications: replications(root, responses: names),
      selection: try root.optional("selection").map { cursor throws(ScenarioProblem) in
        try selection(cursor, responses: names, hasFactors: !factors.isEmpty)
      },
      responses: responses, confidenceLevel: root["confidenceLevel"].number)
  }

  private static func replications(
    _ root: Cursor, responses: [String]
  ) -> Experiment.Replications {
    let cursor = root["replications"]
    if cursor.isNumber { return .fixed(cursor.integer) }
    let relative = cursor.optional("relative")
    return .precision(
      Experiment.PrecisionGoal(
        response: responses.firstIndex(of: cursor["response"].text) ?? 0,
        isRelative: relative != nil, halfWidth: relative?.number ?? cursor["absolute"].number,
        first: cursor["first"].integer, atMost: cursor["atMost"].integer))
  }

  private static func responses(_ root: Cursor) throws(ScenarioProblem) -> [SweepResponse] {
    var responses: [SweepResponse] = []
    for entry in root["responses"].entries {
      let cursor = entry.value
      let source: SweepResponse.Source
      if let columns = cursor.optional("columns") {
        source = .columns(columns.list.map(\.text))
      } else {
        var member = SweepResponse.Member.none
        if let commodity = cursor.optional("commodity") { member = .commodity(commodity.text) }
        if let frontier = cursor.optional("frontier") { member = .frontier(frontier.text) }
        source = .series(
          name: cursor["series"].text, member: member, from: try month(cursor.optional("from")),
          until: try month(cursor.optional("until")))
      }
      responses.append(
        SweepResponse(id: entry.key, source: source, scale: cursor["scale"].number))
    }
    return responses
  }

  /// The month that begins on a date, as series name it.
  private static func month(_ cursor: Cursor?) throws(ScenarioProblem) -> String? {
    guard let cursor else { return nil }
    guard cursor.text.hasSuffix("-01") else {
      throw cursor.problem(
        found: "found \"\(cursor.text)\", which is inside a month",
        allowed: "the first day of a month: windows are of whole months")
    }
    return String(cursor.text.dropLast(3))
  }

  /// The network of a scenario as it stands in its file.
  private static func network(
    of scenario: Experiment.Scenario
  ) throws(ScenarioProblem) -> CompiledNetwork {
    do throws(ScenarioError) {
      return try CompiledNetwork(scenario.document.scenario)
    } catch {
      throw error.located(in: scenario.document.resolved).problems[0]
    }
  }

  /// Refuses a response that a scenario does not have.
  private static func check(
    _ responses: [SweepResponse], _ root: Cursor, _ scenarios: [Experiment.Scenario]
  ) throws(ScenarioProblem) {
    let entries = root["responses"].entries
    for scenario in scenarios {
      let layout = OutcomeLayout(of: try network(of: scenario))
      for (response, entry) in zip(responses, entries) {
        do throws(UnknownResponse) {
          _ = try response.places(in: layout)
        } catch {
          let nearest = NearestName.suggestion(for: error.name, among: error.known)
          throw entry.value.problem(
            found: "found \(error.name), which the scenario \"\(scenario.label)\" does not have",
            allowed: "a column of replications.csv, or a series of monthly.csv",
            hint: nearest.map { "did you mean \"\($0)\"?" }
              ?? error.known.first.map { "one that it has is \"\($0)\"" })
        }
      }
    }
  }

  private static func selection(
    _ cursor: Cursor, responses: [String], hasFactors: Bool
  ) throws(ScenarioProblem) -> ScenarioSelection {
    if hasFactors {
      throw cursor.problem(
        found: "found a selection in an experiment with factors",
        allowed: "a selection among scenarios",
        hint: "write the alternatives down as scenarios, or remove \"factors\"")
    }
    func required(_ key: String, _ rule: String) throws(ScenarioProblem) -> Cursor {
      guard let value = cursor.optional(key) else {
        throw cursor.problem(
          found: "found the rule \(rule) without \"\(key)\"", allowed: "\(rule) with \"\(key)\"")
      }
      return value
    }
    let rule: ScenarioSelection.Rule
    switch cursor["rule"].text {
    case "ocba": rule = .ocba(budget: try required("budget", "ocba").integer)
    default:
      rule = .kimNelson(
        indifference: try required("indifference", "kimNelson").number,
        errorProbability: cursor["errorProbability"].number)
    }
    return ScenarioSelection(
      rule: rule, response: responses.firstIndex(of: cursor["response"].text) ?? 0,
      isMaximised: cursor["goal"].text == "maximise",
      cost: cursor.optional("cost").flatMap { responses.firstIndex(of: $0.text) },
      first: cursor["first"].integer)
  }
}
