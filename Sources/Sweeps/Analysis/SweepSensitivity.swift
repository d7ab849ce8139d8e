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
  /// Whether the indices of a factor without effect are 0 to the bit: then the dummy, which is not
  /// made of the same differences, shows more than the error of small indices.
  public let areExactWithoutEffect: Bool
  /// What has to be known to read the indices, a sentence each.
  public let remarks: [String]
  /// Which indices of the design could not be given, and why; the others could.
  public let refusals: [String]

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
    let luck: RunLuck = experiment.hasCommonRandomNumbers ? .common : .own
    remarks = Self.remarks(on: experiment, replicationCount: replicationCount)
    areExactWithoutEffect = experiment.sharedLuck == .basePoint
    let words = SensitivityRefusal(of: experiment, scenario: scenario)
    do {
      switch experiment.design.kind {
      case .saltelli(let blocks):
        let steps = try SobolIndices.convergence(
          of: sample.outputs,
          layout: SaltelliLayout(
            inputCount: blocks.factorCount, hasSecondOrder: blocks.hasSecondOrder),
          luck: luck, bootstrap: bootstrap)
        convergence = steps.map { ($0.basePointCount, Self.rows(of: $0, names: names)) }
        rows = convergence.last?.rows ?? []
        sampleCount = blocks.baseCount
        shares = steps.last.map { "\($0.shares)" }
        refusals = []
        return
      case .morris(let design):
        rows = try Self.rows(
          of: experiment.moves(of: design, scenario: scenario), sample, names: names, luck,
          bootstrap)
        sampleCount = design.trajectoryCount
        (shares, refusals) = (nil, [])
      case .fourierAmplitude(let designs, let harmonics):
        let indices = try Self.indices(
          of: designs, harmonics, sample, luck, level: experiment.confidenceLevel)
        rows = Self.rows(of: indices, names: names)
        sampleCount = designs[0].samplesPerCurve
        (shares, refusals) = ("\(indices.shares)", [])
      case .spread:
        let measures = GivenDataRows(
          inputs: try sample.inputs(of: experiment, scenario: scenario), output: sample.means,
          names: names, bootstrap: bootstrap, words: words)
        if measures.rows.isEmpty {
          throw SweepError.notAnalysable(
            "\(experiment.responses[response].id) has no indices: "
              + measures.refusals.joined(separator: "\n"))
        }
        rows = measures.rows
        sampleCount = sample.means.count
        (shares, refusals) = (nil, measures.refusals)
      case .plain, .list:
        throw SweepError.notAnalysable(Self.refusal(of: experiment.design.name))
      }
    } catch let error as SensitivityError {
      throw SweepError.notAnalysable(
        "\(experiment.responses[response].id) has no indices: \(words.text(for: error))")
    }
    convergence = []
  }

  /// What one replication of each point means for indices that do not say it themselves.
  private static func remarks(on experiment: Experiment, replicationCount: Int) -> [String] {
    if replicationCount > 1 { return [] }
    switch (experiment.design.kind, experiment.sharedLuck) {
    case (.saltelli, .basePoint):
      return [
        "Noise is here what luck does alone: what it does together with factors counts as theirs, "
          + "and two replications or more would tell it apart"
      ]
    case (.morris, .everyPoint):
      return ["Effects hold at the one luck that all points have; another luck gives others"]
    case (.spread, .everyPoint):
      return ["They hold at the one luck that all points have; another luck gives others"]
    case (.spread, .randomisation):
      return [
        "Luck is one more thing that differs between randomisations: it weakens correlations, and "
          + "their intervals take points as independent"
      ]
    case (.spread, .noPoint):
      return ["Noise of one replication is in every value, and weakens correlations"]
    default: return []
    }
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
}
