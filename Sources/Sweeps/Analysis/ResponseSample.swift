import ResultFiles
import SensitivityAnalysis

/// All values of a response over the design of a scenario, in the order of the points.
///
/// Records are found by point and replication, so the order in which they came has no say.
struct ResponseSample {
  /// One row a point of the design, equally many replications in each.
  let outputs: RunOutputs
  /// The mean of each row.
  let means: [Double]

  /// Reads the values.
  ///
  /// - Throws: `SweepError.notAnalysable` when a point is missing, has failed, or has no value.
  init(of response: Int, scenario: Int, in store: SweepStore) throws {
    let experiment = store.experiment
    let count = experiment.design.pointCount
    let first = scenario * count
    let replications = (first..<(first + count)).map { store.leadingCount(ofPoint: $0) }
    let least = replications.min() ?? 0
    if least == 0 {
      let missing = replications.filter { $0 == 0 }.count
      throw SweepError.notAnalysable(
        "\(missing) of \(count) points have no replication yet\n"
          + "  hint: the same panj sweep command goes on with the rest")
    }
    var rows: [[Double]] = []
    rows.reserveCapacity(count)
    for point in first..<(first + count) {
      var row: [Double] = []
      for replication in 0..<least {
        row.append(
          try Self.value(
            of: response, SweepUnit(point: point, replication: replication), in: store))
      }
      rows.append(row)
    }
    do throws(SensitivityError) {
      outputs = try RunOutputs(rows)
    } catch {
      let words = SensitivityRefusal(of: experiment, scenario: scenario)
      throw SweepError.notAnalysable(
        "\(experiment.responses[response].id) has no indices: \(words.text(for: error))")
    }
    means = rows.map { $0.reduce(0, +) / Double($0.count) }
  }

  private static func value(
    of response: Int, _ unit: SweepUnit, in store: SweepStore
  ) throws -> Double {
    let name = store.experiment.responses[response].id
    let place = "replication \(unit.replication) of point \(unit.point)"
    guard let record = try store.record(of: unit) else {
      throw SweepError.notAnalysable("\(place) is missing")
    }
    guard let responses = record.responses else {
      throw SweepError.notAnalysable(
        "\(place) failed, and an index over the other points would be wrong\n"
          + "  hint: errors.jsonl says why; narrow the range that made it fail")
    }
    guard let value = responses[response] else {
      throw SweepError.notAnalysable(
        "\(name) is not defined in \(place)\n  hint: analyse a response that always is")
    }
    return value
  }

  /// The values of the factors at every point, factor by factor; a policy that is on counts as 1.
  ///
  /// - Throws: `SweepError.notAnalysable` for a factor of more than two words, which have no order.
  func inputs(of experiment: Experiment, scenario: Int) throws(SweepError) -> [[Double]] {
    let count = experiment.design.pointCount
    var inputs = [[Double]](repeating: [], count: experiment.factors.count)
    for point in 0..<count {
      let values = experiment.values(ofPoint: scenario * count + point)
      for (number, value) in values.enumerated() {
        guard let place = experiment.factors[number].rank(of: value) else {
          throw .notAnalysable(
            "the words of the factor \"\(experiment.factors[number].id)\" have no order, so "
              + "nothing correlates with them\n  hint: take \"saltelli\" or \"morris\"")
        }
        inputs[number].append(place)
      }
    }
    return inputs
  }
}

extension Factor {
  /// Whether its values are three words or more, none of which comes before another.
  var hasNoOrder: Bool {
    guard case .word = effect, case .levels(let levels) = domain else { return false }
    return levels.count > 2
  }

  /// A number that orders the values of the factor; `nil` for one of three words or more.
  fileprivate func rank(of value: FactorValue) -> Double? {
    switch value {
    case .number(let number): return number
    case .isOn(let isOn): return isOn ? 1 : 0
    case .nominal: return nil
    case .word:
      guard !hasNoOrder, case .levels(let levels) = domain else { return nil }
      return levels.firstIndex(of: value).map(Double.init)
    }
  }
}
