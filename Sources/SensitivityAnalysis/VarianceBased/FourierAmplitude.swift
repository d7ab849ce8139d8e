import ElementaryFunctions
import OutputStatistics

/// First-order and total indices by the extended Fourier amplitude sensitivity test (eFAST).
///
/// Along a search curve input i oscillates at a high frequency ω and all others at low ones. The
/// part of the variance at ω and its harmonics is what i explains; the part below ω / 2 is what the
/// others explain without it. Source: Saltelli, Tarantola and Chan, Technometrics 41 (1999) 39-56.
///
/// Noise has power at every frequency. With two or more replications powers are products of
/// different replications only, as in ``SobolIndices``, so that noise is taken off. One run per
/// point with luck of its own is refused. With common luck the curves of a repetition share theirs
/// and repetitions have luck of their own; one run per point of one repetition gives the indices of
/// this one luck.
///
/// The intervals come from curves with phases of their own, by Student's t: points of one curve are
/// not independent, so resampling them says nothing.
public struct FourierAmplitude: Sendable, Equatable {
  /// The indices of each input.
  public let inputs: [SobolIndex]

  /// Of which variance they are shares.
  public let shares: VarianceShares

  /// How much of the variance is noise; nil for a deterministic model, and where one run per point
  /// does not tell.
  public let noise: NoiseShare?

  /// The indices from outputs along search curves.
  ///
  /// `curves[input][repetition]` holds the N outputs along a curve on which `input` has the
  /// frequency `frequency`, at s = 2πk/N for k = 0 ..< N; repetitions differ in their phases, and
  /// every input has equally many. `harmonics` is M, usually 4. `level` is the coverage of the
  /// intervals; with a single repetition there are none.
  ///
  /// Throws if a curve is constant or cannot be told from noise, if noise cannot be told from
  /// effects, or if N is below 2 M ω + 1, where frequencies would be mistaken for each other. The
  /// cost of a curve is N (ω / 2 + M) for each replication.
  public init(
    curves: [[RunOutputs]], frequency: Int, harmonics: Int = 4, luck: RunLuck, level: Double = 0.95
  ) throws(SensitivityError) {
    precondition(frequency >= 2 && harmonics >= 1, "ω is at least 2 and M at least 1")
    precondition(level > 0 && level < 1, "level \(level) is not between 0 and 1")
    let repetitions = curves.first?.count ?? 0
    let count = curves.first?.first?.rowCount ?? 0
    let replications = curves.first?.first?.replicationCount ?? 1
    let least = 2 * harmonics * frequency + 1
    if count < least { throw .tooFew(of: "points on a curve", found: count, least: least) }
    if luck == .own && replications == 1 { throw .noiseUnknown }
    let turn = Turn(count: count)
    var inputs: [SobolIndex] = []
    var (variance, noise) = (Tally(), Tally())
    for input in curves {
      if input.count != repetitions {
        throw .wrongRowCount(
          found: input.count * count, expected: "\(repetitions) curves of \(count) for each input")
      }
      var (first, total) = (Tally(), Tally())
      for outputs in input {
        let curve = try SearchCurve(
          outputs, count: count, replicationCount: replications, luck: luck)
        let spectrum = turn.spectrum(of: curve, frequency: frequency, harmonics: harmonics)
        // A curve of which nothing is left would give any index.
        guard spectrum.variance > 0 else { throw .onlyNoise }
        first.add(spectrum.own / spectrum.variance)
        total.add(1 - spectrum.others / spectrum.variance)
        variance.add(spectrum.variance)
        noise.add(curve.varianceWithinPoints)
      }
      inputs.append(
        SobolIndex(
          firstOrder: IndexEstimate(
            first.mean, interval: first.confidenceInterval(level: level)),
          total: IndexEstimate(total.mean, interval: total.confidenceInterval(level: level))))
    }
    self.inputs = inputs
    guard replications > 1 else {
      shares = luck == .none ? .ofOutput : repetitions > 1 ? .atEqualLuck : .atOneLuck
      self.noise = nil
      return
    }
    // The error of the variance, were the outputs nothing but noise: the product of two
    // replications has the variance of noise squared, and there are so many pairs, at every point
    // of each curve where luck is its own; else all points of a repetition may go up and down as
    // one.
    let independent = luck == .common ? repetitions : curves.count * repetitions * count
    let products = Double(independent * replications * (replications - 1))
    let error = noise.mean * (2 / products).squareRoot()
    guard variance.mean > Portable.normalQuantile(0.5 + 0.5 * level) * error else {
      throw .onlyNoise
    }
    shares = .ofExpectedOutput
    self.noise =
      luck == .none
      ? nil
      : NoiseShare(
        expectedVariance: variance.mean, noiseVariance: noise.mean, replicationCount: replications)
  }
}

