import ExperimentalDesigns

/// The design of an experiment: which combinations of factor values are run.
public struct ExperimentDesign: Sendable {
  /// What kind of design it is, for what its analysis needs to know.
  public enum Kind: Sendable {
    /// Nothing is known of the points but their values.
    case plain(any Design)
    /// Points that the file lists.
    case list([[FactorValue]])
    /// Points spread evenly over all factors.
    case spread(any QuantileDesign)
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

  /// The values of the factors at a point.
  func values(ofPoint point: Int, factors: [Factor]) -> [FactorValue] {
    let settings: [FactorSetting]
    switch kind {
    case .plain(let design): settings = design.settings(ofPoint: point)
    case .list(let points): return points[point]
    case .spread(let design): settings = design.settings(ofPoint: point)
    case .morris(let design): settings = design.settings(ofPoint: point)
    case .saltelli(let design): settings = design.settings(ofPoint: point)
    case .fourierAmplitude(let designs, _):
      let (repetition, place) = point.quotientAndRemainder(dividingBy: designs[0].pointCount)
      settings = designs[repetition].settings(ofPoint: place)
    }
    return zip(factors, settings).map { $0.value(at: $1) }
  }
}
