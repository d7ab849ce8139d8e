import PlainStorage
import TraffickingModel

/// Sums over the observations of one replication, from which every response is read.
struct ObservationTotals {
  /// By corridor, all commodities.
  private(set) var passages: [FlowTally]
  /// By corridor, all commodities.
  private(set) var corridorSeizures: [FlowTally]

  private let commodityCount: Int
  private let stock: [Double]
  private let transit: [Double]
  private let inputStock: [Double]
  private let hasDemand: [Bool]
  private var seized: [FlowTally]
  private var seizedAtBorder: [Double]
  private var delivered: [FlowTally]
  private var seizedByCountry: [FlowTally]
  private var seizedByLayer: [FlowTally]
  private var attemptedBySection: [Double]
  private var seizedBySection: [Double]
  private var attemptedByFrontier: [Double]
  private let policyCosts: [Double]
  private var incidents: [Double]
  private let reportedDays: Double
  private let presentDays: [Double]
  private let chanceOfDispatches: [Double]

  init(of replication: borrowing Replication) {
    let network = replication.network
    let contents = network.scenario.contents
    let commodities = network.commodityCount
    let none = FlowTally()
    commodityCount = commodities
    (stock, transit) = replication.kilogramsInSystem()
    inputStock = (0..<commodities).map {
      ObservationTotals.laboratorySum(replication.laboratories.inputKilograms, $0, of: commodities)
    }
    hasDemand = contents.markets.indices.flatMap { market in
      contents.commodities.indices.map {
        contents.demand(of: EntityIndex(market), for: EntityIndex($0)) != nil
      }
    }
    passages = [FlowTally](repeating: none, count: network.corridorCount)
    corridorSeizures = passages
    seized = [FlowTally](repeating: none, count: commodities)
    seizedAtBorder = [Double](repeating: 0, count: commodities)
    delivered = seized
    seizedByCountry = [FlowTally](
      repeating: none, count: contents.countries.count * commodities)
    seizedByLayer = [FlowTally](
      repeating: none, count: Agency.Layer.allCases.count * commodities)
    attemptedBySection = [Double](repeating: 0, count: contents.sections.count)
    seizedBySection = attemptedBySection
    attemptedByFrontier = [Double](
      repeating: 0, count: contents.frontiers.count * commodities)
    policyCosts = contents.policies.map { $0.cost(within: contents.period) }
    incidents = []
    reportedDays = Double(contents.period.reportedDays)
    presentDays = contents.checkpoints.indices.map {
      replication.checkpoints.totalPresentDays(at: $0)
    }
    chanceOfDispatches = replication.chanceOfDispatches()
    addPassages(replication.observations, network)
    addIncidents(replication.observations, network)
    addSeizures(replication.observations, network)
    addDeliveries(replication.observations, network)
  }

  private mutating func addPassages(
    _ observations: borrowing Observations, _ network: CompiledNetwork
  ) {
    let contents = network.scenario.contents
    for corridor in network.scenarioCorridors.indices {
      let crossing = contents.corridors[network.scenarioCorridors[corridor]].crossing
      for commodity in 0..<commodityCount {
        let tally = observations.passages[corridor * commodityCount + commodity]
        passages[corridor].add(tally)
        guard let section = crossing?.section else { continue }
        let frontier = contents.sections[section].frontier.offset
        attemptedBySection[section.offset] += tally.kilograms
        attemptedByFrontier[frontier * commodityCount + commodity] += tally.kilograms
      }
    }
  }

  private mutating func addSeizures(
    _ observations: borrowing Observations, _ network: CompiledNetwork
  ) {
    let contents = network.scenario.contents
    for layer in network.stages[0].layers.indices {
      let agency = contents.agencies[Int(network.stages[0].layers[layer].agency)]
      let corridor = Int(network.stages[0].layers[layer].corridor)
      let crossing = contents.corridors[network.scenarioCorridors[corridor]].crossing
      let kind = Agency.Layer.allCases.firstIndex(of: agency.layer) ?? 0
      for commodity in 0..<commodityCount {
        let tally = observations.seizures[layer * commodityCount + commodity]
        seized[commodity].add(tally)
        corridorSeizures[corridor].add(tally)
        seizedByCountry[agency.country.offset * commodityCount + commodity].add(tally)
        seizedByLayer[kind * commodityCount + commodity].add(tally)
        if agency.layer.isBorder { seizedAtBorder[commodity] += tally.kilograms }
        if let section = crossing?.section {
          seizedBySection[section.offset] += tally.kilograms
        }
      }
    }
    for (number, agency) in contents.agencies.enumerated() {
      let kind = Agency.Layer.allCases.firstIndex(of: agency.layer) ?? 0
      for commodity in 0..<commodityCount {
        let tally = observations.watchedSeizures[number * commodityCount + commodity]
        seized[commodity].add(tally)
        seizedByCountry[agency.country.offset * commodityCount + commodity].add(tally)
        seizedByLayer[kind * commodityCount + commodity].add(tally)
        if agency.layer.isBorder { seizedAtBorder[commodity] += tally.kilograms }
      }
    }
  }

