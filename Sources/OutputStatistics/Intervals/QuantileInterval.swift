/// An interval for a quantile between two order statistics, whatever the continuous distribution.
///
/// Each end leaves out the quantile with at most half of the chance that the level allows; counted
/// in whole numbers of observations, the coverage is therefore at least the level. Where even the
/// least or greatest observation is not far enough out, the interval is open on that side: the
/// sample is too small to bound the quantile there. Source: David and Nagaraja, Order Statistics
/// (3rd edition, 2003), section 7.1.
public struct QuantileInterval: Sendable, Equatable {
  /// The probability of the quantile, between 0 and 1.
  public let probability: Double
  /// The coverage asked for, between 0 and 1.
  public let level: Double
  /// The coverage reached, at least the level; more than this if the distribution has atoms.
  public let coverage: Double
  /// The rank of the lower end in ascending order, counted from 1; `nil` where it is open.
  public let lowerRank: Int?
  /// The rank of the upper end in ascending order, counted from 1; `nil` where it is open.
  public let upperRank: Int?
  /// The observation of the lower rank.
  public let lower: Double?
  /// The observation of the upper rank.
  public let upper: Double?

  /// The interval for the quantile of `probability`, from observations in ascending order.
  ///
  /// Both probabilities strictly between 0 and 1, at least one observation, all finite: anything
  /// else is a programming error. The cost is a few dozen incomplete beta functions and one look at
  /// every observation.
  public init(sorted: [Double], probability: Double, level: Double) {
    precondition(!sorted.isEmpty, "an interval needs at least one number")
    precondition(
      probability > 0 && probability < 1, "probability \(probability) is not between 0 and 1")
    precondition(level > 0 && level < 1, "level \(level) is not between 0 and 1")
    precondition(sorted.allSatisfy(\.isFinite), "an observation is not finite")
    precondition(
      zip(sorted, sorted.dropFirst()).allSatisfy { $0 <= $1 }, "the numbers are not in order")
    let below = BinomialCumulative(trials: sorted.count, chance: probability)
    let tail = 0.5 * (1 - level)
    // The greatest rank that the count of observations below the quantile misses from below rarely
    // enough, and the least that it reaches rarely enough.
    let outside = below.first { $0 > tail }
    let inside = below.first { $0 >= 1 - tail }
    lowerRank = outside == 0 ? nil : outside
    upperRank = inside == sorted.count ? nil : inside + 1
    self.probability = probability
    self.level = level
    coverage = below(inside) - (outside == 0 ? 0 : below(outside - 1))
    lower = lowerRank.map { sorted[$0 - 1] }
    upper = upperRank.map { sorted[$0 - 1] }
  }
}
