import Experiments
import FlowSimulation
import OutputStatistics
import ResultFiles
import ScenarioFormat
import TraffickingModel

/// What a run shows on a terminal: the main estimates, the busiest sections, the months.
public struct RunReport {
  private let run: RunRecord
  private let width: Int
  private let glyphs: Glyphs
  private let emphasis: Bool

  /// A report for an output of some width.
  public init(of run: RunRecord, width: Int, glyphs: Glyphs, emphasis: Bool) {
    self.run = run
    self.width = width
    self.glyphs = glyphs
    self.emphasis = emphasis
  }

  private var contents: ScenarioContents { run.document.scenario.contents }
  private var result: BatchResult { run.result }

  /// The whole report.
  public func text() -> String {
    var parts = [heading(), mainTable()]
    if let routes = routeTable() { parts.append(routes) }
    if let sections = sectionTable() { parts.append(sections) }
    if let incidents = incidentTable() { parts.append(incidents) }
    if let months = monthlyChart() { parts.append(months) }
    return parts.joined(separator: "\n")
  }

  private func heading() -> String {
    let period = contents.period
    let level = NumberText.percent(result.confidenceLevel, decimals: 0)
    let perSecond = Double(result.eventCount) / max(1e-9, seconds(result.elapsed))
    var lines = [
      contents.title,
      "\(period.start) to \(period.end), "
        + NumberText.count(result.replicationCount, "replication", "replications")
        + "\(pairs), seed \(run.plan.seed)",
      "\(level) intervals cover chance alone, under the assumptions of the scenario",
      "\(NumberText.count(result.eventCount)) events in "
        + "\(NumberText.significant(seconds(result.elapsed))) s "
        + "(\(NumberText.significant(perSecond / 1e6)) million a second, "
        + NumberText.count(run.plan.workerCount, "worker", "workers") + ")",
    ]
    if result.usesControls {
      lines.append("Means and intervals in the first table are adjusted by control variates")
    }
    if result.reducesVariance {
      lines.append("VR: variance ratio, what that has won over plain independent replications")
    }
    switch result.ending {
    case .interrupted: lines.append("Interrupted: these are the replications that were done.")
    case .capReached: lines.append("The precision asked for was not reached before the cap.")
    case .precisionReached: lines.append("The precision asked for was reached.")
    case .completed: break
    }
    return lines.flatMap { TerminalText.wrapped(TerminalText.plain($0), width: width) }
      .joined(separator: "\n") + "\n"
  }

  private var pairs: String {
    result.isAntithetic ? " in \(result.replicationCount / 2) antithetic pairs" : ""
  }

  private func seconds(_ duration: Duration) -> Double { duration / .seconds(1) }

  // MARK: Main responses

  private func mainTable() -> String {
    let level = NumberText.percent(result.confidenceLevel, decimals: 0)
    var table = TextTable(
      columns: [
        .init("Response"), .init("Mean", .right), .init("\(level) interval", .right),
        .init(result.reducesVariance ? "VR" : "SD", .right), .init("5 %", .right),
        .init("Median", .right), .init("95 %", .right),
      ])
    for commodity in contents.commodities {
      let columns = mainColumns.filter { result.layout.columns[$0].members == [commodity.id] }
      if columns.allSatisfy({ isIdle($0) }) { continue }
      table.addHeading("\(commodity.name) (masses in kg)")
      for column in columns { addRow(column, to: &table) }
    }
    return table.rendered(width: width, glyphs: glyphs, emphasis: emphasis)
  }

  private var mainColumns: [Int] {
    result.layout.columns.indices.filter { result.layout.columns[$0].response.isMain }
  }

  /// Whether nothing ever happened in a column.
  private func isIdle(_ column: Int) -> Bool {
    let tally = result.tallies[column]
    return tally.count == 0 || (tally.minimum == 0 && tally.maximum == 0)
  }

  private func addRow(_ column: Int, to table: inout TextTable) {
    let response = result.layout.columns[column].response
    let isFraction = response.unit == "fraction"
    let title = isFraction ? "\(response.title) %" : response.title
    guard let summary = result.summary(ofColumn: column) else {
      table.addRow([title, "-", "-", "-", "-", "-", "-"])
      return
    }
    func number(_ value: Double) -> String {
      NumberText.significant(isFraction ? 100 * value : value)
    }
    let interval = summary.interval.map { "\(number($0.lower)) to \(number($0.upper))" }
    table.addRow([
      title, number(summary.mean), interval ?? "-", spread(of: summary, number),
      number(summary.q05), number(summary.median), number(summary.q95),
    ])
  }

  /// The standard deviation, or what variance reduction has won.
  private func spread(of summary: SampleSummary, _ number: (Double) -> String) -> String {
    guard result.reducesVariance else {
      return summary.count > 1 ? number(summary.standardDeviation) : "-"
    }
    return summary.varianceRatio.map { $0.isFinite ? NumberText.significant($0) : "infinite" }
      ?? "-"
  }

  // MARK: Routes

