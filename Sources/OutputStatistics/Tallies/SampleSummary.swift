/// What a table says of a sample: its size, centre, spread, range and interval.
public struct SampleSummary: Sendable, Equatable {
  /// How many numbers there are.
  public let count: Int
  /// The mean.
  public let mean: Double
  /// The sample standard deviation, 0 for a single number.
  public let standardDeviation: Double
  /// The Monte Carlo standard error of the mean, 0 for a single number.
  public let standardError: Double
  /// The interval for the expected value by Student's t, nil for a single number.
  public let interval: ConfidenceInterval?
  /// What variance reduction has won; see ``MeanEstimate/varianceRatio``.
  public let varianceRatio: Double?
  /// The least number.
  public let minimum: Double
  /// The 5 % quantile, type 7.
  public let q05: Double
  /// The median.
  public let median: Double
  /// The 95 % quantile, type 7.
  public let q95: Double
  /// The greatest number.
  public let maximum: Double

  /// The summary of `values`, with an interval of the given level.
  ///
  /// At least one value, all finite, and a level strictly between 0 and 1: anything else is a
  /// programming error. Moments are folded in the order given; the cost is that of sorting.
  public init(_ values: [Double], level: Double) {
    self.init(values, estimate: MeanEstimate(Tally(values), level: level))
  }

  /// The summary of `values` whose expected value is estimated in another way than by their plain
  /// mean: with variance reduction.
  public init(_ values: [Double], estimate: MeanEstimate) {
    precondition(!values.isEmpty, "a summary needs at least one number")
    let tally = Tally(values)
    let sorted = values.sorted()
    count = tally.count
    mean = estimate.mean
    standardDeviation = tally.standardDeviation
    standardError = estimate.standardError
    interval = estimate.interval
    varianceRatio = estimate.varianceRatio
    minimum = tally.minimum
    q05 = Quantile.type7(sorted: sorted, 0.05)
    median = Quantile.type7(sorted: sorted, 0.5)
    q95 = Quantile.type7(sorted: sorted, 0.95)
    maximum = tally.maximum
  }
}
