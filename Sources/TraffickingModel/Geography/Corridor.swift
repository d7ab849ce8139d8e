import RandomStreams

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
  /// Where vehicles on it wait for inspection, if anywhere.
  public var checkpoint: Checkpoint.Index?
  /// What may travel on it; `nil` for everything.
  public var commodities: [Commodity.Index]?
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
    detections: [Detection] = [], checkpoint: Checkpoint.Index? = nil,
    commodities: [Commodity.Index]? = nil, closures: [Closure.Index] = [], share: Double? = nil
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
    self.checkpoint = checkpoint
    self.commodities = commodities
    self.closures = closures
    self.share = share
  }

  /// Whether a commodity may travel on it.
  public func admits(_ commodity: Commodity.Index) -> Bool {
    commodities?.contains(commodity) ?? true
  }
}
