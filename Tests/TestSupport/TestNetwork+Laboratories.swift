import TraffickingModel

extension TestNetwork {
  /// Adds a laboratory.
  ///
  /// - Parameter recipe: by commodity, kilograms for a kilogram of product.
  package mutating func laboratory(
    _ id: String, from market: String, to supply: String,
    recipe: KeyValuePairs<String, Double>, capacity: Double = 1e6, batchDays: Double = 7
  ) {
    contents.laboratories.append(
      Laboratory(
        id: id, name: id, market: marketIndex(market), supply: supplyIndex(supply),
        recipe: recipe.map {
          Laboratory.Input(commodity: commodityIndex($0), kilogramsPerKilogram: $1)
        },
        capacityKilogramsPerDay: capacity, batchDays: batchDays))
  }

  /// Lets the price of a commodity at a market answer to what is delivered.
  package mutating func priceResponse(
    at market: String, of commodity: String = "heroin", elasticity: Double = -0.5,
    memoryDays: Double = 90, limit: Double = 4
  ) {
    let market = marketIndex(market).offset
    let commodity = commodityIndex(commodity)
    for demand in contents.markets[market].demands.indices
    where contents.markets[market].demands[demand].commodity == commodity {
      contents.markets[market].demands[demand].response = Market.PriceResponse(
        elasticity: elasticity, memoryDays: memoryDays, limitFactor: limit)
    }
  }

  /// Opens a corridor to some commodities only.
  package mutating func restrict(_ corridor: String, to commodities: [String]) {
    contents.corridors[corridorIndex(corridor).offset].commodities =
      commodities.map(commodityIndex)
  }

  /// The place of a supply.
  package func supplyIndex(_ id: String) -> Supply.Index {
    EntityIndex(offset(of: id, among: contents.supplies.map(\.id)))
  }
}
