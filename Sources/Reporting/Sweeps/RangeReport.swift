import OutputStatistics
import ResultFiles
import Sweeps

/// How responses are spread over the points of a sweep, and their means over the ranges of the
/// factors, for a terminal.
struct RangeReport {
  private let table: RangeTable
  private let experiment: Experiment
  private let width: Int
  private let glyphs: Glyphs

  /// A report of the records of a store, no wider than a terminal.
  init(of store: SweepStore, width: Int, glyphs: Glyphs) {
    table = RangeTable(of: store)
    experiment = store.experiment
    self.width = width
    self.glyphs = glyphs
  }

  private var hasScenarios: Bool { experiment.scenarios.count > 1 }
  private var hasRatio: Bool { table.hasMeans && experiment.design.randomisationCount > 1 }

  /// One row a scenario and response, and what the mean is worth.
  ///
  /// - Throws: when a record cannot be read.
  func text() throws(OutputError) -> String {
    var columns: [TextTable.Column] = hasScenarios ? [.init("Scenario")] : []
    columns += [.init("Response"), .init("Points", .right)]
    if table.hasMeans { columns.append(.init("Mean", .right)) }
    if hasRatio { columns.append(.init("VR", .right)) }
    columns += ["Least", "5%", "Median", "95%", "Greatest"].map { .init($0, .right) }
    var text = TextTable(
      title: table.hasMeans
        ? "Over the ranges of the factors: means of the points"
        : "Means of the points, from least to greatest",
      columns: columns)
    var bases: Set<RangeRow.Basis> = []
    var isLossy = false
    for scenario in experiment.scenarios.indices {
      for row in try table.rows(ofScenario: scenario) {
        text.addRow(cells(of: row))
        bases.insert(row.basis)
        if let ratio = row.estimate?.varianceRatio, ratio < 1 { isLossy = true }
      }
    }
    return text.rendered(width: width, glyphs: glyphs, emphasis: false)
      + (table.hasMeans ? notes(on: bases, isLossy: isLossy) : "")
  }

  private func cells(of row: RangeRow) -> [String] {
    var cells = hasScenarios ? [experiment.scenarios[row.scenario].label] : []
    cells += [experiment.responses[row.response].id, NumberText.count(row.spread.count)]
    if table.hasMeans {
      cells.append(
        row.interval.map {
          NumberText.estimate(row.mean, halfWidth: $0.halfWidth, glyphs: glyphs)
        } ?? NumberText.significant(row.mean))
    }
    if hasRatio {
      cells.append(row.estimate?.varianceRatio.map { NumberText.significant($0, digits: 2) } ?? "")
    }
    let spread = row.spread
    return cells
      + [spread.minimum, spread.q05, spread.median, spread.q95, spread.maximum]
      .map { NumberText.significant($0) }
  }

  /// - Parameter isLossy: whether independent points would have done better somewhere.
  private func notes(on bases: Set<RangeRow.Basis>, isLossy: Bool) -> String {
    let count = experiment.design.randomisationCount
    var notes: [String] = []
    if bases.contains(.randomisations) {
      notes.append(
        "Intervals of means are those of \(count) independent randomisations; VR: how many times "
          + "as many independent points it would take to know the mean so well")
    }
    if isLossy, experiment.sharedLuck == .randomisation {
      notes.append(
        "VR below 1: the luck that points of a randomisation share outweighs what they differ by; "
          + "\"commonRandomNumbers\": false takes the mean over more of it")
    }
    if bases.contains(.oneDesign) {
      notes.append(
        "No interval of the mean: the points of one design depend on each other; "
          + "\"randomisations\" of the design tell how exact it is")
    }
    if bases.contains(.incomplete) {
      notes.append("No interval where points are missing, failed or have no value")
    }
    return notes.flatMap { TerminalText.wrapped($0, width: width) }.map { $0 + "\n" }.joined()
  }
}
