/// The second-order Sobol' index of two inputs.
public struct SobolInteraction: Sendable, Equatable {
  /// The first input, counted from 0.
  public let first: Int

  /// The second input, greater than the first.
  public let second: Int

  /// The share of variance that the two explain together beyond what each explains alone, S2.
  public let index: IndexEstimate
}
