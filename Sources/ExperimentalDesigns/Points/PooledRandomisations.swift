/// Several independent randomisations of one design, one after the other as one design.
///
/// One randomised design of n points gives an unbiased mean, and no way to tell how exact it is:
/// its points depend on each other. The means of k independent randomisations do not, so their
/// spread says it, whatever the design has won by being even (Owen, "Monte Carlo variance of
/// scrambled net quadrature", SIAM J. Numer. Anal. 34 (1997) 1884-1910; L'Ecuyer and Lemieux,
/// "Recent advances in randomized quasi-Monte Carlo methods", in Modeling Uncertainty (Kluwer
/// 2002) 419-474). That costs evenness: k designs of n points are less even than one of k n.
public struct PooledRandomisations: QuantileDesign {
  /// The randomisations, at least one, all of one size.
  public let randomisations: [any QuantileDesign]

  /// The pool of some randomisations, at least one, of equally many points and factors; that they
  /// are independent is the caller's promise.
  public init(_ randomisations: [any QuantileDesign]) {
    precondition(!randomisations.isEmpty, "a pool of no design")
    precondition(
      randomisations.allSatisfy {
        $0.pointCount == randomisations[0].pointCount
          && $0.factorCount == randomisations[0].factorCount
      }, "the randomisations of one design have one size")
    self.randomisations = randomisations
    DesignLimits.check(pointCount: pointCount, factorCount: factorCount)
  }

  /// Those of all randomisations together.
  public var pointCount: Int { randomisations.count * randomisations[0].pointCount }

  /// As many as each has.
  public var factorCount: Int { randomisations[0].factorCount }

  /// Those of any.
  public var reachedExtremes: QuantileExtremes { randomisations[0].reachedExtremes }

  /// Which randomisation `point` belongs to, from 0.
  public func randomisation(ofPoint point: Int) -> Int {
    checkPoint(point)
    return point / randomisations[0].pointCount
  }

  /// The coordinates of `point` in its randomisation.
  public func quantiles(ofPoint point: Int) -> [Double] {
    let number = randomisation(ofPoint: point)
    return randomisations[number].quantiles(ofPoint: point % randomisations[0].pointCount)
  }
}
