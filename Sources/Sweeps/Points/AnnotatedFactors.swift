import ScenarioFormat
import TraffickingModel

/// Factors made of the numbers of a scenario that declare a range or a distribution.
struct AnnotatedFactors {
  /// How numbers are put together in factors.
  enum Grouping: String, CaseIterable {
    /// All numbers whose pointers differ only in keys of maps are one factor.
    case kind
    /// Each is a factor of its own.
    case none
  }

  /// What is left as it is: the period, which is asked and not uncertain about the world, lengths
  /// that have to agree with each other, and the sizes of the parts of divided loads, which have to
  /// stay below the mass from which loads are divided.
  private static let left: [JSONPointer] = [
    "/period", "/frontiers/*/lengthKilometres", "/frontiers/*/sections/*/lengthKilometres",
    "/places/*/split/partKilograms",
  ]

  let grouping: Grouping
  /// Pointers that a number must begin with, in which `*` stands for every key; empty for any.
  let under: [JSONPointer]
  /// Pointers that a number must not begin with.
  let except: [JSONPointer]

  /// Numbers that other factors change already.
  let taken: Set<JSONPointer>

  /// The factors of a scenario, in the order in which their first numbers stand in the document.
  ///
  /// Their names have a slash in them, which those of factors that are written down have not.
  func factors(of document: ScenarioDocument) -> [Factor] {
    var names: [String] = []
    var targets: [String: [Factor.Target]] = [:]
    for quantity in document.quantities where isChosen(quantity.pointer) {
      guard let range = SampledRange(of: quantity) else { continue }
      let name = name(of: quantity.pointer)
      if targets[name] == nil { names.append(name) }
      targets[name, default: []].append(
        Factor.Target(pointer: quantity.pointer, range: range))
    }
    return names.map { name in
      let own = targets[name] ?? []
      if own.count == 1 {
        return Factor(id: name, effect: .number(own[0].pointer), domain: .sampled(own[0].range))
      }
      return Factor(id: name, effect: .quantities(own), domain: .quantiles)
    }
  }

  private func isChosen(_ pointer: JSONPointer) -> Bool {
    if taken.contains(pointer) || Self.left.contains(where: { $0.begins(pointer) }) {
      return false
    }
    return (under.isEmpty || under.contains { $0.begins(pointer) })
      && !except.contains { $0.begins(pointer) }
  }

  private func name(of pointer: JSONPointer) -> String {
    guard grouping == .kind else { return pointer.tokens.joined(separator: "/") }
    var tokens: [String] = []
    var shape = ScenarioShape.scenario
    for token in pointer.tokens {
      guard let step = shape.step(by: token) else { return pointer.tokens.joined(separator: "/") }
      tokens.append(step.isKeyOfMap ? "*" : token)
      shape = step.shape
    }
    return tokens.joined(separator: "/")
  }
}

extension JSONPointer {
  /// Whether another pointer is this one or goes on from it; `*` here stands for every key.
  fileprivate func begins(_ other: JSONPointer) -> Bool {
    tokens.count <= other.tokens.count
      && zip(tokens, other.tokens).allSatisfy { $0 == "*" || $0 == $1 }
  }
}
