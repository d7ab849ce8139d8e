import PlainStorage
import TraffickingModel

/// What one replication has seen, at the finest grain that any response needs.
///
/// Everything a response reports is a sum over these tallies, so an event updates two or three of
/// them and no more. Index order is always outer times commodities plus commodity.
struct Observations: ~Copyable, Sendable {
  /// Put into stocks, by commodity (kg).
  var produced: Slab<Double>
  /// Dispatched, by commodity.
  var dispatched: Slab<FlowTally>
  /// By how much chance alone has moved the flow, by commodity.
  var chance: Slab<ChanceTally>
  /// Passages begun, by corridor and commodity.
  var passages: Slab<FlowTally>
  /// Seizures, by layer and commodity.
  var seizures: Slab<FlowTally>
  /// Seizures at markets after a watch, by agency and commodity.
  var watchedSeizures: Slab<FlowTally>
  /// Detected and let pass for money, by commodity.
  var corruptPassages: Slab<FlowTally>
  /// Clashes, by section of the frontier.
  var clashes: Slab<Double>
  /// Used up, by laboratory and commodity (kg).
  var converted: Slab<Double>
  /// Made by laboratories (kg of product).
  var laboratoryOutput: Slab<Double>
  /// What was seen of the queue at each checkpoint.
  var queues: Slab<QueueTally>
  /// Price times days, by market and commodity (USD/kg days).
  var priceDays: Slab<Double>
  /// Deliveries, by market and commodity.
  var deliveries: Slab<FlowTally>
  /// Days from dispatch to market, summed over deliveries, by commodity.
  var daysToMarket: Slab<Double>
  /// Value of deliveries at the market's price, by organisation (USD).
  var revenue: Slab<Double>
  /// Flow that left its country of origin, by route and commodity.
  var routeEntries: Slab<FlowTally>
  /// Of that, what was seized, by route and commodity.
  var routeSeizures: Slab<FlowTally>
  /// Of that, what was delivered, by route and commodity.
  var routeDeliveries: Slab<FlowTally>
  /// In stock and on the way when observation began, by commodity (kg).
  var openingKilograms: Slab<Double>
  /// In the input stock when observation began, by laboratory and commodity (kg).
  var openingInputKilograms: Slab<Double>
  /// On the way when observation began.
  var openingConsignments = 0
  /// By how many consignments divisions at hubs have increased their number.
  var addedByDivision = 0

  /// By month row, series and commodity.
  var monthly: Slab<Double>
  /// Crossings attempted by month row and frontier (kg, all commodities).
  var monthlyCrossings: Slab<Double>
  /// By month row and `Incident`.
  var monthlyIncidents: Slab<Double>

  init(of network: CompiledNetwork) {
    let contents = network.scenario.contents
    let commodities = network.commodityCount
    let none = FlowTally()
    produced = Slab(repeating: 0, count: commodities)
    dispatched = Slab(repeating: none, count: commodities)
    chance = Slab(repeating: ChanceTally(), count: commodities)
    passages = Slab(repeating: none, count: network.corridorCount * commodities)
    seizures = Slab(repeating: none, count: network.layerCount * commodities)
    watchedSeizures = Slab(repeating: none, count: contents.agencies.count * commodities)
    corruptPassages = Slab(repeating: none, count: commodities)
    clashes = Slab(repeating: 0, count: contents.sections.count)
    converted = Slab(repeating: 0, count: contents.laboratories.count * commodities)
    openingInputKilograms = Slab(repeating: 0, count: contents.laboratories.count * commodities)
    laboratoryOutput = Slab(repeating: 0, count: contents.laboratories.count)
    queues = Slab(repeating: QueueTally(), count: contents.checkpoints.count)
    priceDays = Slab(repeating: 0, count: contents.markets.count * commodities)
    deliveries = Slab(repeating: none, count: contents.markets.count * commodities)
    daysToMarket = Slab(repeating: 0, count: commodities)
    revenue = Slab(repeating: 0, count: contents.organisations.count)
    routeEntries = Slab(repeating: none, count: contents.routes.count * commodities)
    routeSeizures = Slab(repeating: none, count: contents.routes.count * commodities)
    routeDeliveries = Slab(repeating: none, count: contents.routes.count * commodities)
    openingKilograms = Slab(repeating: 0, count: commodities)
    monthly = Slab(
      repeating: 0, count: network.monthRowCount * MonthlySeries.allCases.count * commodities)
    monthlyCrossings = Slab(
      repeating: 0, count: network.monthRowCount * contents.frontiers.count)
    monthlyIncidents = Slab(
      repeating: 0, count: network.monthRowCount * Incident.allCases.count)
  }

  /// Forgets what was seen so far, as at the end of the warm-up; the books are opened with nothing.
  ///
  /// The monthly rows of the warm-up are apart from the reported ones and may stay.
  mutating func reset() {
    produced.fill(with: 0)
    dispatched.fill(with: FlowTally())
    chance.fill(with: ChanceTally())
    passages.fill(with: FlowTally())
    seizures.fill(with: FlowTally())
    watchedSeizures.fill(with: FlowTally())
    corruptPassages.fill(with: FlowTally())
    clashes.fill(with: 0)
    converted.fill(with: 0)
    laboratoryOutput.fill(with: 0)
    queues.fill(with: QueueTally())
    priceDays.fill(with: 0)
    deliveries.fill(with: FlowTally())
    daysToMarket.fill(with: 0)
    revenue.fill(with: 0)
    routeEntries.fill(with: FlowTally())
    routeSeizures.fill(with: FlowTally())
    routeDeliveries.fill(with: FlowTally())
    openingKilograms.fill(with: 0)
    openingInputKilograms.fill(with: 0)
    openingConsignments = 0
    addedByDivision = 0
  }

  /// Forgets everything, as at the start of a replication.
  mutating func resetAll() {
    reset()
    monthly.fill(with: 0)
    monthlyCrossings.fill(with: 0)
    monthlyIncidents.fill(with: 0)
  }
}
