import ExperimentalDesigns
import SensitivityAnalysis

/// The indices of each design as rows, input by input.
extension SweepSensitivity {
  static func rows(of indices: SobolIndices, names: [String]) -> [SensitivityRow] {
    var rows: [SensitivityRow] = []
    for (name, input) in zip(names + [SensitivityRow.dummy], indices.inputs + [indices.dummy]) {
      rows.append(SensitivityRow(name, .firstOrder, input.firstOrder))
      rows.append(SensitivityRow(name, .total, input.total))
    }
    for pair in indices.interactions {
      rows.append(
        SensitivityRow("\(names[pair.first]) * \(names[pair.second])", .secondOrder, pair.index))
    }
    return rows + Self.rows(of: indices.noise)
  }

  static func rows(of indices: FourierAmplitude, names: [String]) -> [SensitivityRow] {
    let rows = zip(names, indices.inputs).flatMap { name, input in
      [
        SensitivityRow(name, .firstOrder, input.firstOrder),
        SensitivityRow(name, .total, input.total),
      ]
    }
    return rows + Self.rows(of: indices.noise)
  }

  private static func rows(of noise: NoiseShare?) -> [SensitivityRow] {
    noise.map { [SensitivityRow(SensitivityRow.all, .noiseShare, $0.ofRowMeans)] } ?? []
  }

  /// The indices along search curves, repetition by repetition in the order of the points.
  static func indices(
    of designs: [FourierAmplitudeDesign], _ harmonics: Int, _ sample: ResponseSample,
    _ luck: RunLuck, level: Double
  ) throws(SensitivityError) -> FourierAmplitude {
    let length = designs[0].samplesPerCurve
    let size = designs[0].pointCount
    let curves = (0..<designs[0].factorCount).map { input in
      designs.indices.map { repetition in
        let start = repetition * size + input * length
        return sample.outputs.rows(start..<start + length)
      }
    }
    return try FourierAmplitude(
      curves: curves, frequency: designs[0].largestFrequency, harmonics: harmonics, luck: luck,
      level: level)
  }

  /// - Parameter moves: what each trajectory moves, see `Experiment.moves(of:scenario:)`.
  static func rows(
    of moves: [MorrisMoves], _ sample: ResponseSample, names: [String], _ luck: RunLuck,
    _ bootstrap: Bootstrap
  ) throws(SensitivityError) -> [SensitivityRow] {
    let effects = try ElementaryEffects(
      sample.outputs, trajectories: moves, luck: luck, bootstrap: bootstrap)
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
}

extension Experiment {
  /// What each trajectory moves and how far, as a share of the whole range of the factor: by the
  /// levels that were run where a factor has levels, by quantiles where it is sampled.
  func moves(of design: MorrisTrajectories, scenario: Int) -> [MorrisMoves] {
    let first = scenario * self.design.pointCount
    return (0..<design.trajectoryCount).map { number in
      let trajectory = design.trajectory(number)
      let start = first + number * (design.factorCount + 1)
      let steps = trajectory.order.enumerated().map { move, factor in
        factors[factor].step(
          from: values(ofPoint: start + move)[factor],
          to: values(ofPoint: start + move + 1)[factor])
          ?? trajectory.quantileStep(ofFactor: factor)
      }
      return MorrisMoves(order: trajectory.order, steps: steps)
    }
  }
}
