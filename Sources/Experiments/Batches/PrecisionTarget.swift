import OutputStatistics

/// How well one response is to be known.
public struct PrecisionTarget: Sendable, Equatable {
  /// The response column, as an index into `OutcomeLayout.columns`.
  public var column: Int
  /// The half-width of the confidence interval over the mean.
  public var rule: PrecisionRule

  /// A target.
  public init(column: Int, rule: PrecisionRule) {
    self.column = column
    self.rule = rule
  }
}
