/// Where consignments end that are not lost on the way.
public struct Market: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Market>
  /// The id.
  public var id: String
  /// The name for people.
  public var name: String
  /// Where it is.
  public var place: Place.Index
  /// What it takes.
  public var demands: [Demand]

  /// A market's demand for one commodity.
  public struct Demand: Sendable, Equatable {
    /// The commodity.
    public var commodity: Commodity.Index
    /// How much (kg/year); shares of flow follow these figures.
    public var kilogramsPerYear: Double
    /// The wholesale price (USD/kg).
    public var pricePerKilogram: Double
    /// How the price answers to what is delivered; `nil` for not at all.
    public var response: PriceResponse?

    /// A demand.
    public init(
      commodity: Commodity.Index, kilogramsPerYear: Double, pricePerKilogram: Double,
      response: PriceResponse? = nil
    ) {
      self.commodity = commodity
      self.kilogramsPerYear = kilogramsPerYear
      self.pricePerKilogram = pricePerKilogram
      self.response = response
    }
  }

  /// How a price answers to what is delivered: `stated price × (delivered / demanded)^(1 / ε)`.
  public struct PriceResponse: Sendable, Equatable {
    /// The elasticity `ε` of demand to price, below 0.
    public var elasticity: Double
    /// The time over which deliveries are averaged, exponentially (days).
    public var memoryDays: Double
    /// The price stays within the stated one over and times this; above 1.
    public var limitFactor: Double

    /// A price response.
    public init(elasticity: Double, memoryDays: Double, limitFactor: Double) {
      self.elasticity = elasticity
      self.memoryDays = memoryDays
      self.limitFactor = limitFactor
    }
  }

  /// A market.
  public init(id: String, name: String, place: Place.Index, demands: [Demand]) {
    self.id = id
    self.name = name
    self.place = place
    self.demands = demands
  }
}
