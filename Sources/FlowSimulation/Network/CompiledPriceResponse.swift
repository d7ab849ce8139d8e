import ElementaryFunctions
import TraffickingModel

/// A demand whose price answers to what is delivered.
struct CompiledPriceResponse: Sendable, Equatable, BitwiseCopyable {
  /// The demand: market times commodities plus commodity.
  var demand: Int32
  /// The price without deviation (USD/kg).
  var statedPrice: Double
  /// What is demanded (kg/day).
  var demandedPerDay: Double
  /// One over the elasticity of demand, below 0.
  var exponent: Double
  /// The time over which deliveries are averaged (days).
  var memoryDays: Double
  /// The price stays within the stated one over and times this.
  var limitFactor: Double

  /// The price over the stated one, when so much is delivered (kg/day): `(delivered / demanded)`
  /// to the power of one over the elasticity, within the limits.
  ///
  /// Where nothing is demanded, whatever comes is too much: the lower limit.
  func factor(whenDelivered delivered: Double) -> Double {
    guard demandedPerDay > 0 else { return 1 / limitFactor }
    let factor = Portable.power(delivered / demandedPerDay, exponent)
    return min(limitFactor, max(1 / limitFactor, factor))
  }

  /// All of a scenario, market by market.
  static func responses(of contents: ScenarioContents) -> [CompiledPriceResponse] {
    contents.markets.indices.flatMap { market in
      contents.markets[market].demands.compactMap { demand in
        demand.response.map { response in
          CompiledPriceResponse(
            demand: Int32(market * contents.commodities.count + demand.commodity.offset),
            statedPrice: demand.pricePerKilogram,
            demandedPerDay: demand.kilogramsPerYear / 365.25, exponent: 1 / response.elasticity,
            memoryDays: response.memoryDays, limitFactor: response.limitFactor)
        }
      }
    }
  }

  /// By market and commodity, the number of the demand's response, or -1.
  static func numbersByDemand(of contents: ScenarioContents) -> [Int32] {
    var numbers = [Int32](
      repeating: -1, count: contents.markets.count * contents.commodities.count)
    for (number, response) in responses(of: contents).enumerated() {
      numbers[Int(response.demand)] = Int32(number)
    }
    return numbers
  }
}
