/// What a value of a scenario may look like: the one definition of the format.
///
/// Validation, the JSON Schema, the list of quantities and the reading of values are all derived
/// from it. Every `.object` and `.alternatives` also accepts the keys `source` (an identifier in
/// `/sources`) and `note` (text) without declaring them; see `Provenance`.
public indirect enum Shape: Sendable, Equatable {
  /// A number, or a number annotated with its uncertainty and source.
  case quantity(Quantity)
  /// Text with so many Unicode scalars.
  case text(count: ClosedRange<Int>)
  /// Text of limited letters, such as an identifier or a country code.
  case name(NamePattern)
  /// One of a few words.
  case choice([Choice])
  /// A day of the Gregorian calendar: `"2024-01-31"`.
  case date
  /// A day that comes every year: `"11-15"`.
  case monthDay
  /// `true` or `false`.
  case boolean
  /// An identifier that the same document defines.
  case reference(Catalogue)
  /// An array with so many elements.
  case list(of: Shape, count: ClosedRange<Int>)
  /// An object with fixed keys.
  case object([Field], rules: [ObjectRule] = [])
  /// An object whose keys are identifiers, with so many members.
  case map(key: KeyRule, of: Shape, count: ClosedRange<Int>)
  /// An object with exactly one of these keys: `{"lognormal": {...}}`.
  case alternatives([Field])
  /// A plain or annotated number, or else a value of the other shape.
  case numberOr(Quantity, Shape)
  /// The shape under a name of its own, which the JSON Schema defines once and refers to.
  case named(String, Shape)
}

extension Shape {
  /// Text of 1 to 200 characters.
  public static let label = Shape.text(count: 1...200)

  /// Text of 1 to 5,000 characters.
  public static let prose = Shape.text(count: 1...5_000)

  /// An array of any length up to 100,000.
  public static func list(of element: Shape) -> Shape {
    .list(of: element, count: 0...100_000)
  }

  /// An object keyed by identifiers, of at least so many and at most 100,000 members.
  public static func map(key: KeyRule = .id, of value: Shape, minimumCount: Int = 0) -> Shape {
    .map(key: key, of: value, count: minimumCount...100_000)
  }

  /// The shape inside any names given to it.
  public var unnamed: Shape {
    if case .named(_, let shape) = self { shape.unnamed } else { self }
  }
}

extension Shape {
  /// The shape under a key or index, and whether the key is one that the document chose; `nil` when
  /// there is none.
  public func step(by token: String) -> (shape: Shape, isKeyOfMap: Bool)? {
    switch unnamed {
    case .map(_, let value, _): (value, true)
    case .list(let element, _): (element, true)
    case .object(let fields, _), .alternatives(let fields):
      fields.first { $0.name == token }.map { ($0.shape, false) }
    case .numberOr(_, let other): other.step(by: token)
    default: nil
    }
  }
}
