import OutputStatistics

/// A response of a scenario over all points of a design.
public struct RangeRow: Sendable {
  /// What the interval of the mean rests on.
  public enum Basis: String, Sendable {
    /// The means of independent randomisations of the design.
    case randomisations
    /// Nothing: the points are one design, and depend on each other.
    case oneDesign = "one_design"
    /// Nothing: points are missing, have failed or have no value.
    case incomplete
  }

  /// The scenario, by its place.
  public let scenario: Int
  /// The response, by its place.
  public let response: Int
  /// How the means of the points are spread; its interval would be that of independent points.
  public let spread: SampleSummary
  /// The mean over the ranges, where there are several randomisations.
  public let estimate: RandomisedMean?
  /// The interval of that mean.
  public let interval: ConfidenceInterval?
  /// What that interval rests on.
  public let basis: Basis

  /// The mean over the points; of points spread over the ranges, the mean over these.
  public var mean: Double { estimate?.means.mean ?? spread.mean }
}
