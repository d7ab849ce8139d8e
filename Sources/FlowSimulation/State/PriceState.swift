import PlainStorage

/// The prices in force, and the deliveries that they answer to.
struct PriceState: ~Copyable, Sendable {
  /// The price in force, by market and commodity (USD/kg); 0 without demand.
  var current: Slab<Double>
  /// Over the stated price, by market and commodity; 1 where the price does not respond, and of no
  /// size when none does.
  var factors: Slab<Double>
  /// The exponentially weighted mean of deliveries at `updatedAt`, by response (kg/day).
  var deliveredPerDay: Slab<Double>
  /// When the mean was brought up to date, by response (days).
  var updatedAt: Slab<Double>

  init(of network: CompiledNetwork) {
    let stage = network.stages[0]
    current = Slab(repeating: 0, count: stage.prices.count)
    factors = Slab(repeating: 1, count: network.pricesRespond ? stage.prices.count : 0)
    deliveredPerDay = Slab(repeating: 0, count: stage.priceResponses.count)
    updatedAt = Slab(repeating: 0, count: stage.priceResponses.count)
    reset(to: network)
  }

  /// Becomes what another of the same network, or one of its structure, is.
  mutating func copy(from other: borrowing PriceState) {
    current.copy(from: other.current)
    factors.copy(from: other.factors)
    deliveredPerDay.copy(from: other.deliveredPerDay)
    updatedAt.copy(from: other.updatedAt)
  }

  /// Prices are the stated ones, as if just the demand of the start had always been delivered.
  mutating func reset(to network: CompiledNetwork) {
    let stage = network.stages[0]
    for index in current.indices { current[index] = stage.prices[index] }
    factors.fill(with: 1)
    for number in deliveredPerDay.indices {
      deliveredPerDay[number] = stage.priceResponses[number].demandedPerDay
      updatedAt[number] = 0
    }
  }
}
