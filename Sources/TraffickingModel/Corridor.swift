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

/// A directed link between two places.
public struct Corridor: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Corridor>
  /// The id.
  public var id: String
  /// Where it starts.
  public var from: Place.Index
  /// Where it ends.
  public var to: Place.Index
  /// How one travels on it.
  public var mode: Mode.Index
  /// The length (km).
  public var lengthKilometres: Double
  /// The travel time (days); `nil` for length by the mode's speed times the mode's delay.
  public var transitDays: Distribution?
  /// A cost on top of the mode's (USD/kg): dues, handling, bribes.
  public var extraCostPerKilogram: Double
  /// The border that it crosses, if any.
  public var crossing: Crossing?
  /// The probability that each agency detects a reference consignment on one passage.
  public var detections: [Detection]
  /// The closures that shut it.
  public var closures: [Closure.Index]
  /// The turning probability under `RoutingRule.fixed`.
  public var share: Double?

  /// How a corridor crosses a frontier.
  public struct Crossing: Sendable, Equatable {
    /// The section that is crossed.
    public var section: FrontierSection.Index
    /// Off the roads: the section's surveillance applies.
    public var isGreen: Bool

    /// A crossing.
    public init(section: FrontierSection.Index, isGreen: Bool) {
      self.section = section
      self.isGreen = isGreen
    }
  }

  /// One agency's stated detection probability on a corridor.
  public struct Detection: Sendable, Equatable {
    /// Whose detection.
    public var agency: Agency.Index
    /// Per passage of a reference consignment, 0 to below 1.
    public var probability: Double

    /// A stated detection probability.
    public init(agency: Agency.Index, probability: Double) {
      self.agency = agency
      self.probability = probability
    }
  }

  /// A corridor.
  public init(
    id: String, from: Place.Index, to: Place.Index, mode: Mode.Index, lengthKilometres: Double,
    transitDays: Distribution? = nil, extraCostPerKilogram: Double = 0, crossing: Crossing? = nil,
    detections: [Detection] = [], closures: [Closure.Index] = [], share: Double? = nil
  ) {
    self.id = id
    self.from = from
    self.to = to
    self.mode = mode
    self.lengthKilometres = lengthKilometres
    self.transitDays = transitDays
    self.extraCostPerKilogram = extraCostPerKilogram
    self.crossing = crossing
    self.detections = detections
    self.closures = closures
    self.share = share
  }
}

/// One layer of one country's enforcement.
public struct Agency: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Agency>
  /// The id.
  public var id: String
  /// The name for people.
  public var name: String
  /// The country it acts in.
  public var country: Country.Index
  /// Which layer it is.
  public var layer: Layer
  /// What each of its detection hazards is multiplied with, 1 for as stated.
  public var skill: Double

  /// The layers of enforcement.
  public enum Layer: String, Sendable, CaseIterable {
    /// Guards of the green and river border.
    case borderGuard
    /// Customs at crossings.
    case customs
    /// Police inland.
    case police
    /// A drug control agency.
    case drugControl

    /// Whether seizures of this layer count as made at the border.
    public var isBorder: Bool { self == .borderGuard || self == .customs }
  }

  /// An agency.
  public init(id: String, name: String, country: Country.Index, layer: Layer, skill: Double = 1) {
    self.id = id
    self.name = name
    self.country = country
    self.layer = layer
    self.skill = skill
  }
}
