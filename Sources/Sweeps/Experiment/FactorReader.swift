import ScenarioFormat
import TraffickingModel

/// Reads the factors of an experiment and checks them against its scenarios.
struct FactorReader {
  private let root: Cursor
  private let scenarios: [Experiment.Scenario]

  init(_ root: Cursor, scenarios: [Experiment.Scenario]) {
    self.root = root
    self.scenarios = scenarios
  }

  /// Those that are written down, then those made of annotated quantities.
  ///
  /// - Throws: the first that selects nothing in a scenario, or that stands for nothing.
  func factors() throws(ScenarioProblem) -> [Factor] {
    var factors: [Factor] = []
    for entry in root.optional("factors")?.entries ?? [] {
      factors.append(try factor(entry.key, entry.value))
    }
    if let cursor = root.optional("annotatedQuantities") {
      let own = try annotated(cursor)
      let taken = Set(factors.map(\.id))
      if own.isEmpty {
        throw cursor.problem(
          found: "found no number with a range or a distribution there",
          allowed: "pointers under which the first scenario declares ranges",
          hint: "panj describe --parameters lists all numbers with their ranges")
      }
      factors += own.filter { !taken.contains($0.id) }
    }
    return factors
  }

  private func annotated(_ cursor: Cursor) throws(ScenarioProblem) -> [Factor] {
    let grouping = AnnotatedFactors.Grouping(rawValue: cursor.optional("together")?.text ?? "kind")
    return AnnotatedFactors(
      grouping: grouping ?? .kind, under: try pointers(cursor.optional("under")),
      except: try pointers(cursor.optional("except"))
    ).factors(of: scenarios[0].document)
  }

  private func pointers(_ cursor: Cursor?) throws(ScenarioProblem) -> [JSONPointer] {
    var pointers: [JSONPointer] = []
    for element in cursor?.list ?? [] { pointers.append(try pointer(element)) }
    return pointers
  }

  private func pointer(_ cursor: Cursor) throws(ScenarioProblem) -> JSONPointer {
    guard let pointer = JSONPointer(parsing: cursor.text), !pointer.tokens.isEmpty else {
      throw cursor.problem(
        found: "found \"\(cursor.text)\", which is not a JSON Pointer",
        allowed: "a pointer such as /agencies/*/skill")
    }
    return pointer
  }

  private func factor(_ id: String, _ cursor: Cursor) throws(ScenarioProblem) -> Factor {
    if let policy = cursor.optional("policy") { return try self.policy(id, policy) }
    if let choice = cursor.optional("choice") { return try word(id, choice, cursor["words"]) }
    return try number(id, cursor)
  }

  private func policy(_ id: String, _ cursor: Cursor) throws(ScenarioProblem) -> Factor {
    for scenario in scenarios {
      let policies = scenario.document.scenario.contents.policies.map(\.id)
      if policies.contains(cursor.text) { continue }
      throw cursor.problem(
        found: "found \"\(cursor.text)\", which is no policy of the scenario "
          + "\"\(scenario.label)\"",
        allowed: "a policy that every scenario has",
        hint: NearestName.suggestion(for: cursor.text, among: policies)
          .map { "did you mean \"\($0)\"?" })
    }
    return Factor(
      id: id, effect: .policy(cursor.text), domain: .levels([.isOn(false), .isOn(true)]))
  }

  private func word(
    _ id: String, _ choice: Cursor, _ words: Cursor
  ) throws(ScenarioProblem) -> Factor {
    let pointer = try pointer(choice)
    for scenario in scenarios where pointer.resolve(in: scenario.document.resolved)?.string == nil {
      throw choice.problem(
        found: "found \"\(choice.text)\", where the scenario \"\(scenario.label)\" has no word",
        allowed: "a pointer to a word, such as /routing")
    }
    return Factor(
      id: id, effect: .word(pointer), domain: .levels(words.list.map { .word($0.text) }))
  }

  private func number(_ id: String, _ cursor: Cursor) throws(ScenarioProblem) -> Factor {
    let place = cursor["parameter"]
    let conditions = (cursor.optional("where")?.entries ?? []).map {
      (key: $0.key, value: $0.value.text)
    }
    guard let selector = ParameterSelector(pointer: place.text, conditions: conditions) else {
      throw place.problem(
        found: "found \"\(place.text)\", which is not a JSON Pointer",
        allowed: "a pointer such as /agencies/*/skill")
    }
    var limits = QuantityRange.any
    for scenario in scenarios {
      let root = Cursor(scenario.document.resolved, shape: ScenarioShape.scenario)
      let matches = selector.matches(in: root)
      if matches.isEmpty {
        throw place.problem(
          found: "found \"\(place.text)\", which selects no number of the scenario "
            + "\"\(scenario.label)\"",
          allowed: "a JSON Pointer to numbers, with * for every key",
          hint: "panj describe --parameters lists the pointers of all numbers")
      }
      limits = matches[0].quantity?.range ?? limits
    }
    let operation = Factor.Operation(rawValue: cursor.optional("operation")?.text ?? "set") ?? .set
    return Factor(
      id: id, effect: .numbers(selector, operation),
      domain: try domain(cursor, limits: operation == .set ? limits : .any))
  }

  private func domain(
    _ cursor: Cursor, limits: QuantityRange
  ) throws(ScenarioProblem) -> Factor.Domain {
    if let levels = cursor.optional("levels") {
      return .levels(levels.list.map { .number($0.number) })
    }
    guard let node = cursor.optional("distribution")?.node, let distribution = Uncertainty(node)
    else {
      throw cursor.problem(
        found: "found a parameter without \"levels\" and without \"distribution\"",
        allowed: "one of them", hint: "write \"levels\": [1, 2] for the numbers to try")
    }
    return .sampled(
      SampledRange(
        distribution, cutTo: limits, isWhole: cursor.optional("whole")?.boolean ?? false))
  }
}
