import TraffickingModel

/// The meaning of the numbers of an outcome, shared by all replications of a scenario.
public struct OutcomeLayout: Sendable, Equatable {
  /// The columns of `Outcome.responses`.
  public let columns: [ResponseColumn]
  /// The reported months, e.g. `2024-01`.
  public let months: [String]
  /// The ids of the commodities.
  public let commodities: [String]
  /// The ids of the frontiers.
  public let frontiers: [String]
  /// The series that have a meaning: only laboratories convert.
  public let series: [MonthlySeries]
  /// The incidents that can happen.
  public let incidents: [Incident]
  /// The corridors, by their place in the scenario, in the order of `Outcome.corridors`.
  public let corridors: [Corridor.Index]

  /// The layout of a network's outcomes.
  public init(of network: CompiledNetwork) {
    let contents = network.scenario.contents
    columns = Response.columns(for: contents)
    months = TimeSpan.reportedMonths(of: contents.period)
    commodities = contents.commodities.map(\.id)
    frontiers = contents.frontiers.map(\.id)
    series = MonthlySeries.allCases.filter {
      $0 != .convertedKilograms || !contents.laboratories.isEmpty
    }
    incidents = Incident.all(in: contents)
    corridors = network.scenarioCorridors
  }

  /// The position of a monthly value.
  public func monthlyIndex(month: Int, series: MonthlySeries, commodity: Int) -> Int {
    (month * MonthlySeries.allCases.count + series.offset) * commodities.count + commodity
  }

  /// The columns whose expected value is known and that are about the commodity of a column: its
  /// control variates. None for a column that is about no commodity, or is a control itself.
  public func controls(ofColumn column: Int) -> [(column: Int, expectedValue: Double)] {
    guard let commodity = columns[column].member(.commodity),
      columns[column].response.expectedValue == nil
    else { return [] }
    return columns.indices.compactMap { other in
      guard let expected = columns[other].response.expectedValue,
        columns[other].member(.commodity) == commodity
      else { return nil }
      return (other, expected)
    }
  }
}
