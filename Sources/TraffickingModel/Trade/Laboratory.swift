/// A laboratory area: turns what is delivered to a market into what a supply dispatches.
public struct Laboratory: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Laboratory>
  /// The id.
  public var id: String
  /// The name for people.
  public var name: String
  /// Where inputs are delivered.
  public var market: Market.Index
  /// The supply whose stock the product goes into.
  public var supply: Supply.Index
  /// What a kilogram of product takes.
  public var recipe: [Input]
  /// The most that is made (kg of product per day).
  public var capacityKilogramsPerDay: Double
  /// The time between two batches (days).
  public var batchDays: Double

  /// One input of a recipe.
  public struct Input: Sendable, Equatable {
    /// The commodity.
    public var commodity: Commodity.Index
    /// How much of it a kilogram of product takes (kg/kg).
    public var kilogramsPerKilogram: Double

    /// An input.
    public init(commodity: Commodity.Index, kilogramsPerKilogram: Double) {
      self.commodity = commodity
      self.kilogramsPerKilogram = kilogramsPerKilogram
    }
  }

  /// A laboratory.
  public init(
    id: String, name: String, market: Market.Index, supply: Supply.Index, recipe: [Input],
    capacityKilogramsPerDay: Double, batchDays: Double = 7
  ) {
    self.id = id
    self.name = name
    self.market = market
    self.supply = supply
    self.recipe = recipe
    self.capacityKilogramsPerDay = capacityKilogramsPerDay
    self.batchDays = batchDays
  }
}
