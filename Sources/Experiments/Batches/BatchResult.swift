import FlowSimulation
import OutputStatistics

/// What a batch of replications came to. Depends on the network, the seed and the number of
/// replications that were counted, and on nothing else, but for `elapsed`.
public struct BatchResult: Sendable {
  /// What the numbers mean.
  public let layout: OutcomeLayout
  /// The level of all confidence intervals.
  public let confidenceLevel: Double
  /// Whether replications 2k and 2k + 1 are an antithetic pair.
  ///
  /// The tallies are then of pair means, the numbers that are independent of each other: their mean
  /// is the estimate, and their spread gives its interval (Law, Simulation Modeling and Analysis,
  /// on antithetic variates). A pair counts where both replications define the response.
  public let isAntithetic: Bool
  /// Whether estimates are adjusted by the responses whose expected value is known.
  public let usesControls: Bool
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
  /// By column, over the replications, or antithetic pairs, in which it is defined.
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
  init(
    layout: OutcomeLayout, confidenceLevel: Double, isAntithetic: Bool = false,
    usesControls: Bool = false
  ) {
    self.layout = layout
    self.isAntithetic = isAntithetic
    self.usesControls = usesControls
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

  /// The values of a column in the replications in which it is defined, in their order.
  func values(ofColumn column: Int) -> [Double] {
    (0..<replicationCount).compactMap { response(column, replication: $0) }
  }

  /// Counts the next replication, or the two of the next antithetic pair. Called in the order of
  /// their numbers.
  mutating func add(_ group: [Outcome]) {
    precondition(group.count == (isAntithetic ? 2 : 1), "antithetic replications come in pairs")
    for outcome in group {
      eventCount += outcome.eventCount
      eventCounts.append(outcome.eventCount)
      massBalanceResidual = max(massBalanceResidual, outcome.massBalanceResidual)
      responses += outcome.responses
    }
    BatchResult.add(group.map(\.responses), to: &tallies)
    BatchResult.add(group.map(\.monthly), to: &monthly)
    BatchResult.add(group.map(\.monthlyCrossings), to: &monthlyCrossings)
    BatchResult.add(group.map(\.monthlyIncidents), to: &monthlyIncidents)
    BatchResult.add(group.map(\.corridors), to: &corridors)
  }

  /// Adds the values of a replication, or the means of a pair; a mean with a value that is not
  /// defined is not defined.
  private static func add(_ group: [[Double]], to tallies: inout [Tally]) {
    precondition(
      group.allSatisfy { $0.count == tallies.count }, "an outcome has the layout of its batch")
    for index in tallies.indices {
      let value =
        group.count == 1 ? group[0][index] : mean(group[0][index], group[1][index])
      if !value.isNaN { tallies[index].add(value) }
    }
  }

  /// The mean of the two of a pair.
  static func mean(_ first: Double, _ second: Double) -> Double { 0.5 * (first + second) }
}
