import OutputStatistics

/// An estimated index with its interval.
public struct IndexEstimate: Sendable, Equatable {
  /// The estimate.
  public let value: Double

  /// The interval, nil where the data give none.
  public let interval: ConfidenceInterval?

  /// An estimate with its interval.
  package init(_ value: Double, interval: ConfidenceInterval? = nil) {
    self.value = value
    self.interval = interval
  }
}
