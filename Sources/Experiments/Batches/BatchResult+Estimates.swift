import FlowSimulation
import OutputStatistics

/// What a batch says of expected values.
extension BatchResult {
  /// The best estimate of a column's expected value that the plan allows; `nil` when the column is
  /// defined in no replication, or in no antithetic pair.
  ///
  /// With control variates, a column about a commodity that is defined in every replication is
  /// adjusted by the responses about the same commodity whose expected value is known; all others
  /// keep their plain mean, without a variance ratio. The cost is that of a small regression.
  public func estimate(ofColumn column: Int) -> MeanEstimate? {
    let tally = tallies[column]
    guard tally.count > 0 else { return nil }
    let ratio = isAntithetic ? pairRatio(ofColumn: column) : nil
    if usesControls, let controlled = controlled(column) {
      return MeanEstimate(controlled, afterRatio: isAntithetic ? ratio ?? .nan : 1)
    }
    return MeanEstimate(tally, level: confidenceLevel, varianceRatio: ratio)
  }

  /// Whether estimates say what variance reduction has won.
  public var reducesVariance: Bool { isAntithetic || usesControls }

  /// Summarises a column; `nil` when it is defined in no replication, or in no antithetic pair.
  ///
  /// Spread, range and quantiles are those of single replications in any case.
  public func summary(ofColumn column: Int) -> SampleSummary? {
    estimate(ofColumn: column).map { SampleSummary(values(ofColumn: column), estimate: $0) }
  }

  /// What is independent of each other: the values of a column in the replications that define it,
  /// or the means of antithetic pairs.
  private func observations(ofColumn column: Int) -> [Double] {
    guard isAntithetic else { return values(ofColumn: column) }
    let (first, second) = pairs(ofColumn: column)
    return zip(first, second).map { BatchResult.mean($0, $1) }
  }

  /// The two halves of the pairs in which both replications define a column.
  private func pairs(ofColumn column: Int) -> (first: [Double], second: [Double]) {
    var (first, second) = ([Double](), [Double]())
    for pair in 0..<(replicationCount / 2) {
      guard let plain = response(column, replication: 2 * pair),
        let mirrored = response(column, replication: 2 * pair + 1)
      else { continue }
      first.append(plain)
      second.append(mirrored)
    }
    return (first, second)
  }

  private func pairRatio(ofColumn column: Int) -> Double? {
    let (first, second) = pairs(ofColumn: column)
    return AntitheticPairs(first: first, second: second, level: confidenceLevel).varianceRatio
  }

  /// The mean of a column adjusted by its controls; `nil` without any.
  ///
  /// Where a column is not defined in some replications the controls of the others have another
  /// mean, which nobody knows.
  private func controlled(_ column: Int) -> ControlVariates? {
    let controls = layout.controls(ofColumn: column)
    let responses = observations(ofColumn: column)
    guard !controls.isEmpty, responses.count == observationCount else { return nil }
    return ControlVariates(
      responses: responses, candidates: controls.map { observations(ofColumn: $0.column) },
      expected: controls.map(\.expectedValue), level: confidenceLevel)
  }

  private var observationCount: Int { isAntithetic ? replicationCount / 2 : replicationCount }
}