  private func routeTable() -> String? {
    if contents.routes.isEmpty { return nil }
    var table = TextTable(
      title: "Routes out of the country of origin",
      columns: [
        .init("Commodity"), .init("Left, kg", .right), .init("Share of flow, %", .right),
        .init("Interdiction rate, %", .right),
      ])
    for (number, route) in contents.routes.enumerated() {
      table.addHeading(route.name)
      for (commodity, entity) in contents.commodities.enumerated() {
        let offset = number * contents.commodities.count + commodity
        let left = result.tallies[columns(of: .routeKilograms)[offset]]
        if left.maximum == 0 || left.count == 0 { continue }
        table.addRow([
          entity.name, estimate(left),
          estimate(result.tallies[columns(of: .routeShare)[offset]], scale: 100),
          estimate(result.tallies[columns(of: .routeInterdictionRate)[offset]], scale: 100),
        ])
      }
    }
    return table.rendered(width: width, glyphs: glyphs, emphasis: emphasis)
  }

  // MARK: Frontier sections

  /// How many sections are listed.
  private static let sectionLimit = 12

  private func sectionTable() -> String? {
    let attempted = columns(of: .attemptedKilogramsBySection)
    let seized = columns(of: .seizedKilogramsBySection)
    let busiest = attempted.indices
      .filter { result.tallies[attempted[$0]].mean > 0 }
      .sorted { left, right in
        (-result.tallies[attempted[left]].mean, left)
          < (-result.tallies[attempted[right]].mean, right)
      }
      .prefix(Self.sectionLimit)
    if busiest.isEmpty { return nil }
    var table = TextTable(
      title: "Busiest frontier sections (all commodities, whole period)",
      columns: [
        .init("Section"), .init("Frontier"), .init("km", .right),
        .init("Attempted, kg", .right), .init("Seized, kg", .right), .init("%", .right),
      ])
    for section in busiest {
      let all = result.tallies[attempted[section]]
      let caught = result.tallies[seized[section]]
      let entity = contents.sections[section]
      table.addRow([
        TerminalText.truncated(entity.name, to: max(24, width - 56), glyphs: glyphs),
        contents.frontiers[entity.frontier].id.uppercased(),
        NumberText.significant(entity.lengthKilometres), estimate(all), estimate(caught),
        NumberText.significant(100 * caught.mean / all.mean),
      ])
    }
    return table.rendered(width: width, glyphs: glyphs, emphasis: emphasis)
  }

  private func columns(of response: Response) -> [Int] {
    result.layout.columns.indices.filter { result.layout.columns[$0].response == response }
  }

  /// Mean and half-width.
  private func estimate(_ tally: Tally, scale: Double = 1) -> String {
    guard tally.count > 0 else { return "-" }
    guard let interval = tally.confidenceInterval(level: result.confidenceLevel) else {
      return NumberText.significant(scale * tally.mean)
    }
    return NumberText.estimate(
      scale * tally.mean, halfWidth: scale * interval.halfWidth, glyphs: glyphs)
  }

  // MARK: Incidents

  /// What happened besides passages, deliveries and seizures; `nil` when nothing did.
  private func incidentTable() -> String? {
    let happened = columns(of: .incidents).filter { !isIdle($0) }
    if happened.isEmpty { return nil }
    var table = TextTable(
      title: "What else happened (number in the period)",
      columns: [.init("Incident"), .init("Mean", .right)])
    for column in happened {
      let name = result.layout.columns[column].members[0]
      table.addRow([
        name.split(separator: "-").joined(separator: " "), estimate(result.tallies[column]),
      ])
    }
    return table.rendered(width: width, glyphs: glyphs, emphasis: emphasis)
  }

  // MARK: Months

  /// The flow across the scenario's first frontier and the seizures, month by month.
  private func monthlyChart() -> String? {
    let layout = result.layout
    guard layout.months.count > 1, !layout.frontiers.isEmpty else { return nil }
    let frontier = contents.frontiers[0]
    let values = layout.months.indices.map { month in
      let tally = result.monthlyCrossings[month * layout.frontiers.count]
      let interval = tally.confidenceInterval(level: result.confidenceLevel)
      return ChartValue(
        layout.months[month], tally.mean, lower: interval?.lower, upper: interval?.upper)
    }
    let chart = ColumnChart(title: "\(frontier.name): kg setting out across it, by month", values)
    var lines = [chart.rendered(width: width, glyphs: glyphs), "\nSeized by month, kg\n"]
    for (commodity, entity) in contents.commodities.enumerated() {
      let means = layout.months.indices.map { month in
        result.monthly[
          layout.monthlyIndex(month: month, series: .seizedKilograms, commodity: commodity)
        ].mean
      }
      if means.allSatisfy({ $0 == 0 }) { continue }
      let name = entity.name.padding(to: 18)
      lines.append(
        "  \(name) \(Sparkline.text(means, glyphs: glyphs))  "
          + "\(NumberText.significant(means.min() ?? 0)) to "
          + "\(NumberText.significant(means.max() ?? 0))\n")
    }
    return lines.joined()
  }
}

extension String {
  /// The text with spaces behind it up to a width.
  func padding(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - TerminalText.columns(of: self)))
  }
}
