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
    var problems: [ScenarioProblem] = []
    for entry in root["scenarios"].entries {
      let file = entry.value.text
      do throws(ScenarioError) {
        let document = try ScenarioDocument(path: file.hasPrefix("/") ? file : folder + file)
        scenarios.append(Experiment.Scenario(label: entry.key, document: document))
      } catch {
        problems += error.located(atName: entry.value).problems
      }
    }
    if !problems.isEmpty { throw ScenarioError(problems: problems) }
    return try experiment(root, path: path, node: node, scenarios: scenarios)
  }

  /// The JSON Schema of experiment files.
  public static func schema() -> JSONNode {
    JSONSchema.document(
      for: ExperimentShape.experiment, title: "Panj experiment",
      id: "https://panj.example/schema/panj-experiment-1.json")
  }

  /// What the file means, with everything that is wrong with its factors, responses and design.
  private static func experiment(
    _ root: Cursor, path: String, node: JSONNode, scenarios: [Experiment.Scenario]
  ) throws(ScenarioError) -> Experiment {
    let seed = UInt64(root["seed"].integer)
    let (factors, wrongFactors) = FactorReader(root, scenarios: scenarios).factors()
    var problems = wrongFactors
    let responses = responses(root, of: scenarios, &problems)
    let names = root["responses"].entries.map(\.key)
    let replications = replications(root, responses: names, &problems)
    var design: ExperimentDesign?
    var selection: ScenarioSelection?
    // Without any factor left a design says nothing about itself.
    if wrongFactors.isEmpty || !factors.isEmpty {
      collect(&problems) { () throws(ScenarioProblem) in
        design = try DesignReader(root, factors: factors, seed: seed).design()
      }
    }
    collect(&problems) { () throws(ScenarioProblem) in
      guard let cursor = root.optional("selection"), let responses else { return }
      selection = try SelectionReader(cursor, responses: responses, scenarioCount: scenarios.count)
        .selection(factors: factors, replications: replications)
    }
    guard problems.isEmpty, let design, let responses else {
      throw ScenarioError(problems: problems)
    }
    let labels = scenarios.map(\.label)
    let experiment = Experiment(
      path: path, node: node, title: root["title"].text, scenarios: scenarios,
      base: root.optional("base").flatMap { labels.firstIndex(of: $0.text) } ?? 0,
      factors: factors, design: design, seed: seed,
      hasCommonRandomNumbers: root.optional("commonRandomNumbers")?.boolean ?? true,
      replications: replications, selection: selection, responses: responses,
      confidenceLevel: root["confidenceLevel"].number)
    if let units = experiment.plannedUnits, units > unitLimit {
      throw ScenarioError(
        root["replications"].problem(
          found: "found \(experiment.pointCount) points of so many replications: \(units) in all",
          allowed: "at most \(unitLimit) in all", hint: "take fewer points or fewer replications"))
    }
    return experiment
  }

  private static func collect(
    _ problems: inout [ScenarioProblem], _ body: () throws(ScenarioProblem) -> Void
  ) {
    do throws(ScenarioProblem) { try body() } catch { problems.append(error) }
  }

  /// The responses; `nil` with what is wrong with each of them.
  private static func responses(
    _ root: Cursor, of scenarios: [Experiment.Scenario], _ problems: inout [ScenarioProblem]
  ) -> [SweepResponse]? {
    do throws(ScenarioProblem) {
      return try ResponseReader(root).responses(of: scenarios)
    } catch {
      var own: [ScenarioProblem] = []
      // One by one only now, for the networks of all scenarios are laid out each time.
      for entry in root["responses"].entries {
        let alone = root.node.setting(
          JSONPointer(tokens: ["responses"]),
          to: .object([(entry.key, entry.value.node)]))
        collect(&own) { () throws(ScenarioProblem) in
          _ = try ResponseReader(Cursor(alone, shape: ExperimentShape.experiment))
            .responses(of: scenarios)
        }
      }
      problems += own.isEmpty ? [error] : own
      return nil
    }
  }

  /// How many replications all points together may have: their places take 2 GB.
  static let unitLimit = 100_000_000

  private static func replications(
    _ root: Cursor, responses: [String], _ problems: inout [ScenarioProblem]
  ) -> Experiment.Replications {
    let cursor = root["replications"]
    if cursor.isNumber { return .fixed(cursor.integer) }
    let (first, atMost) = (cursor["first"].integer, cursor["atMost"].integer)
    if first > atMost {
      problems.append(
        cursor["first"].problem(
          found: "found \(first) replications in the first stage",
          allowed: "no more than \"atMost\", \(atMost)"))
    }
    let rule =
      cursor.optional("relative").map { PrecisionRule(relativeTarget: $0.number) }
      ?? PrecisionRule(absoluteTarget: cursor["absolute"].number)
    return .precision(
      Experiment.PrecisionGoal(
        response: responses.firstIndex(of: cursor["response"].text) ?? 0,
        rule: rule, first: first, atMost: atMost))
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
