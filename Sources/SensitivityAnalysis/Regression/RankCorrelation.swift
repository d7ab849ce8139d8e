/// How an output goes with each input in a sample: correlations and standardised regression.
///
/// They measure monotone (on ranks) or linear association: an effect that rises and falls again can
/// have none. The sample is any in which inputs vary together, such as a Latin hypercube, with one
/// output per row, for stochastic models a mean over replications.
public struct RankCorrelation: Sendable, Equatable {
  /// The measures of each input.
  public let inputs: [InputCorrelation]

  /// R² of the linear regression: how much of the variance the standardised coefficients explain.
  public let determination: Double

  /// R² of the linear regression on ranks.
  public let rankDetermination: Double

  /// The measures from a sample, `inputs[input][row]` and `output[row]`.
  ///
  /// `level` is the coverage of the intervals. Throws if numbers are missing or not finite, if
  /// there are fewer rows than 3 more than inputs, if the output or an input is constant, or if an
  /// input is a linear combination of others, in itself or by rank. The cost is rows times inputs
  /// squared.
  public init(
    inputs: [[Double]], output: [Double], level: Double = 0.95
  ) throws(SensitivityError) {
    precondition(level > 0 && level < 1, "level \(level) is not between 0 and 1")
    precondition(!inputs.isEmpty, "correlations need at least one input")
    try Sample.check(inputs: inputs, output: output, leastRows: inputs.count + 3)
    let linear = try LeastSquares(inputs: inputs, output: output)
    let ranks = inputs.map(Ranks.of)
    let outputRanks = Ranks.of(output)
    let ranked = try LeastSquares(inputs: ranks, output: outputRanks)
    self.inputs = inputs.indices.map { input in
      let coefficient = ranked.coefficients[input]
      // The partial correlation from the regression on all inputs: t / √(t² + df), with the
      // degrees of freedom cancelled.
      let rest = ranked.varianceInflation[input] * ranked.residualShare
      let scale = (coefficient * coefficient + rest).squareRoot()
      return InputCorrelation(
        partialRank: PartialCorrelation(
          scale > 0 ? coefficient / scale : 0, count: output.count,
          otherInputs: inputs.count - 1, level: level),
        spearman: Self.correlation(ranks[input], outputRanks),
        standardizedCoefficient: linear.coefficients[input],
        standardizedRankCoefficient: coefficient)
    }
    determination = 1 - linear.residualShare
    rankDetermination = 1 - ranked.residualShare
  }

  private static func correlation(_ x: [Double], _ y: [Double]) -> Double {
    guard let x = LeastSquares.standardized(x), let y = LeastSquares.standardized(y) else {
      return 0
    }
    return zip(x, y).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
