/// How much of the variance of an output is Monte Carlo noise rather than an effect of inputs.
public struct NoiseShare: Sendable, Equatable, BitwiseCopyable {
  /// The share in the variance of the outputs of single runs.
  public let ofRuns: Double

  /// The share in the variance of the means over the replications of a row.
  ///
  /// So much would an input that does nothing be taken to have, were the noise not taken off.
  public let ofRowMeans: Double

  /// Shares of known size.
  init(ofRuns: Double, ofRowMeans: Double) {
    self.ofRuns = ofRuns
    self.ofRowMeans = ofRowMeans
  }

  /// The shares of noise with a variance of its own beside that of the expected output, which is
  /// above 0.
  init(expectedVariance: Double, noiseVariance: Double, replicationCount: Int) {
    let ofMeans = noiseVariance / Double(replicationCount)
    ofRuns = noiseVariance / (expectedVariance + noiseVariance)
    ofRowMeans = ofMeans / (expectedVariance + ofMeans)
  }
}
