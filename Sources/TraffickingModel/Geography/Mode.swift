import RandomStreams

/// A way of transport: what it costs in time and money, and how visible it is.
public struct Mode: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Mode>
  /// The id, e.g. `road`.
  public var id: String
  /// The name for people.
  public var name: String
  /// The mean distance covered (km/day).
  public var kilometresPerDay: Double
  /// What the travel time is multiplied with, a mean near 1.
  public var delay: Distribution
  /// The cost of transport (USD per kg and 1,000 km).
  public var costPerKilogramPerThousandKilometres: Double
  /// What every detection hazard is multiplied with, 1 for as visible as the reference.
  public var visibility: Double

  /// A mode.
  public init(
    id: String, name: String, kilometresPerDay: Double, delay: Distribution,
    costPerKilogramPerThousandKilometres: Double, visibility: Double = 1
  ) {
    self.id = id
    self.name = name
    self.kilometresPerDay = kilometresPerDay
    self.delay = delay
    self.costPerKilogramPerThousandKilometres = costPerKilogramPerThousandKilometres
    self.visibility = visibility
  }
}
