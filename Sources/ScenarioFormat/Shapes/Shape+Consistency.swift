extension Shape {
  /// What is wrong with the definition itself; empty for one that can be used.
  ///
  /// Validation, schema and cursor rely on this, so the definition of a format has a test that
  /// asserts it.
  public func inconsistencies() -> [String] {
    var check = ShapeConsistency()
    check.visit(self, at: "")
    return check.findings
  }
}

/// Collects what contradicts itself in a shape.
private struct ShapeConsistency {
  var findings: [String] = []
  /// What a reference in a JSON Schema can hold without escapes.
  private static let shapeName = NamePattern(
    "a name", first: letters, rest: letters + "0123456789-", count: 1...64,
    example: "massDistribution")
  private static let letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

  private var namedShapes: [String: Shape] = [:]

  mutating func visit(_ shape: Shape, at place: String) {
    switch shape {
    case .quantity, .date, .monthDay, .boolean, .reference:
      break
    case .text(let count):
      require(count.lowerBound >= 0, "\(place): a negative length")
    case .name:
      break
    case .choice(let choices):
      require(!choices.isEmpty, "\(place): a choice of nothing")
      requireUnique(choices.map(\.value), at: place)
    case .list(let element, let count):
      require(count.lowerBound >= 0, "\(place): a negative count")
      visit(element, at: place + "/*")
    case .map(_, let value, let count):
      require(count.lowerBound >= 0, "\(place): a negative count")
      visit(value, at: place + "/*")
    case .object(let fields, let rules):
      visit(fields, at: place)
      for name in rules.flatMap(\.names) where !fields.contains(where: { $0.name == name }) {
        findings.append("\(place): a rule about the key \(name), which is not declared")
      }
    case .alternatives(let fields):
      require(!fields.isEmpty, "\(place): no alternatives")
      require(fields.allSatisfy { !$0.isRequired }, "\(place): a required alternative")
      visit(fields, at: place)
    case .numberOr(_, let other):
      switch other.unnamed {
      case .quantity, .numberOr:
        findings.append("\(place): a number, or else a number")
      case .object(let fields, _), .alternatives(let fields):
        for field in fields where AnnotatedNumber.tellingKeys.contains(field.name) {
          findings.append("\(place): the key \(field.name) reads as an annotated number")
        }
      case .map:
        findings.append("\(place): a map cannot be told from an annotated number")
      default:
        break
      }
      visit(other, at: place)
    case .named(let name, let inner):
      require(Self.shapeName.matches(name), "\(place): \(name) cannot name a shape")
      let known = namedShapes.updateValue(inner, forKey: name)
      require(known == nil || known == inner, "\(place): \(name) names two different shapes")
      visit(inner, at: place)
    }
  }

  private mutating func visit(_ fields: [Field], at place: String) {
    requireUnique(fields.map(\.name), at: place)
    for field in fields {
      if Provenance.keys.contains(field.name) {
        findings.append("\(place): every object accepts \(field.name) undeclared")
      }
      require(!field.summary.isEmpty, "\(place)/\(field.name): no summary")
      switch field.shape.unnamed {
      case .quantity(let quantity), .numberOr(let quantity, _):
        require(
          !field.isRequired || quantity.defaultValue == nil,
          "\(place)/\(field.name): required, so its default never holds")
      default:
        break
      }
      visit(field.shape, at: "\(place)/\(field.name)")
    }
  }

  private mutating func require(_ condition: Bool, _ finding: @autoclosure () -> String) {
    if !condition { findings.append(finding()) }
  }

  private mutating func requireUnique(_ names: [String], at place: String) {
    var seen: Set<String> = []
    for name in names where !seen.insert(name).inserted {
      findings.append("\(place): \(name) occurs twice")
    }
  }
}
