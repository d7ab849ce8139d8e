import TraffickingModel

/// One walk through a document beside its shape.
struct Validation {
  let document: JSONNode
  /// Where the walk is.
  var pointer = JSONPointer.root
  var problems: [ScenarioProblem] = []
  var omittedCount = 0
  /// The identifiers that each catalogue met so far defines.
  private var identifiers: [String: Identifiers] = [:]

  /// The keys that a catalogue defines, in order for suggestions and as a set for look-up.
  struct Identifiers {
    let ordered: [String]
    let all: Set<String>
  }

  init(document: JSONNode) {
    self.document = document
  }

  /// Checks the value at the current pointer.
  mutating func check(_ node: JSONNode, _ shape: Shape) {
    switch shape {
    case .named(_, let inner): return check(node, inner)
    case .quantity(let quantity): return checkQuantity(node, quantity)
    case .numberOr(let quantity, let other):
      if AnnotatedNumber.stands(for: node) { return checkQuantity(node, quantity) }
      if other.hasKind(of: node) { return check(node, other) }
      return mismatch(node, shape)
    default: break
    }
    guard shape.hasKind(of: node) else { return mismatch(node, shape) }
    switch node.value {
    case .string(let text): checkText(text, node, shape)
    case .array(let elements):
      if case .list(let element, let count) = shape {
        checkList(elements, node, element: element, count: count)
      }
    case .object(let object): checkObject(object, node, shape)
    case .null, .bool, .number: break
    }
  }

  /// Checks the value under a key or index of the current one.
  mutating func check(_ node: JSONNode, _ shape: Shape, under token: String) {
    pointer.tokens.append(token)
    check(node, shape)
    pointer.tokens.removeLast()
  }

  /// Notes a problem; its words are only formed while there is room for them.
  mutating func report(
    at location: SourceLocation?, found: @autoclosure () -> String,
    allowed: @autoclosure () -> String, hint: @autoclosure () -> String? = nil,
    under key: String? = nil
  ) {
    guard problems.count < Validator.problemLimit else {
      omittedCount += 1
      return
    }
    let place = key.map { pointer.appending($0) } ?? pointer
    problems.append(
      ScenarioProblem(
        location: location, pointer: place.description, found: found(), allowed: allowed(),
        hint: hint()))
  }

  /// The identifiers that a catalogue defines in this document.
  mutating func identifiers(of catalogue: Catalogue) -> Identifiers {
    let key = catalogue.pointers.map(\.description).joined(separator: " ")
    if let known = identifiers[key] { return known }
    let ordered = catalogue.members(in: document).map(\.member.key)
    let found = Identifiers(ordered: ordered, all: Set(ordered))
    identifiers[key] = found
    return found
  }

  /// Refuses an identifier that two places of one catalogue define.
  mutating func checkCatalogues(of shape: Shape) {
    for catalogue in shape.catalogues() where catalogue.canRepeat {
      var earliest: [String: JSONMember] = [:]
      for (place, member) in catalogue.members(in: document) {
        guard let earlier = earliest[member.key] else {
          earliest[member.key] = member
          continue
        }
        pointer = place
        let first = earlier.keyLocation.map { ", first at \($0.line):\($0.column)" } ?? ""
        report(
          at: member.keyLocation,
          found: "found the \(catalogue.name) \(quoted(member.key)) defined twice\(first)",
          allowed: "each identifier of \(withArticle(catalogue.name)) once in the document")
        pointer = .root
      }
    }
  }
}

extension Catalogue {
  /// Whether an identifier could be defined at two places.
  fileprivate var canRepeat: Bool {
    pointers.count > 1 || pointers.contains { $0.tokens.contains("*") }
  }
}

extension Shape {
  /// The catalogues that references in this shape point to, each once, in order.
  func catalogues() -> [Catalogue] {
    var result: [Catalogue] = []
    func visit(_ shape: Shape) {
      switch shape {
      case .reference(let catalogue):
        if !result.contains(catalogue) { result.append(catalogue) }
      case .list(let inner, _), .named(_, let inner), .numberOr(_, let inner): visit(inner)
      case .map(let key, let value, _):
        visit(key.shape)
        visit(value)
      case .object(let fields, _), .alternatives(let fields):
        for field in fields { visit(field.shape) }
      case .quantity, .text, .name, .choice, .date, .monthDay, .boolean: break
      }
    }
    visit(self)
    return result
  }
}
