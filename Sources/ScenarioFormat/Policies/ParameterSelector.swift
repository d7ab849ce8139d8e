import TraffickingModel

/// Numbers of a scenario, named by a JSON Pointer in which `*` stands for every key.
public struct ParameterSelector: Sendable {
  private let tokens: [String]
  private let conditions: [(key: String, value: String)]

  /// A selector; nil when the text is not a pointer into a document.
  ///
  /// - Parameter conditions: what the object that the last `*` stands for must say of itself.
  public init?(pointer: String, conditions: [(key: String, value: String)]) {
    guard let parsed = JSONPointer(parsing: pointer), !parsed.tokens.isEmpty else { return nil }
    tokens = parsed.tokens
    self.conditions = conditions
  }

  /// Whether there is anything for conditions to choose among.
  public var hasStar: Bool { tokens.contains("*") }

  /// Whether what is selected cannot change on a date: it describes the file, how things are at the
  /// start, or the calendar of what happens regularly.
  func isFixed(in root: Cursor) -> Bool {
    if ["period", "sources", "policies", "routes", "countries"].contains(tokens[0]) { return true }
    guard Self.fixedKeys.contains(tokens[tokens.count - 1]) else { return false }
    return places(in: root, depth: tokens.count - 1).contains { parent in
      if case .object = parent.shape { true } else { false }
    }
  }

  /// Numbers that only say how things are at the start, or how far regular events lie apart.
  private static let fixedKeys: Set = [
    "latitude", "longitude", "initialStockKilograms", "cells", "capitalUSD", "trust", "reviewDays",
    "redeploymentDays", "batchDays",
  ]

  /// The selected numbers, in document order: those that stand there, and those left at their
  /// default if the whole pointer is spelt out to the last key.
  public func matches(in root: Cursor) -> [Cursor] {
    places(in: root, depth: tokens.count).filter(\.isNumber)
  }

  /// What the first tokens of the pointer lead to.
  private func places(in root: Cursor, depth count: Int) -> [Cursor] {
    var places = [root]
    let lastStar = tokens.lastIndex(of: "*")
    for (depth, token) in tokens.prefix(count).enumerated() {
      places = places.flatMap { children(of: $0, by: token) }
      if depth == lastStar { places = places.filter(satisfiesConditions) }
    }
    return places
  }

  private func children(of cursor: Cursor, by token: String) -> [Cursor] {
    switch cursor.shape {
    case .map:
      if token == "*" { return cursor.entries.map(\.value) }
      return cursor.optional(token).map { [$0] } ?? []
    case .object(let fields, _), .alternatives(let fields):
      guard let field = fields.first(where: { $0.name == token }) else { return [] }
      if let child = cursor.optional(token) { return [child] }
      return hasDefault(field.shape) ? [cursor[token]] : []
    default:
      return []
    }
  }

  private func hasDefault(_ shape: Shape) -> Bool {
    switch shape.unnamed {
    case .quantity(let quantity), .numberOr(let quantity, _): quantity.defaultValue != nil
    default: false
    }
  }

  private func satisfiesConditions(_ cursor: Cursor) -> Bool {
    conditions.allSatisfy { cursor.node[$0.key]?.string == $0.value }
  }
}
