extension JSONSchemaWriter {
  /// The schema of a plain number.
  static func numberSchema(_ quantity: Quantity) -> JSONNode {
    let range = quantity.range
    var members: Members = [("type", quantity.isInteger ? "integer" : "number")]
    if range.lower.isFinite {
      members.append((range.isLowerOpen ? "exclusiveMinimum" : "minimum", .number(range.lower)))
    }
    if range.upper.isFinite {
      members.append((range.isUpperOpen ? "exclusiveMaximum" : "maximum", .number(range.upper)))
    }
    members.append(("description", .string(sentence(quantity.words))))
    return .object(members)
  }

  /// What a schema can say of conditions on several keys; order it cannot.
  static func keywords(for rules: [ObjectRule]) -> Members {
    var dependent: [String: [String]] = [:]
    var order: [String] = []
    var conditions: [JSONNode] = []
    for rule in rules {
      switch rule {
      case .ascending, .increasing:
        break
      case .together(let names):
        for name in names {
          if dependent[name] == nil { order.append(name) }
          dependent[name, default: []] += names.filter { $0 != name }
        }
      case .exclusive(let names):
        for (index, name) in names.enumerated() {
          for other in names[(index + 1)...] {
            conditions.append(["not": ["required": [.string(name), .string(other)]]])
          }
        }
      case .atLeastOne(let names):
        conditions.append(["anyOf": .array(names.map { ["required": [.string($0)]] })])
      }
    }
    var members: Members = []
    if !order.isEmpty {
      let required = order.map { name in
        (name, JSONNode.array((dependent[name] ?? []).map { .string($0) }))
      }
      members.append(("dependentRequired", .object(required)))
    }
    if !conditions.isEmpty { members.append(("allOf", .array(conditions))) }
    return members
  }

  /// The keywords for a count of items, properties or letters.
  static func limits(_ count: ClosedRange<Int>, of what: String) -> Members {
    let lower = count.lowerBound == 0 ? [] : [("min" + what, JSONNode.number(count.lowerBound))]
    return lower + [("max" + what, .number(count.upperBound))]
  }

  static func reference(_ name: String) -> (String, JSONNode) {
    ("$ref", .string("#/$defs/\(name)"))
  }

  /// Words with a capital and a full stop.
  static func sentence(_ words: String) -> String {
    let capital = words.prefix(1).uppercased() + words.dropFirst()
    return capital.isEmpty || capital.hasSuffix(".") ? capital : capital + "."
  }

  /// Words as a name of lower-case letters, digits and hyphens.
  static func slug(_ words: String) -> String {
    var result = ""
    let spelt = words.lowercased()
      .split(separator: " ").filter { !["a", "an", "in"].contains($0) }.joined(separator: " ")
    for scalar in spelt.unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": result.unicodeScalars.append(scalar)
      case ",": break
      case "-": result += "-minus-"
      case ".": result += "-point-"
      case "/": result += "-per-"
      case "$": result += "-dollar-"
      default: result += "-"
      }
    }
    return result.split(separator: "-").joined(separator: "-")
  }
}
