/// Between which order statistics a quantile lies, whatever the continuous distribution.
///
/// Each end leaves out the quantile with at most half of the chance that the level allows; counted
/// in whole numbers of observations, the coverage is therefore at least the level. Where even the
/// least or greatest observation is not far enough out, the interval is open on that side: the
/// sample is too small to bound the quantile there. Source: David and Nagaraja, Order Statistics
/// (3rd edition, 2003), section 7.1.
public struct QuantileRanks: Sendable, Equatable, BitwiseCopyable {
  /// How many observations there are.
  public let count: Int
  /// The coverage reached, at least the level; more than this if the distribution has atoms.
  public let coverage: Double
  /// The rank of the lower end in ascending order, counted from 1; `nil` where it is open.
  public let lower: Int?
  /// The rank of the upper end in ascending order, counted from 1; `nil` where it is open.
  public let upper: Int?

  /// The ranks for the quantile of `probability` among so many observations.
  ///
  /// Both probabilities strictly between 0 and 1, at least one observation: anything else is a
  /// programming error. The cost is a few dozen incomplete beta functions, so samples of the same
  /// size had better share them.
  public init(count: Int, probability: Double, level: Double) {
    precondition(count >= 1, "an interval needs at least one number")
    precondition(
      probability > 0 && probability < 1, "probability \(probability) is not between 0 and 1")
    precondition(level > 0 && level < 1, "level \(level) is not between 0 and 1")
    let below = BinomialCumulative(trials: count, chance: probability)
    let tail = 0.5 * (1 - level)
    // The greatest rank that the count of observations below the quantile misses from below rarely
    // enough, and the least that it reaches rarely enough.
    let outside = below.first { $0 > tail }
    let inside = below.first { $0 >= 1 - tail }
    self.count = count
    lower = outside == 0 ? nil : outside
    upper = inside == count ? nil : inside + 1
    coverage = below(inside) - (outside == 0 ? 0 : below(outside - 1))
  }
}
