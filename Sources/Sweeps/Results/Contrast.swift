import OutputStatistics

/// How much more of a response there is at one point than at another.
public struct Contrast: Sendable, Equatable {
  /// How its interval is found.
  public enum Method: String, Sendable {
    /// From differences under the same luck, by Student's t.
    case paired
    /// From the variances of both, whose luck is apart, with the degrees of freedom of Welch.
    case welch
    /// Of two chances under the same luck, from their Wilson intervals (Newcombe).
    case pairedScore = "paired_score"
    /// Of two chances whose luck is apart, from their Wilson intervals (Newcombe).
    case score
  }

  /// How the interval is found.
  public let method: Method
  /// How many pairs there are, or replications of the point.
  public let count: Int
  /// How many pairs there are, or replications of the point that it is compared with.
  public let versusCount: Int
  /// The mean of the one minus that of the other.
  public let estimate: Double
  /// The sample standard deviation of differences; `nil` without two pairs.
  public let standardDeviation: Double?
  /// The standard error of the estimate; `nil` where there is one replication.
  public let standardError: Double?
  /// The interval of the difference; `nil` where there is one replication.
  public let interval: ConfidenceInterval?
  /// How many times the variance would be with independent luck; `nil` without pairs, or where
  /// nothing varies.
  public let varianceRatio: Double?

  /// The contrast of values by replication, `nil` where there is none; `nil` when there is nothing
  /// to compare.
  ///
  /// - Parameters:
  ///   - isPaired: whether replication r of both has the same luck. Then the replications count
  ///     that both have, else all.
  ///   - areChances: whether all values are 1 or 0.
  public init?(
    of own: [Double?], from base: [Double?], isPaired: Bool, areChances: Bool = false,
    level: Double
  ) {
    if isPaired {
      let pairs = zip(base, own).compactMap { pair in
        pair.0.flatMap { first in pair.1.map { (first, $0) } }
      }
      if pairs.isEmpty { return nil }
      let difference = PairedDifference(
        base: pairs.map(\.0), variant: pairs.map(\.1), level: level)
      let summary = difference.summary
      let hasSpread = summary.count > 1
      method = areChances ? .pairedScore : .paired
      (count, versusCount) = (summary.count, summary.count)
      estimate = summary.mean
      standardDeviation = hasSpread ? summary.standardDeviation : nil
      standardError = hasSpread ? summary.standardError : nil
      interval =
        areChances
        ? ProportionDifference(
          base: pairs.map { $0.0 > 0 }, variant: pairs.map { $0.1 > 0 }, level: level
        ).interval : summary.interval
      varianceRatio = difference.varianceRatio
      return
    }
    let (first, second) = (Tally(base.compactMap { $0 }), Tally(own.compactMap { $0 }))
    if first.count == 0 || second.count == 0 { return nil }
    let hasSpread = first.count > 1 && second.count > 1
    let difference =
      hasSpread ? WelchDifference(base: first, variant: second, level: level) : nil
    method = areChances ? .score : .welch
    (count, versusCount) = (second.count, first.count)
    estimate = second.mean - first.mean
    standardDeviation = nil
    standardError = difference?.standardError
    interval =
      areChances
      ? ProportionDifference(
        base: Proportion(of: first), variant: Proportion(of: second), level: level
      ).interval : difference?.interval
    varianceRatio = nil
  }
}
