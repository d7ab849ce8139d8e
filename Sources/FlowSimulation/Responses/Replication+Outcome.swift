import PlainStorage
import TraffickingModel

extension Replication {
  /// What the replication came to; of use when the horizon has been reached.
  public func outcome(in layout: OutcomeLayout) -> Outcome {
    let totals = ObservationTotals(of: self)
    let responses = layout.columns.map { totals.value(of: $0, in: observations) }
    let rowLength = MonthlySeries.allCases.count * network.commodityCount
    let frontiers = network.scenario.contents.frontiers.count
    var corridors = [Double]()
    corridors.reserveCapacity(network.corridorCount * CorridorMeasure.allCases.count)
    for corridor in network.scenarioCorridors.indices {
      let passed = totals.passages[corridor]
      let seized = totals.corridorSeizures[corridor]
      corridors += [passed.count, passed.kilograms, seized.count, seized.kilograms]
    }
    let incidents = layout.months.indices.flatMap { month in
      let row = (month + 1) * Incident.allCases.count
      return layout.incidents.map { observations.monthlyIncidents[row + $0.rawValue] }
    }
    return Outcome(
      responses: responses,
      // The first row is the warm-up's.
      monthly: (rowLength..<observations.monthly.count).map { observations.monthly[$0] },
      monthlyCrossings: (frontiers..<observations.monthlyCrossings.count).map {
        observations.monthlyCrossings[$0]
      },
      monthlyIncidents: incidents, corridors: corridors,
      eventCount: eventCount, massBalanceResidual: massBalanceResidual(),
      unaccountedConsignments: unaccountedConsignments())
  }
}
