import ExperimentalDesigns

/// The design of an experiment: which combinations of factor values are run.
public struct ExperimentDesign: Sendable {
  /// What kind of design it is, for what its analysis needs to know.
  public enum Kind: Sendable {
    /// Nothing is known of the points but their values.
    case plain(any Design)
    /// Points that the file lists.
    case list([[FactorValue]])
    /// Points spread evenly over all factors, by one randomisation of a design or several.
    case spread(PooledRandomisations)
    /// Trajectories for elementary effects.
    case morris(MorrisTrajectories)
    /// Blocks for Sobol' indices.
    case saltelli(SaltelliBlocks)
    /// Search curves of a Fourier analysis, once for each set of phases, and how many harmonics
    /// carry an effect.
    case fourierAmplitude([FourierAmplitudeDesign], harmonics: Int)
  }

  /// The word of the file for it.
  public var name: String
  /// What kind it is.
  public var kind: Kind

  /// How many points it has.
  public var pointCount: Int {
    switch kind {
    case .plain(let design): design.pointCount
    case .list(let points): points.count
    case .spread(let design): design.pointCount
    case .morris(let design): design.pointCount
    case .saltelli(let design): design.pointCount
    case .fourierAmplitude(let designs, _): designs.count * designs[0].pointCount
    }
  }

  /// How many independent randomisations the points belong to; 1 where nothing says so.
  public var randomisationCount: Int {
    if case .spread(let pool) = kind { pool.randomisations.count } else { 1 }
  }

  /// The values of the factors at a point.
  ///
  /// Designs that reach the quantiles 0 and 1, such as Morris's, leave out the ends of
  /// distributions whose tails have none; see `Factor.quantile(reachingEnds:)`.
  func values(ofPoint point: Int, factors: [Factor]) -> [FactorValue] {
    switch kind {
    case .plain(let design):
      return zip(factors, design.settings(ofPoint: point)).map { $0.value(at: $1) }
    case .list(let points): return points[point]
    case .spread(let design): return values(ofPoint: point, of: design, factors)
    case .morris(let design): return morrisValues(ofPoint: point, of: design, factors)
    case .saltelli(let design): return values(ofPoint: point, of: design, factors)
    case .fourierAmplitude(let designs, _):
      let (repetition, place) = point.quotientAndRemainder(dividingBy: designs[0].pointCount)
      return values(ofPoint: place, of: designs[repetition], factors)
    }
  }

  /// Levels of a factor stand for equal shares of the quantiles, so that all are met equally often.
  private func morrisValues(
    ofPoint point: Int, of design: MorrisTrajectories, _ factors: [Factor]
  ) -> [FactorValue] {
    var values = values(ofPoint: point, of: design, factors)
    if !factors.contains(where: \.hasLevels) { return values }
    let quantiles = design.stratumQuantiles(ofPoint: point)
    for (number, factor) in factors.enumerated() where factor.hasLevels {
      values[number] = factor.value(at: .quantile(quantiles[number]))
    }
    return values
  }

  private func values(
    ofPoint point: Int, of design: any QuantileDesign, _ factors: [Factor]
  ) -> [FactorValue] {
    let reachesEnds = !design.reachedExtremes.isEmpty
    return zip(factors, design.quantiles(ofPoint: point)).map { factor, quantile in
      factor.value(
        at: .quantile(reachesEnds ? factor.quantile(reachingEnds: quantile) : quantile))
    }
  }
}
