import TraffickingModel

/// What the laboratory process needs to know of a laboratory.
struct CompiledLaboratory: Sendable, Equatable {
  /// The supply whose stock the product goes into.
  var supply: Int32
  /// What a kilogram of product takes.
  var inputs: [Input]
  /// The most that is made (kg of product per day).
  var capacityKilogramsPerDay: Double
  /// The time between two batches (days).
  var batchDays: Double

  /// One input of the recipe.
  struct Input: Sendable, Equatable, BitwiseCopyable {
    /// The commodity, by its place in the scenario.
    var commodity: Int32
    /// How much of it a kilogram of product takes (kg/kg).
    var kilogramsPerKilogram: Double
  }

  init(_ laboratory: Laboratory) {
    supply = laboratory.supply.position
    inputs = laboratory.recipe.map {
      Input(commodity: $0.commodity.position, kilogramsPerKilogram: $0.kilogramsPerKilogram)
    }
    capacityKilogramsPerDay = laboratory.capacityKilogramsPerDay
    batchDays = laboratory.batchDays
  }

  /// By market, the laboratory that takes its inputs there, or -1.
  static func laboratoriesByMarket(of contents: ScenarioContents) -> [Int32] {
    var laboratories = [Int32](repeating: -1, count: contents.markets.count)
    for (number, laboratory) in contents.laboratories.enumerated() {
      laboratories[laboratory.market.offset] = Int32(number)
    }
    return laboratories
  }
}