  /// Over the reported months; the warm-up's row is the first.
  private mutating func addIncidents(
    _ observations: borrowing Observations, _ network: CompiledNetwork
  ) {
    let kinds = Incident.allCases.count
    incidents = Incident.all(in: network.scenario.contents).map { incident in
      stride(
        from: kinds + incident.rawValue, to: observations.monthlyIncidents.count, by: kinds
      ).reduce(0) { $0 + observations.monthlyIncidents[$1] }
    }
  }

  private mutating func addDeliveries(
    _ observations: borrowing Observations, _ network: CompiledNetwork
  ) {
    for market in network.scenario.contents.markets.indices {
      for commodity in 0..<commodityCount {
        delivered[commodity].add(observations.deliveries[market * commodityCount + commodity])
      }
    }
  }

  /// The value of a column, NaN where it is not defined.
  func value(of column: ResponseColumn, in observations: borrowing Observations) -> Double {
    let outer = column.positions[0]
    let inner = column.positions.last ?? 0
    let index = outer * commodityCount + inner
    switch column.response {
    case .dispatchedKilograms: return observations.dispatched[outer].kilograms
    case .dispatchedConsignments: return observations.dispatched[outer].count
    case .deliveredKilograms: return delivered[outer].kilograms
    case .deliveredKilogramsByMarket: return observations.deliveries[index].kilograms
    case .seizedKilograms: return seized[outer].kilograms
    case .seizures: return seized[outer].count
    case .meanSeizedConsignmentKilograms: return seized[outer].kilograms / seized[outer].count
    case .interdictionRate:
      return rate(seized[outer].kilograms, delivered[outer].kilograms)
    case .borderShareOfSeizures: return seizedAtBorder[outer] / seized[outer].kilograms
    case .seizedKilogramsByCountry: return seizedByCountry[index].kilograms
    case .seizuresByCountry: return seizedByCountry[index].count
    case .seizedKilogramsByLayer: return seizedByLayer[index].kilograms
    case .attemptedKilogramsBySection: return attemptedBySection[outer]
    case .seizedKilogramsBySection: return seizedBySection[outer]
    case .attemptedKilogramsByFrontier: return attemptedByFrontier[index]
    case .shareOfCrossingsByFrontier:
      let own = outer * commodityCount
      return attemptedByFrontier[own..<(own + commodityCount)].reduce(0, +)
        / attemptedByFrontier.reduce(0, +)
    case .routeKilograms: return observations.routeEntries[index].kilograms
    case .routeShare:
      let all = stride(from: inner, to: observations.routeEntries.count, by: commodityCount)
      return observations.routeEntries[index].kilograms
        / all.reduce(0) { $0 + observations.routeEntries[$1].kilograms }
    case .routeInterdictionRate:
      return rate(
        observations.routeSeizures[index].kilograms,
        observations.routeDeliveries[index].kilograms)
    case .daysToMarket: return observations.daysToMarket[outer] / delivered[outer].count
    case .inTransitKilograms: return transit[outer]
    case .stockKilograms: return stock[outer]
    case .revenueByOrganisation: return observations.revenue[outer]
    case .policyCost: return policyCosts[outer]
    case .incidents: return incidents[outer]
    case .clashesBySection: return observations.clashes[outer]
    case .corruptlyPassedKilograms: return observations.corruptPassages[outer].kilograms
    case .convertedKilograms:
      return ObservationTotals.laboratorySum(observations.converted, outer, of: commodityCount)
    case .laboratoryOutput: return observations.laboratoryOutput[outer]
    case .inputStockKilograms: return inputStock[outer]
    case .inspectionsByCheckpoint: return observations.queues[outer].inspected
    case .wavedThroughByCheckpoint: return observations.queues[outer].wavedThrough
    case .meanWaitMinutes:
      return observations.queues[outer].waitingDays / observations.queues[outer].inspected
        * 1440
    case .meanNumberPresent: return presentDays[outer] / reportedDays
    case .chanceOfDispatches: return chanceOfDispatches[outer]
    case .chanceOfRelease: return observations.chance[outer].releaseKilograms
    case .chanceOfMasses: return observations.chance[outer].massKilograms
    case .chanceOfDetections: return observations.chance[outer].detections
    case .chanceOfDetectedKilograms: return observations.chance[outer].detectedKilograms
    case .meanPrice: return hasDemand[index] ? observations.priceDays[index] / reportedDays : .nan
    }
  }

  /// The sum over laboratories of what is kept by laboratory and commodity.
  private static func laboratorySum(
    _ values: borrowing Slab<Double>, _ commodity: Int, of commodityCount: Int
  ) -> Double {
    stride(from: commodity, to: values.count, by: commodityCount).reduce(0) { $0 + values[$1] }
  }

  private func rate(_ seized: Double, _ delivered: Double) -> Double {
    seized / (seized + delivered)
  }
}
