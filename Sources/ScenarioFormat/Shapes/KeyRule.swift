/// What the keys of a map may be.
public enum KeyRule: Sendable, Equatable {
  /// A new name, which the map defines.
  case name(NamePattern)
  /// An identifier that is defined elsewhere in the document.
  case reference(Catalogue)
  /// One of a few words.
  case choice([Choice])

  /// A new identifier.
  public static let id = KeyRule.name(.id)

  /// A country by its three capital letters.
  public static let country = KeyRule.name(.country)

  /// The shape that the key has as a text.
  var shape: Shape {
    switch self {
    case .name(let pattern): .name(pattern)
    case .reference(let catalogue): .reference(catalogue)
    case .choice(let choices): .choice(choices)
    }
  }
}
