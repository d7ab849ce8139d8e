import TraffickingModel

/// A scenario document without problems of which values are changed.
///
/// It remembers what was changed, since that is all that has to be checked again: a number or word
/// is tied to nothing by the shape of the document but its own range, the identifiers that others
/// define and the rules of the object in which it stands. So trying one more value costs little in
/// a large scenario.
public struct ChangedDocument: Sendable {
  /// The document as it is now.
  public private(set) var node: JSONNode
  /// The objects and arrays in which something was changed, each once.
  private var touched: [JSONPointer] = []
  private var isTouched: Set<JSONPointer> = []

  /// A document that has the shape of a scenario.
  public init(_ document: ScenarioDocument) { self.init(valid: document.resolved) }

  init(valid node: JSONNode) { self.node = node }

  /// Puts finite numbers in their places.
  ///
  /// A pointer whose parent is not there is a precondition. The cost is that of copying the objects
  /// on the way, each once for all numbers.
  public mutating func set(_ numbers: [(pointer: JSONPointer, value: Double)]) {
    set(numbers.map { ($0.pointer, JSONNode.number($0.value)) })
  }

  /// Puts a number, a word or a boolean in a place whose parent is there.
  public mutating func set(_ pointer: JSONPointer, to scalar: JSONNode) {
    precondition(scalar.value.isScalar, "objects and arrays define more than their own place")
    set([(pointer, scalar)])
  }

  private mutating func set(_ values: [(pointer: JSONPointer, value: JSONNode)]) {
    node = node.setting(values)
    for (pointer, _) in values {
      let parent = JSONPointer(tokens: Array(pointer.tokens.dropLast()))
      if isTouched.insert(parent).inserted { touched.append(parent) }
    }
  }

  /// What is wrong with the document now; see `Validator.problems(in:shape:)`.
  public func problems() -> [ScenarioProblem] {
    let shape = ScenarioShape.scenario
    if Validator.isSound(node, shape: shape, inObjectsAt: touched) { return [] }
    return Validator.problems(in: node, shape: shape)
  }
}

extension JSONNode {
  /// The document with values replaced, or put in under the last keys of their pointers.
  ///
  /// Each keeps the place in the file of the one that it replaces. All are set in one walk; of two
  /// at the same pointer the later one holds. A pointer without a parent is a precondition.
  public func setting(_ changes: [(pointer: JSONPointer, value: JSONNode)]) -> JSONNode {
    setting(changes.map { Change(tokens: $0.pointer.tokens[...], value: $0.value) })
  }

  /// The document with one value replaced, or put in.
  public func setting(_ pointer: JSONPointer, to value: JSONNode) -> JSONNode {
    setting([(pointer, value)])
  }

  private struct Change {
    var tokens: ArraySlice<String>
    var value: JSONNode
  }

  private func setting(_ changes: [Change]) -> JSONNode {
    if let own = changes.last(where: { $0.tokens.isEmpty }) {
      return JSONNode(own.value.value, at: location)
    }
    var result = self
    switch value {
    case .object(var object):
      for (token, inner) in Self.byFirstToken(changes) {
        let member = object.member(token)
        let child = (member?.node ?? .null).setting(inner)
        object.set(JSONMember(key: token, keyLocation: member?.keyLocation, node: child))
      }
      result.value = .object(object)
    case .array(var elements):
      for (token, inner) in Self.byFirstToken(changes) {
        guard let index = JSONPointer.arrayIndex(token), elements.indices.contains(index) else {
          preconditionFailure("an array has no element \(token)")
        }
        elements[index] = elements[index].setting(inner)
      }
      result.value = .array(elements)
    case .null, .bool, .number, .string:
      if !changes.isEmpty { preconditionFailure("there is no object around \(changes[0].tokens)") }
    }
    return result
  }

  /// Changes that go the same way together, in the order in which the ways come up.
  private static func byFirstToken(_ changes: [Change]) -> [(token: String, inner: [Change])] {
    var places: [String: Int] = [:]
    var groups: [(token: String, inner: [Change])] = []
    for change in changes {
      guard let token = change.tokens.first else { continue }
      let inner = Change(tokens: change.tokens.dropFirst(), value: change.value)
      if let place = places[token] {
        groups[place].inner.append(inner)
      } else {
        places[token] = groups.count
        groups.append((token, [inner]))
      }
    }
    return groups
  }
}
