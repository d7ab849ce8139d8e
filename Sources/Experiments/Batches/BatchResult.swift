import FlowSimulation
import OutputStatistics

/// What a batch of replications came to. Depends on the network, the seed and the number of
/// replications that were counted, and on nothing else, but for `elapsed`.
public struct BatchResult: Sendable {
  /// What the numbers mean.
  public let layout: OutcomeLayout
  /// The level of all confidence intervals.
  public let confidenceLevel: Double
  /// Why the batch ended.
  public internal(set) var ending = BatchEnding.completed
  /// How long it took.
  public internal(set) var elapsed = Duration.zero
  /// Events in all counted replications.
  public private(set) var eventCount = 0
  /// The events of each replication.
  public private(set) var eventCounts: [Int] = []
  /// The largest mass-balance residual of any replication, relative.
  public private(set) var massBalanceResidual = 0.0
  /// One row of responses for each replication, end to end.
  private var responses: [Double] = []
  /// By column, over the replications in which it is defined.
  public private(set) var tallies: [Tally]
  /// By reported month, series and commodity.
  public private(set) var monthly: [Tally]
  /// By reported month and frontier: mass that set out across it (kg).
  public private(set) var monthlyCrossings: [Tally]
  /// By reported month and incident of the layout.
  public private(set) var monthlyIncidents: [Tally]
  /// By corridor and `CorridorMeasure`.
  public private(set) var corridors: [Tally]

  /// A result without replications.
  init(layout: OutcomeLayout, confidenceLevel: Double) {
    self.layout = layout
    self.confidenceLevel = confidenceLevel
    let months = layout.months.count
    tallies = [Tally](repeating: Tally(), count: layout.columns.count)
    monthly = [Tally](
      repeating: Tally(),
      count: months * MonthlySeries.allCases.count * layout.commodities.count)
    monthlyCrossings = [Tally](repeating: Tally(), count: months * layout.frontiers.count)
    monthlyIncidents = [Tally](repeating: Tally(), count: months * layout.incidents.count)
    corridors = [Tally](
      repeating: Tally(), count: layout.corridors.count * CorridorMeasure.allCases.count)
  }

  /// How many replications were counted.
  public var replicationCount: Int { eventCounts.count }

  /// The value of a column in a replication; `nil` where it is not defined.
  public func response(_ column: Int, replication: Int) -> Double? {
    let value = responses[replication * layout.columns.count + column]
    return value.isNaN ? nil : value
  }

  /// Summarises a column; `nil` when it is defined in no replication.
  public func summary(ofColumn column: Int) -> SampleSummary? {
    let values = (0..<replicationCount).compactMap { response(column, replication: $0) }
    return values.isEmpty ? nil : SampleSummary(values, level: confidenceLevel)
  }

  /// Counts the next replication. Called in the order of their numbers.
  mutating func add(_ outcome: Outcome) {
    eventCount += outcome.eventCount
    eventCounts.append(outcome.eventCount)
    massBalanceResidual = max(massBalanceResidual, outcome.massBalanceResidual)
    responses += outcome.responses
    BatchResult.add(outcome.responses, to: &tallies)
    BatchResult.add(outcome.monthly, to: &monthly)
    BatchResult.add(outcome.monthlyCrossings, to: &monthlyCrossings)
    BatchResult.add(outcome.monthlyIncidents, to: &monthlyIncidents)
    BatchResult.add(outcome.corridors, to: &corridors)
  }

  private static func add(_ values: [Double], to tallies: inout [Tally]) {
    precondition(values.count == tallies.count, "an outcome has the layout of its batch")
    for index in values.indices where !values[index].isNaN { tallies[index].add(values[index]) }
  }
}
