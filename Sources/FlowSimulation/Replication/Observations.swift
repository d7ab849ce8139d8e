import TraffickingModel

/// What one replication has seen, at the finest grain that any response needs.
///
/// Everything a response reports is a sum over these tallies, so an event updates two or three of
/// them and no more. Index order is always outer times commodities plus commodity.
struct Observations: Sendable {
  /// Put into stocks, by commodity (kg).
  var produced: [Double]
  /// Dispatched, by commodity.
  var dispatched: [FlowTally]
  /// Passages begun, by corridor and commodity.
  var passages: [FlowTally]
  /// Seizures, by layer and commodity.
  var seizures: [FlowTally]
  /// Seizures at markets after a watch, by agency and commodity.
  var watchedSeizures: [FlowTally]
  /// Detected and let pass for money, by commodity.
  var corruptPassages: [FlowTally]
  /// Clashes, by section of the frontier.
  var clashes: [Double]
  /// Used up, by laboratory and commodity (kg).
  var converted: [Double]
  /// Made by laboratories (kg of product).
  var laboratoryOutput: [Double]
  /// What was seen of the queue at each checkpoint.
  var queues: [QueueTally]
  /// Price times days, by market and commodity (USD/kg days).
  var priceDays: [Double]
  /// Deliveries, by market and commodity.
  var deliveries: [FlowTally]
  /// Days from dispatch to market, summed over deliveries, by commodity.
  var daysToMarket: [Double]
  /// Value of deliveries at the market's price, by organisation (USD).
  var revenue: [Double]
  /// Flow that left its country of origin, by route and commodity.
  var routeEntries: [FlowTally]
  /// Of that, what was seized, by route and commodity.
  var routeSeizures: [FlowTally]
  /// Of that, what was delivered, by route and commodity.
  var routeDeliveries: [FlowTally]
  /// In stock and on the way when observation began, by commodity (kg).
  var openingKilograms: [Double]
  /// In the input stock when observation began, by laboratory and commodity (kg).
  var openingInputKilograms: [Double]
  /// On the way when observation began.
  var openingConsignments = 0
  /// By how many consignments divisions at hubs have increased their number.
  var addedByDivision = 0

  /// By month row, series and commodity.
  var monthly: [Double]
  /// Crossings attempted by month row and frontier (kg, all commodities).
  var monthlyCrossings: [Double]
  /// By month row and `Incident`.
  var monthlyIncidents: [Double]

  init(of network: CompiledNetwork) {
    let contents = network.scenario.contents
    let commodities = network.commodityCount
    let none = FlowTally()
    produced = [Double](repeating: 0, count: commodities)
    dispatched = [FlowTally](repeating: none, count: commodities)
    passages = [FlowTally](repeating: none, count: network.corridorCount * commodities)
    seizures = [FlowTally](repeating: none, count: network.layerCount * commodities)
    watchedSeizures = [FlowTally](repeating: none, count: contents.agencies.count * commodities)
    corruptPassages = dispatched
    clashes = [Double](repeating: 0, count: contents.sections.count)
    converted = [Double](repeating: 0, count: contents.laboratories.count * commodities)
    openingInputKilograms = converted
    laboratoryOutput = [Double](repeating: 0, count: contents.laboratories.count)
    queues = [QueueTally](repeating: QueueTally(), count: contents.checkpoints.count)
    priceDays = [Double](repeating: 0, count: contents.markets.count * commodities)
    deliveries = [FlowTally](repeating: none, count: contents.markets.count * commodities)
    daysToMarket = [Double](repeating: 0, count: commodities)
    revenue = [Double](repeating: 0, count: contents.organisations.count)
    routeEntries = [FlowTally](repeating: none, count: contents.routes.count * commodities)
    routeSeizures = routeEntries
    routeDeliveries = routeEntries
    openingKilograms = produced
    monthly = [Double](
      repeating: 0, count: network.monthRowCount * MonthlySeries.allCases.count * commodities)
    monthlyCrossings = [Double](
      repeating: 0, count: network.monthRowCount * contents.frontiers.count)
    monthlyIncidents = [Double](
      repeating: 0, count: network.monthRowCount * Incident.allCases.count)
  }

  /// Forgets what was seen so far, as at the end of the warm-up; the books are opened with nothing.
  ///
  /// The monthly rows of the warm-up are apart from the reported ones and may stay.
  mutating func reset() {
    Observations.clear(&produced)
    Observations.clear(&dispatched)
    Observations.clear(&passages)
    Observations.clear(&seizures)
    Observations.clear(&watchedSeizures)
    Observations.clear(&corruptPassages)
    Observations.clear(&clashes)
    Observations.clear(&converted)
    Observations.clear(&laboratoryOutput)
    for checkpoint in queues.indices { queues[checkpoint] = QueueTally() }
    Observations.clear(&priceDays)
    Observations.clear(&deliveries)
    Observations.clear(&daysToMarket)
    Observations.clear(&revenue)
    Observations.clear(&routeEntries)
    Observations.clear(&routeSeizures)
    Observations.clear(&routeDeliveries)
    Observations.clear(&openingKilograms)
    Observations.clear(&openingInputKilograms)
    openingConsignments = 0
    addedByDivision = 0
  }

  /// Forgets everything, as at the start of a replication.
  mutating func resetAll() {
    reset()
    Observations.clear(&monthly)
    Observations.clear(&monthlyCrossings)
    Observations.clear(&monthlyIncidents)
  }

  private static func clear(_ values: inout [Double]) {
    for index in values.indices { values[index] = 0 }
  }

  private static func clear(_ tallies: inout [FlowTally]) {
    for index in tallies.indices { tallies[index] = FlowTally() }
  }
}