/// The outputs along one search curve, each replication less its own mean.
private struct SearchCurve {
  /// By replication, then by point.
  let replications: [[Double]]

  /// The variance between the replications of a point, mean over the points; 0 with one. With
  /// common luck that of replications less their own means: what luck does to all points alike is
  /// in no index.
  let varianceWithinPoints: Double

  /// Throws if points or replications are missing, or if no replication varies along the curve.
  init(
    _ outputs: RunOutputs, count: Int, replicationCount: Int, luck: RunLuck
  ) throws(SensitivityError) {
    if outputs.rowCount != count {
      throw .wrongRowCount(found: outputs.rowCount, expected: "\(count) points on every curve")
    }
    if outputs.replicationCount != replicationCount {
      throw .unevenReplications(
        row: 0, found: outputs.replicationCount, expected: replicationCount)
    }
    if RunOutputs.isConstant(outputs.values) { throw .constantOutput(value: outputs.values[0]) }
    let replications = (0..<replicationCount).map { replication in
      (0..<count).map { outputs.values[$0 * replicationCount + replication] }
    }
    if replications.allSatisfy(RunOutputs.isConstant) { throw .onlyNoise }
    let means = replications.map { RunOutputs.mean(of: $0) }
    self.replications = zip(replications, means).map { values, mean in values.map { $0 - mean } }
    guard replicationCount > 1 else {
      varianceWithinPoints = 0
      return
    }
    var squares = 0.0
    let compared = luck == .common ? self.replications : replications
    for point in 0..<count {
      let values = compared.map { $0[point] }
      let mean = RunOutputs.mean(of: values)
      squares += values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    varianceWithinPoints = squares / Double(count * (replicationCount - 1))
  }

  /// The square of the sum over replications less their own squares, over the number of ordered
  /// pairs: the mean product of different replications; of one replication its square.
  static func product(_ values: [Double]) -> Double {
    if values.count == 1 { return values[0] * values[0] }
    let sum = values.reduce(0, +)
    let squares = values.reduce(0) { $0 + $1 * $1 }
    return (sum * sum - squares) / Double(values.count * (values.count - 1))
  }
}

/// The parts of the variance along a search curve.
private struct CurveSpectrum {
  /// All of it.
  let variance: Double
  /// What lies at the frequency of the input and its harmonics.
  let own: Double
  /// What lies below half that frequency.
  let others: Double
}

/// A turn in equal steps, with the cosine and sine of each.
private struct Turn {
  private let cosines: [Double]
  private let sines: [Double]

  init(count: Int) {
    cosines = (0..<count).map { Portable.cosineOfTurns($0, of: count) }
    sines = (0..<count).map { Portable.sineOfTurns($0, of: count) }
  }

  /// The power of a curve at a frequency: twice the squared modulus of its Fourier coefficient.
  private func power(of curve: SearchCurve, at frequency: Int) -> Double {
    let coefficients = curve.replications.map { coefficient(of: $0, at: frequency) }
    let count = Double(cosines.count)
    return 2
      * (SearchCurve.product(coefficients.map(\.real))
        + SearchCurve.product(coefficients.map(\.imaginary))) / (count * count)
  }

  private func coefficient(
    of outputs: [Double], at frequency: Int
  ) -> (real: Double, imaginary: Double) {
    var (real, imaginary) = (0.0, 0.0)
    var step = 0
    for output in outputs {
      real += output * cosines[step]
      imaginary += output * sines[step]
      step += frequency
      if step >= outputs.count { step -= outputs.count }
    }
    return (real, imaginary)
  }

  /// The variance of a curve and its parts, by Parseval's theorem.
  func spectrum(of curve: SearchCurve, frequency: Int, harmonics: Int) -> CurveSpectrum {
    let count = cosines.count
    let products = (0..<count).map { point in
      SearchCurve.product(curve.replications.map { $0[point] })
    }
    var variance = RunOutputs.mean(of: products)
    // An even number of points has a highest frequency that counts once and is left out.
    if count.isMultiple(of: 2) { variance -= 0.5 * power(of: curve, at: count / 2) }
    return CurveSpectrum(
      variance: variance,
      own: (1...harmonics).reduce(0) { $0 + power(of: curve, at: $1 * frequency) },
      others: (1...frequency / 2).reduce(0) { $0 + power(of: curve, at: $1) })
  }
}
