/// The Sobol' indices of one input.
public struct SobolIndex: Sendable, Equatable {
  /// The share of variance that the input explains alone, S1.
  public let firstOrder: IndexEstimate

  /// The share of variance in which the input has a part, alone or with others, ST.
  public let total: IndexEstimate
}
