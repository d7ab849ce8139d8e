import SensitivityAnalysis

/// Why an index cannot be given, in the words of the experiment file: factors by name, points by
/// number, and what to change there.
struct SensitivityRefusal {
  private let experiment: Experiment
  private let scenario: Int

  /// For the points of one scenario.
  init(of experiment: Experiment, scenario: Int) {
    self.experiment = experiment
    self.scenario = scenario
  }

  /// What was found, and on a line of its own what to do.
  func text(for error: SensitivityError) -> String {
    switch error {
    case .noiseUnknown:
      "one replication of each point, with luck of its own: its noise would count as an effect of "
        + "every factor\n  hint: set \"replications\" to 2 or more, or leave "
        + "\"commonRandomNumbers\" out"
    case .onlyNoise:
      "the variance over the points cannot be told from noise, so shares of it say nothing\n"
        + "  hint: raise \"replications\" or \"\(size)\", or widen the ranges of the factors"
    case .tooFew(let what, let found, let least):
      "\(found) \(what == "rows" ? "points" : what) where at least \(least) are needed\n"
        + "  hint: raise \"\(size)\" of the design"
    case .constantOutput(let value):
      "it is \(value) at every point, and shares of a variance of 0 are undefined\n"
        + "  hint: choose a response that varies, or widen the ranges of the factors"
    case .constantInput(let input):
      "the factor \"\(name(input))\" has the same value at every point, so its effect cannot be "
        + "seen\n  hint: widen its range, or leave it out"
    case .dependentInput(let input):
      "the factor \"\(name(input))\" follows from the factors before it at every point, so their "
        + "effects cannot be told apart\n  hint: raise \"\(size)\" of the design, or leave it out"
    case .outputNotFinite(let row, let replication, let value):
      "replication \(replication) of point \(point(row)) has the value \(value)\n"
        + "  hint: narrow the range that made it so"
    case .inputNotFinite(let input, let row, let value):
      "the factor \"\(name(input))\" is \(value) at point \(point(row))\n  hint: narrow its range"
    case .unevenReplications(let row, let found, let expected):
      "point \(point(row)) has \(found) replications where others have \(expected)\n"
        + "  hint: the same panj sweep command runs the rest"
    case .wrongRowCount, .brokenTrajectory: "\(error)"
    }
  }

  private func name(_ input: Int) -> String { experiment.factors[input].id }

  private func point(_ row: Int) -> Int { scenario * experiment.design.pointCount + row }

  /// What the file calls the size of the design.
  private var size: String {
    switch experiment.design.kind {
    case .saltelli: "basePoints"
    case .morris: "trajectories"
    case .fourierAmplitude: "samples"
    case .spread, .plain, .list: "points"
    }
  }
}
