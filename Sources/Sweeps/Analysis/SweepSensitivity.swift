import ExperimentalDesigns
import OutputStatistics
import ResultFiles
import SensitivityAnalysis

/// How a response of a sweep depends on its factors, by the indices that the design supports.
public struct SweepSensitivity: Sendable {
  /// Base points, trajectories or rows that the indices rest on.
  public let sampleCount: Int
  /// Replications of each point.
  public let replicationCount: Int
  /// The indices, input by input in the order of the experiment.
  public let rows: [SensitivityRow]
  /// For Saltelli blocks: the indices at the first N, N/2, N/4, ... base points, the fewest first.
  public let convergence: [(sampleCount: Int, rows: [SensitivityRow])]
  /// What indices are shares of, where they are shares.
  public let shares: String?

  /// Which seed resampling has: intervals are the same whenever they are computed.
  private static let resamplingSeed: UInt64 = 1

  /// Analyses one response of one scenario.
  ///
  /// - Parameter resampleCount: how many bootstrap resamples intervals rest on.
  /// - Throws: `SweepError.notAnalysable` when the design supports no index, when points are
  ///   missing or failed, or when an index is not defined; `OutputError` when a record cannot be
  ///   read.
  public init(
    of response: Int, scenario: Int, in store: SweepStore, resampleCount: Int = 1000
  ) throws {
    let experiment = store.experiment
    let sample = try ResponseSample(of: response, scenario: scenario, in: store)
    let bootstrap = Bootstrap(
      seed: Self.resamplingSeed, resampleCount: resampleCount, level: experiment.confidenceLevel)
    let names = experiment.factors.map(\.id)
    replicationCount = sample.outputs.replicationCount
    do {
      switch experiment.design.kind {
      case .saltelli(let blocks):
        let luck: RunLuck = experiment.hasCommonRandomNumbers ? .common : .own
        let steps = try SobolIndices.convergence(
          of: sample.outputs,
          layout: SaltelliLayout(
            inputCount: blocks.factorCount, hasSecondOrder: blocks.hasSecondOrder),
          luck: luck, bootstrap: bootstrap)
        convergence = steps.map { ($0.basePointCount, Self.rows(of: $0, names: names)) }
        rows = convergence.last?.rows ?? []
        sampleCount = blocks.baseCount
        shares = steps.last.map { "\($0.shares)" }
        return
      case .morris(let design):
        rows = try Self.rows(of: design, sample, names: names, bootstrap: bootstrap)
        sampleCount = design.trajectoryCount
      case .fourierAmplitude(let designs, let harmonics):
        rows = try Self.rows(of: designs, harmonics, sample, names, experiment.confidenceLevel)
        sampleCount = designs[0].samplesPerCurve
      case .spread:
        let inputs = try sample.inputs(of: experiment, scenario: scenario)
        rows = try Self.rows(of: inputs, sample.means, names: names, bootstrap: bootstrap)
        sampleCount = sample.means.count
      case .plain, .list:
        throw SweepError.notAnalysable(Self.refusal(of: experiment.design.name))
      }
    } catch let error as SensitivityError {
      throw SweepError.notAnalysable(
        "\(experiment.responses[response].id) has no indices: \(error)")
    }
    convergence = []
    shares = nil
  }

  /// Why a design supports no index, and which ones do.
  public static func refusal(of design: String) -> String {
    "the design \"\(design)\" supports no sensitivity index: its points do not cover the ranges "
      + "evenly\n  hint: take \"morris\" to find the factors that matter, \"saltelli\" for shares "
      + "of the variance, or \"latinHypercube\", \"sobol\" or \"halton\" for correlations"
  }

  /// Whether a design supports indices at all.
  public static func supports(_ design: ExperimentDesign) -> Bool {
    switch design.kind {
    case .saltelli, .morris, .fourierAmplitude, .spread: true
    case .plain, .list: false
    }
  }

  private static func rows(of indices: SobolIndices, names: [String]) -> [SensitivityRow] {
    var rows: [SensitivityRow] = []
    for (name, input) in zip(names + [SensitivityRow.dummy], indices.inputs + [indices.dummy]) {
      rows.append(SensitivityRow(name, .firstOrder, input.firstOrder))
      rows.append(SensitivityRow(name, .total, input.total))
    }
    for pair in indices.interactions {
      rows.append(
        SensitivityRow("\(names[pair.first]) * \(names[pair.second])", .secondOrder, pair.index))
    }
    if let noise = indices.noise {
      rows.append(SensitivityRow(SensitivityRow.all, .noiseShare, noise.ofRowMeans))
    }
    return rows
  }

  private static func rows(
    of design: MorrisTrajectories, _ sample: ResponseSample, names: [String], bootstrap: Bootstrap
  ) throws(SensitivityError) -> [SensitivityRow] {
    let moves = (0..<design.trajectoryCount).map { number in
      let trajectory = design.trajectory(number)
      return MorrisMoves(
        order: trajectory.order,
        steps: trajectory.order.map { trajectory.quantileStep(ofFactor: $0) })
    }
    let effects = try ElementaryEffects(
      sample.outputs, trajectories: moves, bootstrap: bootstrap)
    return zip(names, effects.inputs).flatMap { name, effect in
      var rows = [
        SensitivityRow(name, .meanAbsoluteEffect, effect.meanAbsolute),
        SensitivityRow(name, .meanEffect, effect.mean),
        SensitivityRow(name, .effectDeviation, effect.standardDeviation),
      ]
      if let floor = effect.noiseFloor { rows.append(SensitivityRow(name, .noiseFloor, floor)) }
      return rows
    }
  }

  private static func rows(
    of designs: [FourierAmplitudeDesign], _ harmonics: Int, _ sample: ResponseSample,
    _ names: [String], _ level: Double
  ) throws(SensitivityError) -> [SensitivityRow] {
    let means = sample.means
    let length = designs[0].samplesPerCurve
    let size = designs[0].pointCount
    let curves = names.indices.map { input in
      designs.indices.map { repetition in
        let start = repetition * size + input * length
        return Array(means[start..<(start + length)])
      }
    }
    let indices = try FourierAmplitude(
      curves: curves, frequency: designs[0].largestFrequency, harmonics: harmonics, level: level)
    return zip(names, indices.inputs).flatMap { name, input in
      [
        SensitivityRow(name, .firstOrder, input.firstOrder),
        SensitivityRow(name, .total, input.total),
      ]
    }
  }

  private static func rows(
    of inputs: [[Double]], _ means: [Double], names: [String], bootstrap: Bootstrap
  ) throws(SensitivityError) -> [SensitivityRow] {
    let correlation = try RankCorrelation(inputs: inputs, output: means, level: bootstrap.level)
    // Slices of at least ten rows, and at most ten of them.
    let pawn = try PAWNIndex(
      inputs: inputs, output: means, sliceCount: max(2, min(10, means.count / 10)),
      bootstrap: bootstrap)
    var rows: [SensitivityRow] = []
    for (number, name) in names.enumerated() {
      let own = correlation.inputs[number]
      rows.append(
        SensitivityRow(
          name, .partialRankCorrelation,
          IndexEstimate(own.partialRank.value, interval: own.partialRank.interval)))
      rows.append(SensitivityRow(name, .rankCorrelation, own.spearman))
      rows.append(SensitivityRow(name, .distance, pawn.inputs[number].summary.median))
    }
    rows.append(SensitivityRow(SensitivityRow.dummy, .distance, pawn.dummy.median))
    return rows
  }
}
