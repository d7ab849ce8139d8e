import RandomStreams

/// A crossing where vehicles wait for inspectors: a queue with first come, first served.
///
/// Without licit traffic and with Poisson arrivals it is the M/G/c/K queue of the textbooks.
public struct Checkpoint: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Checkpoint>
  /// The id.
  public var id: String
  /// The name for people.
  public var name: String
  /// How many vehicles are inspected at a time.
  public var lanes: Int
  /// How long an inspection takes (minutes).
  public var inspectionMinutes: Distribution
  /// The share of vehicles selected for inspection, 0 to 1; the others pass without it.
  public var inspectedShare: Double
  /// How many vehicles may wait; who comes then is waved through. `nil` for any number.
  public var queueLimit: Int?
  /// Licit vehicles that arrive (1/day).
  public var licitVehiclesPerDay: Double

  /// A checkpoint.
  public init(
    id: String, name: String, lanes: Int, inspectionMinutes: Distribution,
    inspectedShare: Double = 1, queueLimit: Int? = nil, licitVehiclesPerDay: Double = 0
  ) {
    self.id = id
    self.name = name
    self.lanes = lanes
    self.inspectionMinutes = inspectionMinutes
    self.inspectedShare = inspectedShare
    self.queueLimit = queueLimit
    self.licitVehiclesPerDay = licitVehiclesPerDay
  }
}
