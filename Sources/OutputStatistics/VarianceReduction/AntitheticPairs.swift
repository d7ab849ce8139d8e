/// A mean over pairs of replications, one made with the random numbers u and one with 1 - u.
///
/// Pairs are independent, their members are not: where one is high by luck the other tends to be
/// low, so the mean of a pair varies less than that of two independent replications. For a response
/// that does not move one way with the random numbers it may vary more; the ratio tells. Source:
/// Hammersley and Morton, Mathematical Proceedings of the Cambridge Philosophical Society 52 (1956)
/// 449-475.
public struct AntitheticPairs: Sendable, Equatable {
  /// The means of the pairs: their mean is the estimate, their spread gives the interval.
  public let summary: SampleSummary
  /// How many times larger the variance of the estimate would be from as many independent
  /// replications.
  ///
  /// The variance of one replication is taken as the average of the sample variances of both
  /// halves, each around its own mean; half of it, that of a mean of two, over the sample variance
  /// of the pair means. Infinite when the means of pairs are all equal although replications vary;
  /// `nil` with a single pair or when nothing varies.
  public let varianceRatio: Double?

  /// The estimate from pairs of observations; at least one pair, all finite.
  public init(first: [Double], second: [Double], level: Double) {
    precondition(first.count == second.count && !first.isEmpty, "observations come in pairs")
    let means = zip(first, second).map { 0.5 * ($0 + $1) }
    summary = SampleSummary(means, level: level)
    let independent = 0.25 * (Tally(first).variance + Tally(second).variance)
    varianceRatio = independent == 0 ? nil : independent / Tally(means).variance
  }
}
