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
  /// How patrols move between its sections; `nil` for not at all.
  public var deployment: Deployment?

  /// Patrols that move between sections at random, so that nobody can know where they are.
  ///
  /// The mobile part of all patrol effort on the frontier is on one section at a time, drawn in
  /// proportion to length; what is not mobile stays where it is.
  public struct Deployment: Sendable, Equatable {
    /// The part of each section's patrols that is mobile, 0 to 1.
    public var mobileShare: Double
    /// The time between two moves (days).
    public var redeploymentDays: Double

    /// A deployment.
    public init(mobileShare: Double, redeploymentDays: Double) {
      self.mobileShare = mobileShare
      self.redeploymentDays = redeploymentDays
    }
  }

  /// A frontier.
  public init(
    id: String, name: String, countries: [Country.Index], lengthKilometres: Double,
    route: Route.Index? = nil, deployment: Deployment? = nil
  ) {
    self.id = id
    self.name = name
    self.countries = countries
    self.lengthKilometres = lengthKilometres
    self.route = route
    self.deployment = deployment
  }
}
