import OutputStatistics
import ResultFiles

/// How the responses of each scenario are spread over the points of a sweep, and what their means
/// over the ranges of the factors are.
///
/// Memory holds the means of the points of one response, or of several while that is less than some
/// megabytes; the records are read once for each group of responses.
public struct RangeTable {
  let store: SweepStore
  private var experiment: Experiment { store.experiment }

  /// How many means of points are held at a time, unless one response has more.
  private let heldLimit: Int

  /// For the records of a store.
  public init(of store: SweepStore) { self.init(of: store, heldLimit: 1 << 20) }

  /// For the records of a store, holding so many means of points at a time.
  package init(of store: SweepStore, heldLimit: Int) {
    self.store = store
    self.heldLimit = heldLimit
  }

  /// Whether the points are spread so that their mean estimates the mean over the ranges.
  public var hasMeans: Bool {
    if case .spread = experiment.design.kind { true } else { false }
  }

  /// One row for each response that has a value somewhere, in the order of the experiment.
  public func rows(ofScenario scenario: Int) throws(OutputError) -> [RangeRow] {
    let all = experiment.responses.indices
    let held = max(1, heldLimit / experiment.design.pointCount)
    var rows: [RangeRow] = []
    for start in stride(from: 0, to: all.count, by: held) {
      let group = start..<min(start + held, all.count)
      for (response, means) in zip(group, try means(of: group, scenario: scenario)) {
        if let row = row(of: response, scenario: scenario, means: means) { rows.append(row) }
      }
    }
    return rows
  }

  /// By response of a group: the mean of each point that has one.
  private func means(
    of group: Range<Int>, scenario: Int
  ) throws(OutputError) -> [[Double]] {
    var means = [[Double]](repeating: [], count: group.count)
    let count = experiment.design.pointCount
    for point in (scenario * count)..<((scenario + 1) * count) {
      let estimates = try PointEstimates(ofPoint: point, in: store)
      // A point that failed somewhere would stand for what it is where it does not fail.
      if estimates.failedCount > 0 { continue }
      for response in group {
        if let mean = estimates.mean(of: response) {
          means[response - group.lowerBound].append(mean)
        }
      }
    }
    return means
  }

  private func row(of response: Int, scenario: Int, means: [Double]) -> RangeRow? {
    if means.isEmpty { return nil }
    let level = experiment.confidenceLevel
    let number = experiment.design.randomisationCount
    let isWhole = means.count == experiment.design.pointCount
    var estimate: RandomisedMean?
    if hasMeans, isWhole, number > 1 {
      estimate = RandomisedMean(means, randomisationCount: number)
    }
    return RangeRow(
      scenario: scenario, response: response, spread: SampleSummary(means, level: level),
      estimate: estimate, interval: estimate?.means.confidenceInterval(level: level),
      basis: !isWhole ? .incomplete : estimate == nil ? .oneDesign : .randomisations)
  }
}
