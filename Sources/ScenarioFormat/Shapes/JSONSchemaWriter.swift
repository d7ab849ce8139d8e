/// Writes shapes as schemas, and collects what several of them share.
struct JSONSchemaWriter {
  typealias Members = [(String, JSONNode)]

  /// The shared schemas in the order in which they are needed.
  private(set) var definitions: Members = []
  private var namedShapes: [String: Shape] = [:]
  private var nameOfQuantity: [Quantity: String] = [:]
  private var nameOfPattern: [NamePattern: String] = [:]

  /// The schema of a shape.
  mutating func schema(of shape: Shape) -> JSONNode {
    .object(members(of: shape))
  }

  /// The keywords of a shape's schema.
  mutating func members(of shape: Shape) -> Members {
    switch shape {
    case .quantity(let quantity): return [reference(to: quantity)]
    case .text(let count):
      return [
        ("type", "string")
      ] + Self.limits(count, of: "Length")
    case .name(let pattern):
      return [reference(to: pattern)]
    case .choice(let choices):
      let meanings = choices.map { "\"\($0.value)\": \($0.summary)" }.joined(separator: "; ")
      return [
        ("enum", .array(choices.map { .string($0.value) })),
        ("description", .string(Self.sentence(meanings))),
      ]
    case .date:
      let pattern = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
      return [("type", "string"), ("format", "date"), ("pattern", .string(pattern))]
    case .monthDay:
      return [
        ("type", "string"), ("pattern", "^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"),
      ]
    case .boolean: return [("type", "boolean")]
    case .reference(let catalogue):
      return [
        ("type", "string"), ("minLength", 1),
        ("description", .string(Self.sentence(catalogue.words))),
      ]
    case .list(let element, let count):
      return [
        ("type", "array"), ("items", schema(of: element)),
      ] + Self.limits(count, of: "Items")
    case .object(let fields, let rules):
      return objectMembers(fields) + Self.keywords(for: rules)
    case .map(let key, let value, let count):
      return [
        ("type", "object"), ("propertyNames", schema(of: key.shape)),
        ("additionalProperties", schema(of: value)),
      ] + Self.limits(count, of: "Properties")
    case .alternatives(let fields):
      let choices = fields.map { JSONNode.object([("required", [.string($0.name)])]) }
      return objectMembers(fields) + [("oneOf", .array(choices))]
    case .numberOr(let quantity, let other):
      return [("anyOf", .array([.object([reference(to: quantity)]), schema(of: other)]))]
    case .named(let name, let inner):
      return [named(name, inner)]
    }
  }

  private mutating func objectMembers(_ fields: [Field]) -> Members {
    var properties = fields.map { ($0.name, property($0)) }
    properties += provenanceProperties()
    var members: Members = [("type", "object"), ("properties", .object(properties))]
    let required = fields.filter(\.isRequired).map { JSONNode.string($0.name) }
    if !required.isEmpty { members.append(("required", .array(required))) }
    members.append(("additionalProperties", false))
    return members
  }

  /// The schema of one field: its shape, what it means, its unit and its default.
  private mutating func property(_ field: Field) -> JSONNode {
    var members = members(of: field.shape)
    var description = Self.sentence(field.summary)
    var defaultValue: Double?
    switch field.shape.unnamed {
    case .quantity(let quantity), .numberOr(let quantity, _):
      if !quantity.unit.isEmpty { description += " Unit: \(quantity.unit)." }
      defaultValue = quantity.defaultValue
    default:
      break
    }
    if let index = members.firstIndex(where: { $0.0 == "description" }) {
      let (_, own) = members.remove(at: index)
      description += " " + (own.string ?? "")
    }
    members.append(("description", .string(description)))
    if let defaultValue { members.append(("default", .number(defaultValue))) }
    return .object(members)
  }

  private mutating func named(_ name: String, _ shape: Shape) -> (String, JSONNode) {
    if let known = namedShapes[name] {
      precondition(known == shape, "\(name) names two different shapes")
    } else {
      namedShapes[name] = shape
      define(name) { $0.schema(of: shape) }
    }
    return Self.reference(name)
  }

  /// A reference to a quantity, plain or annotated, which is defined when first met.
  private mutating func reference(to quantity: Quantity) -> (String, JSONNode) {
    let bare = quantity.bare
    let name: String
    if let known = nameOfQuantity[bare] {
      name = known
    } else {
      name = freeName(Self.slug(quantity.words))
      nameOfQuantity[bare] = name
      define(name) { _ in Self.numberSchema(quantity) }
    }
    guard !quantity.isBare else { return Self.reference(name) }
    let annotated = "annotated-" + name
    if !definitions.contains(where: { $0.0 == annotated }) {
      define(annotated) { $0.annotatedSchema(of: name) }
    }
    return Self.reference(annotated)
  }

  /// A reference to the rule for a name, which is defined when first met.
  private mutating func reference(to pattern: NamePattern) -> (String, JSONNode) {
    if let known = nameOfPattern[pattern] { return Self.reference(known) }
    let name = freeName(Self.slug(pattern.what))
    nameOfPattern[pattern] = name
    define(name) { _ in
      [
        "type": "string", "pattern": .string(pattern.regularExpression),
        "description": .string(Self.sentence(pattern.words)),
      ]
    }
    return Self.reference(name)
  }

  private mutating func annotatedSchema(of name: String) -> JSONNode {
    let number = JSONNode.object([Self.reference(name)])
    let uncertainty = named(
      "uncertainty", Uncertainty.shape(of: Quantity("", isBare: true)))
    let properties: Members =
      [
        ("value", number), ("low", number), ("high", number),
        ("distribution", .object([uncertainty])),
      ] + provenanceProperties()
    return [
      "anyOf": [
        number,
        [
          "type": "object", "properties": .object(properties), "required": ["value"],
          "additionalProperties": false,
          "dependentRequired": ["low": ["high"], "high": ["low"]],
          "not": ["required": ["low", "distribution"]],
        ],
      ]
    ]
  }

  private mutating func provenanceProperties() -> Members {
    if !definitions.contains(where: { $0.0 == "source" }) {
      define("source") { _ in
        [
          "type": "string", "minLength": 1,
          "description":
            "Where the figures in this object come from: a key of /sources. Inherited inwards.",
        ]
      }
      define("note") { writer in
        .object(
          writer.members(of: .prose) + [("description", "A remark for the reader.")])
      }
    }
    return [
      ("source", .object([Self.reference("source")])),
      ("note", .object([Self.reference("note")])),
    ]
  }

  /// Adds a definition; its place in the order is taken before what it needs is defined.
  private mutating func define(
    _ name: String, _ schema: (inout JSONSchemaWriter) -> JSONNode
  ) {
    precondition(!definitions.contains { $0.0 == name }, "\(name) is defined twice")
    let index = definitions.count
    definitions.append((name, .null))
    definitions[index].1 = schema(&self)
  }

  private func freeName(_ slug: String) -> String {
    var name = slug
    var number = 1
    while definitions.contains(where: { $0.0 == name }) {
      number += 1
      name = "\(slug)-\(number)"
    }
    return name
  }
}
