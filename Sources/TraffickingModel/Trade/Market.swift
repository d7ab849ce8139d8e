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

    /// A demand.
    public init(commodity: Commodity.Index, kilogramsPerYear: Double, pricePerKilogram: Double) {
      self.commodity = commodity
      self.kilogramsPerYear = kilogramsPerYear
      self.pricePerKilogram = pricePerKilogram
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
