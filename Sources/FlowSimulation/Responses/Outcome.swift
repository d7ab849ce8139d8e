import TraffickingModel

/// What one replication came to: plain numbers in the order of an `OutcomeLayout`.
///
/// A number that is not defined in a replication, such as the mean of no seizures, is NaN; readers
/// turn it into a missing value.
public struct Outcome: Sendable, Equatable {
  /// One value for each response column.
  public var responses: [Double]
  /// By reported month, series and commodity.
  public var monthly: [Double]
  /// By reported month and frontier: mass that set out across it (kg).
  public var monthlyCrossings: [Double]
  /// Four numbers for each corridor, in the order of `CorridorMeasure`.
  public var corridors: [Double]
  /// How many events happened.
  public var eventCount: Int
  /// How far the books are from balancing, relative.
  public var massBalanceResidual: Double
  /// Consignments without exactly one outcome that are not on the way either.
  public var unaccountedConsignments: Int
}

/// What is reported of each corridor.
public enum CorridorMeasure: String, CaseIterable, Sendable {
  /// Consignments that set out on it.
  case attempts
  /// Mass that set out on it (kg).
  case attemptedKilograms = "attempted_kg"
  /// Consignments seized on it.
  case seizures
  /// Mass seized on it (kg).
  case seizedKilograms = "seized_kg"
}

/// The meaning of the numbers of an outcome, shared by all replications of a scenario.
public struct OutcomeLayout: Sendable {
  /// The columns of `Outcome.responses`.
  public let columns: [ResponseColumn]
  /// The reported months, e.g. `2024-01`.
  public let months: [String]
  /// The ids of the commodities.
  public let commodities: [String]
  /// The ids of the frontiers.
  public let frontiers: [String]
  /// The corridors, by their place in the scenario, in the order of `Outcome.corridors`.
  public let corridors: [Corridor.Index]

  /// The layout of a network's outcomes.
  public init(of network: CompiledNetwork) {
    let contents = network.scenario.contents
    columns = Response.columns(for: contents)
    months = TimeSpan.reportedMonths(of: contents.period)
    commodities = contents.commodities.map(\.id)
    frontiers = contents.frontiers.map(\.id)
    corridors = network.scenarioCorridors
  }

  /// The position of a monthly value.
  public func monthlyIndex(month: Int, series: MonthlySeries, commodity: Int) -> Int {
    (month * MonthlySeries.allCases.count + series.offset) * commodities.count + commodity
  }
}

extension Replication {
  /// What the replication came to; of use when the horizon has been reached.
  public func outcome(in layout: OutcomeLayout) -> Outcome {
    let totals = ObservationTotals(of: self)
    let responses = layout.columns.map { totals.value(of: $0) }
    let rowLength = MonthlySeries.allCases.count * network.commodityCount
    let frontiers = network.scenario.contents.frontiers.count
    var corridors = [Double]()
    corridors.reserveCapacity(network.corridors.count * CorridorMeasure.allCases.count)
    for corridor in network.corridors.indices {
      let passed = totals.passages[corridor]
      let seized = totals.corridorSeizures[corridor]
      corridors += [passed.count, passed.kilograms, seized.count, seized.kilograms]
    }
    return Outcome(
      responses: responses,
      // The first row is the warm-up's.
      monthly: Array(observations.monthly[rowLength...]),
      monthlyCrossings: Array(observations.monthlyCrossings[frontiers...]), corridors: corridors,
      eventCount: eventCount, massBalanceResidual: massBalanceResidual(),
      unaccountedConsignments: unaccountedConsignments())
  }
}
