/// A border between two countries, cut into sections.
public struct Frontier: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Frontier>
  /// The id, e.g. `tjk-afg`.
  public var id: String
  /// The name for people.
  public var name: String
  /// The two countries.
  public var countries: [Country.Index]
  /// The length (km); the sections add up to it.
  public var lengthKilometres: Double
  /// The route that a consignment takes when it leaves its country of origin here.
  public var route: Route.Index?

  /// A frontier.
  public init(
    id: String, name: String, countries: [Country.Index], lengthKilometres: Double,
    route: Route.Index? = nil
  ) {
    self.id = id
    self.name = name
    self.countries = countries
    self.lengthKilometres = lengthKilometres
    self.route = route
  }
}
