public import TraffickingModel

/// A place in a document that has been validated, for reading it without further checks.
///
/// What it is asked must agree with the shape: reading a text as a number, or a key that the shape
/// does not have, is a programming error. On a document without problems nothing else can fail.
public struct Cursor: Sendable {
  /// The value here.
  public let node: JSONNode
  /// What the value looks like, without the names given to the shape.
  public let shape: Shape
  /// Where the value stands in the document.
  public let pointer: JSONPointer

  /// The root of a document that `Validator` finds no problem in.
  public init(_ document: JSONNode, shape: Shape) {
    self.init(node: document, shape: shape, pointer: .root)
  }

  private init(node: JSONNode, shape: Shape, pointer: JSONPointer) {
    self.node = node
    self.pointer = pointer
    // An object in place of a number or something else has the shape of the something else.
    if case .numberOr(_, let other) = shape.unnamed, !AnnotatedNumber.stands(for: node) {
      self.shape = other.unnamed
    } else {
      self.shape = shape.unnamed
    }
  }

  /// Where the value stands in its file.
  public var location: SourceLocation? { node.location }

  /// The value under a key that is required, or present, or a quantity with a default.
  public subscript(_ key: String) -> Cursor {
    if let cursor = optional(key) { return cursor }
    let fieldShape = childShape(key)
    switch fieldShape.unnamed {
    case .quantity(let quantity), .numberOr(let quantity, _):
      guard let value = quantity.defaultValue else { break }
      return Cursor(
        node: JSONNode(.number(JSONNumber(value)), at: node.location), shape: fieldShape,
        pointer: pointer.appending(key))
    default:
      break
    }
    invalid("there is no \(key)")
  }

  /// The value under a key, or nil when the document does not have it.
  public func optional(_ key: String) -> Cursor? {
    let shape = childShape(key)
    return node[key].map { Cursor(node: $0, shape: shape, pointer: pointer.appending(key)) }
  }

  /// Whether the document has this key here.
  public func contains(_ key: String) -> Bool { node[key] != nil }

  /// Whether this is a plain or annotated number.
  public var isNumber: Bool {
    switch shape {
    case .quantity, .numberOr: AnnotatedNumber.value(of: node) != nil
    default: false
    }
  }

  /// The number, plain or annotated.
  public var number: Double {
    guard isNumber, let number = AnnotatedNumber.value(of: node) else {
      invalid("this is not a number")
    }
    return number
  }

  /// The whole number, plain or annotated.
  public var integer: Int {
    guard let integer = Int(exactly: number) else { invalid("this is not a whole number") }
    return integer
  }

  /// The text, word or identifier.
  public var text: String {
    guard let text = node.string else { invalid("this is not a text") }
    return text
  }

  /// The boolean.
  public var boolean: Bool {
    guard let bool = node.bool else { invalid("this is not a boolean") }
    return bool
  }

  /// The date.
  public var date: CivilDate {
    guard let date = CivilDate(text) else { invalid("this is not a date") }
    return date
  }

  /// The day of the year.
  public var monthDay: MonthDay {
    guard let day = MonthDay(text) else { invalid("this is not a day of the year") }
    return day
  }

  /// The members of a map, in document order.
  public var entries: [(key: String, value: Cursor)] {
    guard case .map(_, let value, _) = shape, let object = node.object else {
      invalid("this is not a map")
    }
    return object.members.map { member in
      (
        member.key,
        Cursor(node: member.node, shape: value, pointer: pointer.appending(member.key))
      )
    }
  }

  /// The elements of an array.
  public var list: [Cursor] {
    guard case .list(let element, _) = shape, let elements = node.elements else {
      invalid("this is not a list")
    }
    return elements.enumerated().map {
      Cursor(node: $1, shape: element, pointer: pointer.appending($0))
    }
  }

  /// The one key of an object of alternatives, and its value.
  public var alternative: (key: String, value: Cursor) {
    guard case .alternatives(let fields) = shape,
      let field = fields.first(where: { contains($0.name) })
    else { invalid("this is not one of several alternatives") }
    return (field.name, self[field.name])
  }

  /// A problem with the value here, for conditions that a shape cannot express.
  public func problem(found: String, allowed: String, hint: String? = nil) -> ScenarioProblem {
    ScenarioProblem(
      location: location, pointer: pointer.description, found: found, allowed: allowed, hint: hint)
  }

  private func childShape(_ key: String) -> Shape {
    switch shape {
    case .object(let fields, _), .alternatives(let fields):
      if let field = fields.first(where: { $0.name == key }) { return field.shape }
      if key == "source" { return .reference(.sources) }
      if key == "note" { return .prose }
    case .map(_, let value, _):
      return value
    default:
      break
    }
    invalid("the shape has no key \(key)")
  }

  private func invalid(_ what: String) -> Never {
    preconditionFailure("\(location.map { "\($0): " } ?? "")\(pointer): \(what)")
  }
}
