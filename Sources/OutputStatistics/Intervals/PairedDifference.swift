/// The difference between two responses that were observed in pairs under the same random numbers.
///
/// The pairs are independent of each other, the two members of a pair are not: whatever luck they
/// share cancels out of the difference.
public struct PairedDifference: Sendable, Equatable {
  /// The mean of variant minus base, with its spread and interval.
  public let summary: SampleSummary
  /// How many times larger the variance of the difference would be between independent runs:
  /// (variance of base + variance of variant) / variance of the difference.
  ///
  /// Infinite when the differences are all equal although the responses vary; `nil` with fewer than
  /// two pairs or when nothing varies.
  public let varianceRatio: Double?

  /// The difference over pairs of observations; at least one pair.
  public init(base: [Double], variant: [Double], level: Double) {
    precondition(base.count == variant.count && !base.isEmpty, "observations come in pairs")
    let differences = zip(base, variant).map { $1 - $0 }
    summary = SampleSummary(differences, level: level)
    let independent = Tally(base).variance + Tally(variant).variance
    let paired = Tally(differences).variance
    if base.count < 2 || independent == 0 {
      varianceRatio = nil
    } else {
      varianceRatio = independent / paired
    }
  }
}
