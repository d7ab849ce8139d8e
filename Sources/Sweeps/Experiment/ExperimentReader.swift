import OutputStatistics
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
      do throws(ScenarioError) {
        let document = try ScenarioDocument(path: file.hasPrefix("/") ? file : folder + file)
        scenarios.append(Experiment.Scenario(label: entry.key, document: document))
      } catch {
        throw error.located(atName: entry.value)
      }
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
    let responses = try ResponseReader(root).responses(of: scenarios)
    let names = responses.map(\.id)
    let replications = replications(root, responses: names)
    let experiment = Experiment(
      path: path, node: node, title: root["title"].text, scenarios: scenarios,
      base: root.optional("base").flatMap { labels.firstIndex(of: $0.text) } ?? 0,
      factors: factors,
      design: try DesignReader(root, factors: factors, seed: seed).design(), seed: seed,
      hasCommonRandomNumbers: root.optional("commonRandomNumbers")?.boolean ?? true,
      replications: replications,
      selection: try root.optional("selection").map { cursor throws(ScenarioProblem) in
        try SelectionReader(cursor, responses: responses, scenarioCount: scenarios.count)
          .selection(factors: factors, replications: replications)
      },
      responses: responses, confidenceLevel: root["confidenceLevel"].number)
    if let units = experiment.plannedUnits, units > unitLimit {
      throw root["replications"].problem(
        found: "found \(experiment.pointCount) points of so many replications: \(units) in all",
        allowed: "at most \(unitLimit) in all", hint: "take fewer points or fewer replications")
    }
    return experiment
  }

  /// How many replications all points together may have: their places take 2 GB.
  static let unitLimit = 100_000_000

  private static func replications(
    _ root: Cursor, responses: [String]
  ) -> Experiment.Replications {
    let cursor = root["replications"]
    if cursor.isNumber { return .fixed(cursor.integer) }
    let rule =
      cursor.optional("relative").map { PrecisionRule(relativeTarget: $0.number) }
      ?? PrecisionRule(absoluteTarget: cursor["absolute"].number)
    return .precision(
      Experiment.PrecisionGoal(
        response: responses.firstIndex(of: cursor["response"].text) ?? 0,
        rule: rule, first: cursor["first"].integer, atMost: cursor["atMost"].integer))
  }
}

extension ScenarioError {
  /// The same problems; those of a file that cannot be read at all stand where it is named.
  fileprivate func located(atName name: Cursor) -> ScenarioError {
    ScenarioError(
      problems: problems.map { problem in
        guard problem.location == nil, problem.pointer.isEmpty else { return problem }
        return name.problem(
          found: problem.found, allowed: problem.allowed, hint: problem.hint)
      })
  }
}
