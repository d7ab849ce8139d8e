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
    if isShort {
      if experiment.scenarios.count > 1 {
        parts.append(try contrastTable(.scenario))
      } else if experiment.hasComparablePoints {
        parts.append(try contrastTable(.factors))
      }
    }
    if case .precision(let goal) = experiment.replications {
      if let remark = try remark(on: goal) { parts.append(remark) }
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
          + responses.indices.map { text(of: estimates.values[$0], experiment.responses[$0]) }
          + ["\(estimates.doneCount)"])
    }
    return table.rendered(width: width, glyphs: glyphs, emphasis: false) + leftOut
  }

  /// One row a point that is compared with another: what it changes.
  private func contrastTable(_ kind: PointPair.Kind) throws(OutputError) -> String {
    let responses = experiment.responses.prefix(Self.columnLimit)
    let factors = kind == .factors ? experiment.factors.prefix(Self.columnLimit) : []
    let isPaired = experiment.hasCommonRandomNumbers
    var table = TextTable(
      title: kind == .scenario
        ? "Difference from \(experiment.scenarios[experiment.base].label)"
        : "Difference from point 0",
      columns: [.init("Point", .right)]
        + (kind == .scenario ? [.init("Scenario")] : factors.map { .init($0.id, .right) })
        + responses.map { .init($0.id, .right) } + (isPaired ? [.init("VR", .right)] : []))
    for point in 0..<experiment.pointCount {
      guard let pair = experiment.pairs(ofPoint: point).first(where: { $0.kind == kind }) else {
        continue
      }
      let own = try PointEstimates(ofPoint: point, in: store)
      let versus = try PointEstimates(ofPoint: pair.versus, in: store)
      let contrasts = responses.indices.map {
        own.contrast(
          of: $0, from: versus, isPaired: isPaired,
          areChances: experiment.responses[$0].isIndicator, level: experiment.confidenceLevel)
      }
      if contrasts.allSatisfy({ $0 == nil }) { continue }
      let values = experiment.values(ofPoint: point).prefix(factors.count)
      let scenario = experiment.scenarios[experiment.parts(ofPoint: point).scenario]
      let ratio = contrasts[0]?.varianceRatio.map { NumberText.significant($0, digits: 2) } ?? ""
      table.addRow(
        ["\(point)"] + (kind == .scenario ? [scenario.label] : values.map(\.text))
          + contrasts.map { $0.map { text(of: $0) } ?? "" } + (isPaired ? [ratio] : []))
    }
    return table.rendered(width: width, glyphs: glyphs, emphasis: false)
      + (isPaired
        ? "VR: variance ratio, what pairing has won for \(experiment.responses[0].id)\n"
        : "Luck is not shared, so these are differences of independent means\n")
  }

  private func text(of contrast: Contrast) -> String {
    NumberText.estimate(contrast.estimate, contrast.interval, glyphs: glyphs)
  }

  /// How many points are not as precise as was asked; `nil` when all are, or go on.
  private func remark(on goal: Experiment.PrecisionGoal) throws(OutputError) -> String? {
    let response = experiment.responses[goal.response]
    var (short, zero) = (0, 0)
    for point in 0..<experiment.pointCount {
      let estimates = try PointEstimates(ofPoint: point, in: store)
      guard estimates.doneCount + estimates.failedCount >= goal.atMost else { continue }
      let tally = Tally(estimates.values[goal.response])
      if response.isPrecise(tally, by: goal.rule, level: experiment.confidenceLevel) { continue }
      short += 1
      if goal.rule.isRelative, tally.mean == 0 { zero += 1 }
    }
    if short == 0 { return nil }
    var text =
      "\(NumberText.count(short, "point has", "points have")) the "
      + "\(NumberText.count(goal.atMost)) replications allowed without the precision asked for"
    if zero > 0 {
      text += ", \(NumberText.count(zero)) of them because \(response.id) is 0 on average: "
      text += "ask for an \"absolute\" precision there"
    }
    return text + "\n"
  }

  private var leftOut: String {
    let factors = experiment.factors.count - Self.columnLimit
    let responses = experiment.responses.count - Self.columnLimit
    var parts: [String] = []
    if factors > 0 { parts.append("\(factors) more factors in design.csv") }
    if responses > 0 { parts.append("\(responses) more responses in summary.csv") }
    return parts.isEmpty ? "" : parts.joined(separator: ", ") + "\n"
  }

  private func text(of values: [Double], _ response: SweepResponse) -> String {
    guard !values.isEmpty else { return "" }
    let tally = Tally(values)
    return NumberText.estimate(
      tally.mean, response.interval(of: tally, level: experiment.confidenceLevel), glyphs: glyphs)
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
