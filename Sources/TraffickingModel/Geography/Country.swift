/// A country, by its ISO 3166-1 alpha-3 code.
public struct Country: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Country>
  /// The code, e.g. `TJK`.
  public var id: String
  /// The name for people.
  public var name: String

  /// A country.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}
