/// A design that sets every factor at every point to a quantile of its distribution.
public protocol QuantileDesign: Design {
  /// Which of the probabilities 0 and 1 the design may ask for.
  ///
  /// A distribution with an infinite tail has no finite quantile there. What the field does about
  /// it: randomised designs (scrambled Sobol' and Halton points, jittered or centred Latin
  /// hypercubes) never reach the ends; for others the caller leaves out the ends of such a
  /// distribution.
  var reachedExtremes: QuantileExtremes { get }

  /// One probability for each factor at `point`, counted from 0.
  func quantiles(ofPoint point: Int) -> [Double]
}

extension QuantileDesign {
  /// The quantiles of the point as settings.
  public func settings(ofPoint point: Int) -> [FactorSetting] {
    quantiles(ofPoint: point).map { .quantile($0) }
  }
}
