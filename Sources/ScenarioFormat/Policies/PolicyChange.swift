import TraffickingModel

/// One general operation of a policy on numbers of the scenario.
struct PolicyChange {
  /// The operations.
  enum Operation {
    case set(Double)
    case scale(Double)
    case add(Double)
  }

  private let selector: ParameterSelector
  private let operation: Operation
  private let place: Cursor

  /// Reads a change of a valid document.
  ///
  /// - Throws: when its pointer selects no number, or one that cannot change on a date.
  init(at cursor: Cursor, in root: Cursor) throws(ScenarioProblem) {
    place = cursor
    let pointer = cursor["parameter"]
    let conditions = (cursor.optional("where")?.entries ?? []).map {
      (key: $0.key, value: $0.value.text)
    }
    guard let selector = ParameterSelector(pointer: pointer.text, conditions: conditions) else {
      throw pointer.problem(
        found: "found \"\(pointer.text)\", which is not a JSON Pointer",
        allowed: "a pointer such as /agencies/*/skill")
    }
    if selector.isFixed(in: root) {
      throw pointer.problem(
        found: "found \"\(pointer.text)\", which cannot change on a date",
        allowed: "a pointer to numbers of the network, the agencies or the trade")
    }
    if !conditions.isEmpty, !selector.hasStar {
      throw cursor["where"].problem(
        found: "found a condition although the pointer has no *",
        allowed: "conditions on the entity that the last * of the pointer stands for",
        hint: "write * for the key that the condition is to choose, or remove \"where\"")
    }
    if selector.matches(in: root).isEmpty {
      throw pointer.problem(
        found: "found \"\(pointer.text)\", which selects no number of this scenario",
        allowed: "a JSON Pointer to numbers, with * for every key",
        hint: "panj describe --parameters lists the pointers of all numbers")
    }
    self.selector = selector
    if let value = cursor.optional("set") {
      operation = .set(value.number)
    } else if let value = cursor.optional("scale") {
      operation = .scale(value.number)
    } else {
      operation = .add(cursor["add"].number)
    }
  }

  /// Gives a document a part of the full effect.
  ///
  /// - Throws: when a number leaves its range.
  func apply(
    to document: inout ChangedDocument, effect: Double, policy: Policy, on day: CivilDate
  ) throws(ScenarioProblem) {
    var numbers: [(pointer: JSONPointer, value: Double)] = []
    let root = Cursor(document.node, shape: ScenarioShape.scenario)
    for parameter in selector.matches(in: root) {
      let old = parameter.number
      let full: Double
      switch operation {
      case .set(let value): full = value
      case .scale(let factor): full = old * factor
      case .add(let amount): full = old + amount
      }
      let new = old + (full - old) * effect
      if let quantity = parameter.quantity, !quantity.accepts(new) {
        throw place.problem(
          found: "found that policy \"\(policy.id)\" takes \(parameter.pointer) to \(new) "
            + "on \(day)",
          allowed: quantity.words)
      }
      numbers.append((parameter.pointer, new))
    }
    document.set(numbers)
  }
}

extension Cursor {
  /// What a number here may be, `nil` where the shape has none.
  public var quantity: Quantity? {
    switch shape {
    case .quantity(let quantity), .numberOr(let quantity, _): quantity
    default: nil
    }
  }
}
