/// The PAWN distances of one input.
public struct PAWNInput: Sendable, Equatable {
  /// The distance in each slice that has rows, in ascending order of the input.
  public let distances: [Double]

  /// What they amount to.
  public let summary: PAWNSummary

  /// Their standard deviation, with divisor the number of slices.
  public let standardDeviation: Double

  /// Their standard deviation over their mean; nil if all are 0.
  public let coefficientOfVariation: Double?
}
