/// What the distances of one input over its slices amount to.
public struct PAWNSummary: Sendable, Equatable {
  /// The least distance.
  public let minimum: IndexEstimate

  /// The mean distance.
  public let mean: IndexEstimate

  /// The median distance, the usual index: one odd slice does not move it.
  public let median: IndexEstimate

  /// The greatest distance: that of the range of the input where it matters most.
  public let maximum: IndexEstimate
}
