/// Where the numbers of a scenario come from.
public enum Provenance {
  /// The keys that any object accepts: `source` and `note`.
  public static let keys = ["source", "note"]

  /// Every quantity of a document, in document order.
  ///
  /// A number without a source of its own has that of the nearest enclosing object with one; the
  /// same holds for its note. What does not have the right shape is passed over, so this may be
  /// called on a document with problems. The parameters of an uncertainty distribution are not
  /// listed: they describe the quantity. Nor are quantities that only a bare number may stand for,
  /// such as the year of a source: they cannot vary. The cost is linear in the size of the
  /// document.
  public static func list(_ document: JSONNode, shape: Shape) -> [AnnotatedQuantity] {
    var walk = ProvenanceWalk()
    walk.visit(document, shape, at: .root, inherited: (nil, nil))
    return walk.quantities
  }
}

/// The walk through a document that collects its quantities.
private struct ProvenanceWalk {
  typealias Origin = (source: String?, note: String?)

  var quantities: [AnnotatedQuantity] = []

  mutating func visit(
    _ node: JSONNode, _ shape: Shape, at pointer: JSONPointer, inherited: Origin
  ) {
    switch shape {
    case .named(_, let inner):
      visit(node, inner, at: pointer, inherited: inherited)
    case .quantity(let quantity):
      add(node, quantity, at: pointer, inherited: inherited)
    case .numberOr(let quantity, let other):
      if AnnotatedNumber.stands(for: node) {
        add(node, quantity, at: pointer, inherited: inherited)
      } else {
        visit(node, other, at: pointer, inherited: inherited)
      }
    case .list(let element, _):
      for (index, item) in (node.elements ?? []).enumerated() {
        visit(item, element, at: pointer.appending(index), inherited: inherited)
      }
    case .object(let fields, _), .alternatives(let fields):
      let origin = origin(of: node, inherited: inherited)
      for member in node.object?.members ?? [] {
        guard let field = fields.first(where: { $0.name == member.key }) else { continue }
        visit(member.node, field.shape, at: pointer.appending(member.key), inherited: origin)
      }
    case .map(_, let value, _):
      for member in node.object?.members ?? [] {
        visit(member.node, value, at: pointer.appending(member.key), inherited: inherited)
      }
    case .text, .name, .choice, .date, .monthDay, .boolean, .reference:
      break
    }
  }

  private func origin(of node: JSONNode, inherited: Origin) -> Origin {
    (node["source"]?.string ?? inherited.source, node["note"]?.string ?? inherited.note)
  }

  private mutating func add(
    _ node: JSONNode, _ quantity: Quantity, at pointer: JSONPointer, inherited: Origin
  ) {
    guard !quantity.isBare, let value = AnnotatedNumber.value(of: node) else { return }
    let origin = origin(of: node, inherited: inherited)
    quantities.append(
      AnnotatedQuantity(
        pointer: pointer, location: node.location, value: value, quantity: quantity,
        low: node["low"]?.number?.double, high: node["high"]?.number?.double,
        uncertainty: node["distribution"].flatMap { Uncertainty($0) },
        source: origin.source,
        isSourceInherited: origin.source != nil && node["source"] == nil,
        note: origin.note))
  }
}
