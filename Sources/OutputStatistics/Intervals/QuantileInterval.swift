/// An interval for a quantile between two order statistics, whatever the continuous distribution.
public struct QuantileInterval: Sendable, Equatable {
  /// The observation of the lower rank; `nil` where the interval is open.
  public let lower: Double?
  /// The observation of the upper rank; `nil` where the interval is open.
  public let upper: Double?

  /// The interval between the observations of the given ranks, in ascending order.
  ///
  /// As many finite observations as the ranks were found for, in order: anything else is a
  /// programming error.
  public init(sorted: [Double], ranks: QuantileRanks) {
    precondition(sorted.count == ranks.count, "the ranks are those of \(ranks.count) numbers")
    precondition(sorted.allSatisfy(\.isFinite), "an observation is not finite")
    precondition(
      zip(sorted, sorted.dropFirst()).allSatisfy { $0 <= $1 }, "the numbers are not in order")
    lower = ranks.lower.map { sorted[$0 - 1] }
    upper = ranks.upper.map { sorted[$0 - 1] }
  }
}
