import OutputStatistics

/// Sobol' indices of all inputs, estimated from the outputs of a Saltelli design.
///
/// For stochastic models see ``RunLuck``. With two or more replications per row the indices are
/// shares of the variance of the expected output, and the noise of the runs is taken off. With one
/// run per row and common luck they are shares of the variance at equal luck. One run per row with
/// luck of its own is refused: an input that does nothing would seem to have as large a total index
/// as there is noise.
public struct SobolIndices: Sendable, Equatable {
  /// How many base points the estimates rest on.
  public let basePointCount: Int

  /// How they were estimated.
  public let estimator: SobolEstimator

  /// Of which variance they are shares.
  public let shares: VarianceShares

  /// That variance, in the square of the output's unit.
  public let variance: Double

  /// How much of the variance is noise; nil for a deterministic model.
  public let noise: NoiseShare?

  /// The indices of each input.
  public let inputs: [SobolIndex]

  /// The second-order indices of all pairs of inputs; empty if the layout has none.
  public let interactions: [SobolInteraction]

  /// The indices of an input that the model does not have, estimated from A and B alone.
  ///
  /// Their true values are 0; what is found instead is the error of sampling, and an input whose
  /// interval overlaps with the dummy's cannot be told from one without effect. The dummy is taken
  /// from products of outputs, not of differences, so it errs on the side of caution. After
  /// Khorashadi Zadeh and others, Environmental Modelling & Software 91 (2017) 210-222, with the
  /// square of the mean taken from all rows A and B.
  ///
  /// With common luck products would hold that luck; both indices are then half the mean product
  /// of A - B of a base point and of another. The indices of inputs are made of differences within
  /// a base point then, which are 0 to the bit for an input without effect; so the dummy says how
  /// far a large index may be off, and small ones are known better than that.
  public let dummy: SobolIndex

  /// The indices from outputs in the given layout, with bootstrap intervals over base points.
  ///
  /// `estimator` nil takes the one recommended for the layout. Throws if the rows are not whole
  /// blocks of at least 8 base points, if the output is constant, if noise cannot be told from
  /// effects, or if the interval of the variance of which indices are shares reaches 0: then it may
  /// be nothing but noise, and shares of it any number.
  ///
  /// On the Ishigami and a linear function, intervals of 95 % covered in 89 to 97 of 100 random
  /// designs of 64 base points and in 90 to 97 of 256. The cost is that of `resampleCount` times
  /// base points times inputs, or pairs of inputs with second order: 0.1 s for 1,000, 4,096 and 20.
  public init(
    _ outputs: RunOutputs, layout: SaltelliLayout, luck: RunLuck,
    estimator: SobolEstimator? = nil, bootstrap: Bootstrap
  ) throws(SensitivityError) {
    basePointCount = try layout.basePointCount(ofRows: outputs.rowCount)
    if RunOutputs.isConstant(outputs.values) { throw .constantOutput(value: outputs.values[0]) }
    if luck == .own && outputs.replicationCount == 1 { throw .noiseUnknown }
    self.estimator = estimator ?? .recommended(for: layout)
    shares = VarianceShares(luck: luck, replicationCount: outputs.replicationCount)

    let terms = SobolTerms(outputs, layout: layout, luck: luck, estimator: self.estimator)
    let means = terms.means()
    let indices = terms.indices(means)
    variance = terms.variance(means)
    // A variance of rounding errors is none.
    guard variance > 0x1p-80 * terms.pooledVariance(means), !indices.contains(where: \.isNaN) else {
      throw .onlyNoise
    }
    noise = terms.noise(means)

    let resampled = (0..<bootstrap.resampleCount).map { number in
      terms.means(over: bootstrap.resample(number, of: terms.basePointCount))
    }
    let least = bootstrap.interval(of: resampled.map { terms.variance($0) })?.lower ?? 0
    let resampledIndices = resampled.map { terms.indices($0) }
    let estimates = indices.enumerated().map { position, value in
      IndexEstimate(
        value, interval: bootstrap.interval(of: resampledIndices.map { $0[position] }))
    }
    guard least > 0, estimates.allSatisfy({ $0.interval != nil }) else { throw .onlyNoise }
    inputs = (0..<layout.inputCount).map { input in
      SobolIndex(
        firstOrder: estimates[input], total: estimates[layout.inputCount + input])
    }
    interactions = Self.interactions(
      estimates.dropFirst(2 * layout.inputCount).dropLast(2), layout: layout)
    dummy = SobolIndex(
      firstOrder: estimates[estimates.count - 2], total: estimates[estimates.count - 1])
  }

  private static func interactions(
    _ estimates: ArraySlice<IndexEstimate>, layout: SaltelliLayout
  ) -> [SobolInteraction] {
    let pairs = (0..<layout.inputCount).flatMap { first in
      (first + 1..<layout.inputCount).map { (first, $0) }
    }
    return zip(pairs, estimates).map { pair, estimate in
      SobolInteraction(first: pair.0, second: pair.1, index: estimate)
    }
  }

  /// The indices at the first N, N/2, N/4, ... base points, the fewest first, at least 8 of them.
  ///
  /// Where they no longer move from one doubling to the next, and stay within their intervals, the
  /// design is large enough. Prefixes in which indices are undefined are left out. Throws what the
  /// initialiser throws for all base points; costs about twice as much.
  public static func convergence(
    of outputs: RunOutputs, layout: SaltelliLayout, luck: RunLuck,
    estimator: SobolEstimator? = nil, bootstrap: Bootstrap
  ) throws(SensitivityError) -> [SobolIndices] {
    var steps = [
      try SobolIndices(
        outputs, layout: layout, luck: luck, estimator: estimator, bootstrap: bootstrap)
    ]
    var count = steps[0].basePointCount / 2
    while count >= SaltelliLayout.leastBasePoints {
      let prefix = outputs.rows(0..<count * layout.rowsPerBasePoint)
      if let step = try? SobolIndices(
        prefix, layout: layout, luck: luck, estimator: estimator, bootstrap: bootstrap)
      {
        steps.append(step)
      }
      count /= 2
    }
    return steps.reversed()
  }
}

extension VarianceShares {
  /// What indices from runs of this luck are shares of.
  fileprivate init(luck: RunLuck, replicationCount: Int) {
    switch luck {
    case .none: self = .ofOutput
    case .common where replicationCount == 1: self = .atEqualLuck
    case .common, .own: self = .ofExpectedOutput
    }
  }
}
