/// How an output goes with one input.
public struct InputCorrelation: Sendable, Equatable {
  /// The partial rank correlation coefficient (PRCC): of the ranks of input and output, once the
  /// ranks of the other inputs are taken out of both by regression.
  ///
  /// Source: Iman and Conover, Technometrics 21 (1979) 499-509.
  public let partialRank: PartialCorrelation

  /// Spearman's correlation of the ranks.
  public let spearman: Double

  /// The standardised regression coefficient (SRC): standard deviations of the output per standard
  /// deviation of the input.
  public let standardizedCoefficient: Double

  /// The standardised rank regression coefficient (SRRC).
  public let standardizedRankCoefficient: Double
}
