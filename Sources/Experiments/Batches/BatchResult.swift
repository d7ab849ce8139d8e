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
  init(layout: OutcomeLayout, confidenceLevel: Double, isAntithetic: Bool = false) {
    self.layout = layout
    self.isAntithetic = isAntithetic
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
  private func values(ofColumn column: Int) -> [Double] {
    (0..<replicationCount).compactMap { response(column, replication: $0) }
  }

  /// Summarises a column; `nil` when it is defined in no replication, or in no antithetic pair.
  ///
  /// Spread, range and quantiles are those of single replications in any case.
  public func summary(ofColumn column: Int) -> SampleSummary? {
    let values = values(ofColumn: column)
    guard !values.isEmpty, tallies[column].count > 0 else { return nil }
    return isAntithetic
      ? SampleSummary(values, estimate: tallies[column], level: confidenceLevel)
      : SampleSummary(values, level: confidenceLevel)
  }

  /// How many times more replications with luck of their own would have been needed for the mean of
  /// a column: what mirroring has won.
  ///
  /// The variance of half the sum of two independent replications over that of a pair mean, where
  /// the variance of a replication is the mean of what the plain and the mirrored ones show, over
  /// the pairs that define the column. Below 1 where mirroring has made it worse.
  ///
  /// - Returns: `nil` with fewer than two pairs, when nothing varies, or without pairs; infinite
  ///   when the pair means alone do not vary.
  public func varianceRatio(ofColumn column: Int) -> Double? {
    guard isAntithetic else { return nil }
    var (plain, mirrored, means) = (Tally(), Tally(), Tally())
    for pair in 0..<(replicationCount / 2) {
      guard let first = response(column, replication: 2 * pair),
        let second = response(column, replication: 2 * pair + 1)
      else { continue }
      plain.add(first)
      mirrored.add(second)
      means.add(BatchResult.mean(first, second))
    }
    let independent = (plain.variance + mirrored.variance) / 4
    return means.count < 2 || independent == 0 ? nil : independent / means.variance
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

  private static func mean(_ first: Double, _ second: Double) -> Double { 0.5 * (first + second) }
}
