import FlowSimulation
import TraffickingModel

/// An outcome whose numbers are asked for by name.
package struct Reading: Sendable {
  /// The numbers.
  package let outcome: Outcome
  /// What they mean.
  package let layout: OutcomeLayout
  /// The scenario they belong to.
  package let contents: ScenarioContents

  /// A reading of an outcome.
  package init(outcome: Outcome, layout: OutcomeLayout, contents: ScenarioContents) {
    self.outcome = outcome
    self.layout = layout
    self.contents = contents
  }

  /// A response for the entities with these ids, outermost dimension first; NaN where undefined.
  package subscript(_ response: Response, _ members: String...) -> Double {
    let column = layout.columns.firstIndex { $0.response == response && $0.members == members }
    guard let column else { preconditionFailure("no column \(response) of \(members)") }
    return outcome.responses[column]
  }

  /// All values of a response, in the order of the columns.
  package func all(_ response: Response) -> [Double] {
    zip(layout.columns, outcome.responses).filter { $0.0.response == response }.map(\.1)
  }

  /// A number of a corridor.
  package func corridor(_ id: String, _ measure: CorridorMeasure) -> Double {
    let measures = CorridorMeasure.allCases
    let row = layout.corridors.firstIndex { contents.corridors[$0].id == id }
    guard let row, let place = measures.firstIndex(of: measure) else {
      preconditionFailure("no corridor \(id)")
    }
    return outcome.corridors[row * measures.count + place]
  }

  /// A number of a month, months and commodities counted from 0.
  package func monthly(_ series: MonthlySeries, _ month: Int, commodity: Int = 0) -> Double {
    outcome.monthly[layout.monthlyIndex(month: month, series: series, commodity: commodity)]
  }

  /// All months of a series.
  package func months(of series: MonthlySeries, commodity: Int = 0) -> [Double] {
    layout.months.indices.map { monthly(series, $0, commodity: commodity) }
  }

  /// The mass that set out across a frontier, month by month.
  package func monthlyCrossings(of frontier: String) -> [Double] {
    guard let row = layout.frontiers.firstIndex(of: frontier) else {
      preconditionFailure("no frontier \(frontier)")
    }
    return layout.months.indices.map {
      outcome.monthlyCrossings[$0 * layout.frontiers.count + row]
    }
  }

  /// The bits of every number, in which undefined ones are equal to themselves.
  package var bits: [UInt64] {
    [
      outcome.responses, outcome.monthly, outcome.monthlyCrossings, outcome.monthlyIncidents,
      outcome.corridors,
      [Double(outcome.eventCount)],
    ].flatMap { $0.map(\.bitPattern) }
  }
}
