/// How far a batch is.
public struct BatchProgress: Sendable {
  /// Replications that are done and counted.
  public var done: Int
  /// The most that will run.
  public var cap: Int
  /// Events in those that are done.
  public var eventCount: Int
  /// Time since the start.
  public var elapsed: Duration
  /// For each precision target, or each watched column, the half-width over the mean so far; `nil`
  /// before it is defined.
  public var relativeHalfWidths: [Double?]
}
