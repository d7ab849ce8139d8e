import OutputStatistics
import ResultFiles
import SensitivityAnalysis
import Sweeps

/// Which factors matter for a response, the most important first.
public struct SensitivityReport {
  private let sensitivity: SweepSensitivity
  private let title: String

  /// How many factors are shown.
  private static let shownInputs = 20
  /// How long the longest bar is.
  private static let barLength = 12

  /// A report of the indices of one response.
  public init(of sensitivity: SweepSensitivity, scenario: String, response: String) {
    self.sensitivity = sensitivity
    title = "What moves \(response) in \(scenario)"
  }

  /// A table with bars, then what the indices are.
  public func text(width: Int, glyphs: Glyphs) -> String {
    let indices = shownIndices
    let leading = indices[0]
    var table = TextTable(
      title: title,
      columns: [.init("Factor"), .init(leading.rawValue, .right), .init("interval", .right)]
        + indices.dropFirst().map { .init($0.rawValue, .right) } + [.init("")])
    let inputs = ranking(by: leading)
    let greatest = inputs.first.flatMap { estimate($0, leading)?.value.magnitude } ?? 0
    for input in inputs.prefix(Self.shownInputs) {
      let own = estimate(input, leading)?.value.magnitude ?? 0
      let length = greatest > 0 ? Int((own / greatest * Double(Self.barLength)).rounded()) : 0
      table.addRow(
        [input] + cells(estimate(input, leading))
          + indices.dropFirst().map { cells(estimate(input, $0))[0] }
          + [String(repeating: glyphs == .unicode ? "█" : "#", count: max(0, length))])
    }
    var text = table.rendered(width: width, glyphs: glyphs, emphasis: false)
    let left = inputs.count - Self.shownInputs
    if left > 0 { text += "\(left) factors below these are in sensitivity.csv\n" }
    return text + explanation(of: indices)
  }

  /// The index that ranks, then one that goes with it.
  private var shownIndices: [SensitivityRow.Index] {
    let present = Set(sensitivity.rows.map(\.index))
    let pairs: [[SensitivityRow.Index]] = [
      [.total, .firstOrder], [.meanAbsoluteEffect, .effectDeviation],
      [.partialRankCorrelation, .distance],
    ]
    let shown = pairs.map { $0.filter(present.contains) }.first { !$0.isEmpty }
    return shown ?? [sensitivity.rows[0].index]
  }

  private func estimate(
    _ input: String, _ index: SensitivityRow.Index
  ) -> IndexEstimate? {
    sensitivity.rows.first { $0.input == input && $0.index == index }?.estimate
  }

  private func ranking(by index: SensitivityRow.Index) -> [String] {
    sensitivity.rows.filter { $0.index == index && $0.input != SensitivityRow.dummy }
      .sorted { $0.estimate.value.magnitude > $1.estimate.value.magnitude }
      .map(\.input)
  }

  private func cells(_ estimate: IndexEstimate?) -> [String] {
    guard let estimate else { return ["", ""] }
    let interval = estimate.interval.map {
      "\(NumberText.significant($0.lower, digits: 2)) to "
        + NumberText.significant($0.upper, digits: 2)
    }
    return [NumberText.significant(estimate.value), interval ?? ""]
  }

  private func explanation(of indices: [SensitivityRow.Index]) -> String {
    var lines = indices.map { "\($0.rawValue): \($0.meaning)" }
    if let shares = sensitivity.shares { lines.append("Shares are \(shares)") }
    if let dummy = estimate(SensitivityRow.dummy, indices[0]) {
      let interval = dummy.interval.map {
        " (\(NumberText.significant($0.lower, digits: 2)) to "
          + "\(NumberText.significant($0.upper, digits: 2)))"
      }
      lines.append(
        "A factor that the model does not have shows \(indices[0].rawValue) "
          + "\(NumberText.significant(dummy.value, digits: 2))\(interval ?? "")"
          + (sensitivity.areExactWithoutEffect ? " across base points," : ""))
      if sensitivity.areExactWithoutEffect {
        lines.append(
          "the most that a large index may be off by sampling; within base points, as above, it "
            + "shows 0")
      }
    }
    let floors = sensitivity.rows.filter { $0.index == .noiseFloor }.map(\.estimate.value)
    if let floor = floors.max() {
      lines.append(
        "Noise alone would show \(SensitivityRow.Index.meanAbsoluteEffect.rawValue) up to "
          + NumberText.significant(floor, digits: 2))
    }
    if let noise = estimate(SensitivityRow.all, .noiseShare) {
      lines.append(
        "Noise is \(NumberText.percent(noise.value, digits: 2)) of the variance of a point's mean")
    }
    lines += sensitivity.remarks
    lines.append(
      "Resting on \(NumberText.count(sensitivity.sampleCount)) samples, "
        + "\(sensitivity.replicationCount) "
        + "\(sensitivity.replicationCount == 1 ? "replication" : "replications") of each point")
    lines += sensitivity.refusals
    return lines.joined(separator: "\n") + "\n"
  }

  /// What stands in the place of a response that has no indices.
  public static func refusal(scenario: String, reason: String) -> String {
    "In \(scenario) \(reason)\n"
  }
}
