/// The elementary effects of one input and what they amount to.
public struct ElementaryEffect: Sendable, Equatable {
  /// The effect in each trajectory: change of the output per range of the input.
  ///
  /// A step is measured as a share of the range, in the unit cube or in levels, so an effect is
  /// that of the whole range of the input were the output linear, not that of a unit of it.
  public let effects: [Double]

  /// The mean effect, µ; effects of different sign cancel.
  public let mean: Double

  /// The mean of the absolute effects, µ*: the importance of the input.
  public let meanAbsolute: IndexEstimate

  /// The standard deviation of the effects, σ, with divisor r - 1: interaction and curvature.
  public let standardDeviation: Double

  /// The µ* that noise alone would give an input that does nothing; nil with one replication.
  ///
  /// Absolute values do not average to 0: of normal noise with standard error e they average to
  /// e times the square root of 2/π. The standard errors are those of differences between
  /// replications of the same number, so common random numbers count.
  public let noiseFloor: Double?
}
