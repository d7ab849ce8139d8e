import OutputStatistics
import ResultFiles
import Sweeps

/// What a sweep came to, for a terminal.
public struct SweepReport {
  private let store: SweepStore
  private let counts: SweepFiles.Counts
  private let width: Int
  private let glyphs: Glyphs
  private var experiment: Experiment { store.experiment }

  /// How many points are shown one by one.
  private static let pointLimit = 40
  /// How many factors and responses have a column.
  private static let columnLimit = 4

  /// A report of the records of a store, no wider than a terminal.
  public init(of store: SweepStore, counts: SweepFiles.Counts, width: Int, glyphs: Glyphs) {
    self.store = store
    self.counts = counts
    self.width = width
    self.glyphs = glyphs
  }

  /// The report.
  ///
  /// - Throws: when a record cannot be read.
  public func text() throws -> String {
    var parts = [heading]
    if counts.points == 0 {
      return heading + "Nothing has been run yet.\n"
    }
    let isShort = experiment.pointCount <= Self.pointLimit
    if isShort { parts.append(try pointTable()) }
    if !isShort || experiment.design.randomisationCount > 1 {
      parts.append(try RangeReport(of: store, width: width, glyphs: glyphs).text())
    }
    if experiment.scenarios.count > 1, experiment.pointCount <= Self.pointLimit {
      parts.append(try contrastTable())
    }
    if let selection = experiment.selection, case .fixed(let limit) = experiment.replications {
      let race = try SelectionRace(selection, limit: limit, in: store)
      parts.append(SelectionReport(of: race, in: experiment).text(width: width, glyphs: glyphs))
    }
    if counts.failed > 0 {
      parts.append(
        "\(NumberText.count(counts.failed)) replications failed: errors.jsonl says which and why, "
          + "and how to run each again\n")
    }
    return parts.joined(separator: "\n")
  }

  private var heading: String {
    let scenarios = experiment.scenarios.count
    var lines = [experiment.title]
    lines.append(
      "\(NumberText.count(counts.points)) of \(NumberText.count(experiment.pointCount)) points "
        + "(\(experiment.design.name), \(experiment.factors.count) "
        + "\(experiment.factors.count == 1 ? "factor" : "factors"), \(scenarios) "
        + "\(scenarios == 1 ? "scenario" : "scenarios")), "
        + "\(NumberText.count(counts.done)) replications, seed \(experiment.seed)")
    if store.identity.shard.isWhole == false {
      lines.append("Shard \(store.identity.shard): panj merge puts the parts together")
    }
    let percent = NumberText.percent(experiment.confidenceLevel, digits: 2)
    lines.append(
      "Intervals (\(percent)) cover chance, not the assumptions; luck is "
        + experiment.sharedLuck.words)
    lines += SweepSensitivity.remarks(before: experiment)
    return lines.joined(separator: "\n") + "\n"
  }

  /// One row a point: what it is and the first responses.
  private func pointTable() throws(OutputError) -> String {
    let factors = experiment.factors.prefix(Self.columnLimit)
    let responses = experiment.responses.prefix(Self.columnLimit)
    var table = TextTable(
      title: "Points",
      columns: [.init("Point", .right), .init("Scenario")] + factors.map { .init($0.id, .right) }
        + responses.map { .init($0.id, .right) } + [.init("n", .right)])
    for point in 0..<experiment.pointCount {
      let estimates = try PointEstimates(ofPoint: point, in: store)
      if estimates.doneCount + estimates.failedCount == 0 { continue }
      let scenario = experiment.scenarios[experiment.parts(ofPoint: point).scenario]
      let values = experiment.values(ofPoint: point).prefix(Self.columnLimit)
      table.addRow(
        ["\(point)", scenario.label] + values.map(\.text)
          + responses.indices.map { text(of: estimates.values[$0]) }
          + ["\(estimates.doneCount)"])
    }
    return table.rendered(width: width, glyphs: glyphs, emphasis: false) + leftOut
  }

  /// One row a scenario and point of the design: what it changes against the base.
  private func contrastTable() throws(OutputError) -> String {
    let responses = experiment.responses.prefix(Self.columnLimit)
    let designCount = experiment.design.pointCount
    var table = TextTable(
      title: "Difference from \(experiment.scenarios[experiment.base].label)",
      columns: [.init("Point", .right), .init("Scenario")]
        + responses.map { .init($0.id, .right) } + [.init("VR", .right)])
    for point in 0..<experiment.pointCount {
      let (scenario, designPoint) = experiment.parts(ofPoint: point)
      if scenario == experiment.base { continue }
      let own = try PointEstimates(ofPoint: point, in: store)
      let base = try PointEstimates(
        ofPoint: experiment.base * designCount + designPoint, in: store)
      var cells = ["\(point)", experiment.scenarios[scenario].label]
      var ratio: Double?
      for response in responses.indices {
        let difference = own.difference(
          of: response, from: base, level: experiment.confidenceLevel)
        cells.append(difference.map { text(of: $0.summary) } ?? "")
        if response == 0 { ratio = difference?.varianceRatio }
      }
      table.addRow(cells + [ratio.map { NumberText.significant($0, digits: 2) } ?? ""])
    }
    return table.rendered(width: width, glyphs: glyphs, emphasis: false)
      + "VR: variance ratio, what pairing has won for \(experiment.responses[0].id)\n"
  }

  private func text(of summary: SampleSummary) -> String {
    guard let interval = summary.interval else { return NumberText.significant(summary.mean) }
    return NumberText.estimate(summary.mean, halfWidth: interval.halfWidth, glyphs: glyphs)
  }

  private var leftOut: String {
    let factors = experiment.factors.count - Self.columnLimit
    let responses = experiment.responses.count - Self.columnLimit
    var parts: [String] = []
    if factors > 0 { parts.append("\(factors) more factors in design.csv") }
    if responses > 0 { parts.append("\(responses) more responses in summary.csv") }
    return parts.isEmpty ? "" : parts.joined(separator: ", ") + "\n"
  }

  private func text(of values: [Double]) -> String {
    guard !values.isEmpty else { return "" }
    let tally = Tally(values)
    guard let interval = tally.confidenceInterval(level: experiment.confidenceLevel) else {
      return NumberText.significant(tally.mean)
    }
    return NumberText.estimate(tally.mean, halfWidth: interval.halfWidth, glyphs: glyphs)
  }
}

extension FactorValue {
  /// The value for people.
  var text: String {
    switch self {
    case .nominal: "as is"
    case .number(let number): NumberText.significant(number)
    case .word(let word): word
    case .isOn(let isOn): isOn ? "on" : "off"
    }
  }
}
