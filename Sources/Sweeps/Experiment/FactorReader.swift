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

  /// Columns that every table of points has.
  private static let reservedNames = ["point_id", "scenario"]

  /// Those that are written down, then those made of annotated quantities; and everything that is
  /// wrong with them.
  func factors() -> (factors: [Factor], problems: [ScenarioProblem]) {
    var factors: [Factor] = []
    var cursors: [Cursor] = []
    var problems: [ScenarioProblem] = []
    for entry in root.optional("factors")?.entries ?? [] {
      do throws(ScenarioProblem) {
        try checkName(entry.key, entry.value)
        factors.append(try factor(entry.key, entry.value))
        cursors.append(entry.value)
      } catch {
        problems.append(error)
      }
    }
    let (taken, overlaps) = places(of: factors, cursors)
    problems += overlaps
    if let cursor = root.optional("annotatedQuantities") {
      do throws(ScenarioProblem) {
        factors += try annotated(cursor, taken: taken)
      } catch {
        problems.append(error)
      }
    }
    return (factors, problems)
  }

  private func checkName(_ name: String, _ cursor: Cursor) throws(ScenarioProblem) {
    if Self.reservedNames.contains(name) {
      throw cursor.problem(
        found: "found the name \"\(name)\"",
        allowed: "a name that is no other column of design.csv", hint: "call it something else")
    }
  }

  /// The places that factors change in any scenario, and the factors that undo others.
  ///
  /// Factors act in the order of the file. One that scales or adds goes on from what those before
  /// it have left; one that sets a place that another has changed would switch that one off.
  private func places(
    of factors: [Factor], _ cursors: [Cursor]
  ) -> (taken: Set<JSONPointer>, problems: [ScenarioProblem]) {
    var owners: [JSONPointer: Int] = [:]
    var problems: [Int: ScenarioProblem] = [:]
    for scenario in scenarios {
      var own: [JSONPointer: Int] = [:]
      for (number, factor) in factors.enumerated() {
        for place in factor.places(in: scenario.document) {
          if factor.replaces, let other = own[place], problems[number] == nil {
            problems[number] = cursors[number].problem(
              found: "found that the factor \"\(factor.id)\" sets \(place), which the factor "
                + "\"\(factors[other].id)\" at \(cursors[other].pointer) changes before it",
              allowed: "factors that set numbers of their own; in the order of the file, those "
                + "that scale or add may follow others",
              hint: "narrow one of them with \"where\", or scale instead of setting")
          }
          own[place] = number
        }
      }
      owners.merge(own) { first, _ in first }
    }
    return (Set(owners.keys), factors.indices.compactMap { problems[$0] })
  }

  private func annotated(
    _ cursor: Cursor, taken: Set<JSONPointer>
  ) throws(ScenarioProblem) -> [Factor] {
    let grouping = AnnotatedFactors.Grouping(rawValue: cursor.optional("together")?.text ?? "kind")
    let factors = AnnotatedFactors(
      grouping: grouping ?? .kind, under: try pointers(cursor.optional("under")),
      except: try pointers(cursor.optional("except")), taken: taken
    ).factors(of: scenarios[0].document)
    if factors.isEmpty {
      throw cursor.problem(
        found: "found no number with a range or a distribution there that no other factor changes",
        allowed: "pointers under which the first scenario declares ranges",
        hint: "panj describe --parameters lists all numbers with their ranges")
    }
    try check(factors, inAllScenariosOf: cursor)
    return factors
  }

  /// Refuses numbers of the first scenario that another one does not have.
  private func check(
    _ factors: [Factor], inAllScenariosOf cursor: Cursor
  ) throws(ScenarioProblem) {
    for scenario in scenarios.dropFirst() {
      let root = Cursor(scenario.document.resolved, shape: ScenarioShape.scenario)
      for place in factors.flatMap({ $0.places(in: scenarios[0].document) }) {
        let selector = ParameterSelector(pointer: place.description, conditions: [])
        if selector?.matches(in: root).count == 1 { continue }
        throw cursor.problem(
          found: "found the number \(place) of the scenario \"\(scenarios[0].label)\", which the "
            + "scenario \"\(scenario.label)\" does not have",
          allowed: "numbers that every scenario has",
          hint: "leave it out by \"under\" or \"except\"")
      }
    }
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
    let factor = Factor(
      id: id, effect: .word(pointer), domain: .levels(words.list.map { .word($0.text) }))
    try checkDistinct(words.list)
    for word in words.list { try check(word, of: factor) }
    return factor
  }

  /// Refuses a level or a word that is written twice: its points would be run twice, and count
  /// double.
  private func checkDistinct(_ levels: [Cursor]) throws(ScenarioProblem) {
    var first: [Level: Cursor] = [:]
    for level in levels {
      let value = Level(level)
      if let other = first[value] {
        throw level.problem(
          found: "found \(CanonicalJSON.line(level.node)) again, which stands at "
            + "\(other.pointer) already",
          allowed: "levels that differ", hint: "remove one of them")
      }
      first[value] = level
    }
  }

  /// Refuses a word that a scenario may not have there.
  private func check(_ word: Cursor, of factor: Factor) throws(ScenarioProblem) {
    for scenario in scenarios {
      var document = ChangedDocument(scenario.document)
      try factor.apply(.word(word.text), to: &document)
      guard let problem = document.problems().first else { continue }
      throw word.problem(
        found: "found \"\(word.text)\" for a word of the scenario \"\(scenario.label)\"",
        allowed: problem.allowed, hint: problem.hint)
    }
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
    if !conditions.isEmpty, !selector.hasStar {
      throw cursor["where"].problem(
        found: "found a condition although the pointer has no *",
        allowed: "conditions on the entity that the last * of the pointer stands for",
        hint: "write * for the key that the condition is to choose, or remove \"where\"")
    }
    var quantity: Quantity?
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
      quantity = matches[0].quantity
    }
    let operation = Factor.Operation(rawValue: cursor.optional("operation")?.text ?? "set") ?? .set
    let allowed = operation == .set ? quantity : nil
    let factor = Factor(
      id: id, effect: .numbers(selector, operation), domain: try domain(cursor, allowed: allowed),
      allowed: allowed)
    let levels = cursor.optional("levels")?.list ?? []
    for level in levels { try factor.checkAllowed(level) }
    try checkDistinct(levels)
    return factor
  }

  private func domain(
    _ cursor: Cursor, allowed: Quantity?
  ) throws(ScenarioProblem) -> Factor.Domain {
    if let levels = cursor.optional("levels") {
      return .levels(levels.list.map { .number($0.number) })
    }
    guard let own = cursor.optional("distribution"), let distribution = Uncertainty(own.node)
    else {
      throw cursor.problem(
        found: "found a parameter without \"levels\" and without \"distribution\"",
        allowed: "one of them", hint: "write \"levels\": [1, 2] for the numbers to try")
    }
    let isWhole = cursor.optional("whole")?.boolean ?? allowed?.isInteger ?? false
    guard
      let range = SampledRange(distribution, cutTo: allowed?.range ?? .any, isWhole: isWhole)
    else {
      throw own.problem(
        found: "found a distribution of which nothing is left within what the number may be"
          + (isWhole ? ", a whole number" : ""),
        allowed: allowed?.words ?? (isWhole ? "a distribution around whole numbers" : "any number"))
    }
    return .sampled(range)
  }
}

extension Factor {
  /// Refuses a level that the numbers of the factor may not be.
  func checkAllowed(_ level: Cursor) throws(ScenarioProblem) {
    guard let allowed, !allowed.accepts(level.number) else { return }
    throw level.problem(
      found: "found \(level.node.number?.text ?? "") for the factor \"\(id)\"",
      allowed: allowed.words)
  }
}

/// A level or a word, to be told from others.
private enum Level: Hashable {
  case number(Double)
  case word(String)

  init(_ cursor: Cursor) {
    self = cursor.isNumber ? .number(cursor.number) : .word(cursor.text)
  }
}
