/// An expected value as far as it is known: a mean, its standard error and its interval.
///
/// However it was made: as the plain mean of independent observations, or by one of the ways of
/// variance reduction, which then also say what they have won.
public struct MeanEstimate: Sendable, Equatable {
  /// How many independent observations it rests on.
  public let count: Int
  /// The estimate.
  public let mean: Double
  /// Its estimated standard deviation, 0 for a single observation.
  public let standardError: Double
  /// The interval for the expected value, nil for a single observation.
  public let interval: ConfidenceInterval?
  /// How many times larger the variance of the plain mean of as many replications with luck of
  /// their own would be, as estimated from the same replications.
  ///
  /// Nil where variance reduction was not at work or nothing varies; infinite where all variance is
  /// gone; below 1 where it has done harm.
  public let varianceRatio: Double?

  /// The plain mean of what a tally has seen; at least one number.
  public init(_ tally: Tally, level: Double, varianceRatio: Double? = nil) {
    precondition(tally.count > 0, "an estimate needs at least one number")
    count = tally.count
    mean = tally.mean
    standardError = tally.standardError
    interval = tally.confidenceInterval(level: level)
    self.varianceRatio = varianceRatio
  }

  /// The mean adjusted by control variates.
  ///
  /// - Parameter ratio: what was won before the controls, with antithetic pairs; 1 for nothing.
  public init(_ controlled: ControlVariates, afterRatio ratio: Double) {
    count = controlled.count
    mean = controlled.mean
    standardError = controlled.standardError
    interval = controlled.interval
    varianceRatio = controlled.varianceRatio.map { $0 * ratio }
  }
}
