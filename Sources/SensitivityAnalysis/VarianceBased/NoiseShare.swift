/// How much of the variance of an output is Monte Carlo noise rather than an effect of inputs.
public struct NoiseShare: Sendable, Equatable, BitwiseCopyable {
  /// The share in the variance of the outputs of single runs.
  public let ofRuns: Double

  /// The share in the variance of the means over the replications of a row.
  ///
  /// So much would an input that does nothing be taken to have, were the noise not taken off.
  public let ofRowMeans: Double
}
