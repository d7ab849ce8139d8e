import ElementaryFunctions
import OutputStatistics

/// First-order and total indices by the extended Fourier amplitude sensitivity test (eFAST).
///
/// Along a search curve input i oscillates at a high frequency ω and all others at low ones. The
/// part of the variance at ω and its harmonics is what i explains; the part below ω / 2 is what the
/// others explain without it. Source: Saltelli, Tarantola and Chan, Technometrics 41 (1999) 39-56.
///
/// The intervals come from curves with phases of their own, by Student's t: points of one curve are
/// not independent, so resampling them says nothing.
public struct FourierAmplitude: Sendable, Equatable {
  /// The indices of each input.
  public let inputs: [SobolIndex]

  /// The indices from outputs along search curves.
  ///
  /// `curves[input][repetition]` holds the N outputs along a curve on which `input` has the
  /// frequency `frequency`, at s = 2πk/N for k = 0 ..< N; repetitions differ in their phases, and
  /// every input has equally many. `harmonics` is M, usually 4. `level` is the coverage of the
  /// intervals; with a single repetition there are none.
  ///
  /// Throws if an output is not finite, a curve constant, or N below 2 M ω + 1, where frequencies
  /// would be mistaken for each other. The cost of a curve is N (ω / 2 + M).
  public init(
    curves: [[[Double]]], frequency: Int, harmonics: Int = 4, level: Double = 0.95
  ) throws(SensitivityError) {
    precondition(frequency >= 2 && harmonics >= 1, "ω is at least 2 and M at least 1")
    precondition(level > 0 && level < 1, "level \(level) is not between 0 and 1")
    let repetitions = curves.first?.count ?? 0
    let count = curves.first?.first?.count ?? 0
    let least = 2 * harmonics * frequency + 1
    if count < least { throw .tooFew(of: "points on a curve", found: count, least: least) }
    let turn = Turn(count: count)
    var inputs: [SobolIndex] = []
    var rowsBefore = 0
    for input in curves {
      if input.count != repetitions {
        throw .wrongRowCount(
          found: input.count * count, expected: "\(repetitions) curves of \(count) for each input")
      }
      var (first, total) = (Tally(), Tally())
      for outputs in input {
        try Self.check(outputs, count: count, rowsBefore: rowsBefore)
        rowsBefore += count
        let indices = turn.indices(of: outputs, frequency: frequency, harmonics: harmonics)
        first.add(indices.first)
        total.add(indices.total)
      }
      inputs.append(
        SobolIndex(
          firstOrder: IndexEstimate(
            first.mean, interval: first.confidenceInterval(level: level)),
          total: IndexEstimate(total.mean, interval: total.confidenceInterval(level: level))))
    }
    self.inputs = inputs
  }

  private static func check(
    _ outputs: [Double], count: Int, rowsBefore: Int
  ) throws(SensitivityError) {
    if outputs.count != count {
      throw .wrongRowCount(found: outputs.count, expected: "\(count) points on every curve")
    }
    for (row, value) in outputs.enumerated() where !value.isFinite {
      throw .outputNotFinite(row: rowsBefore + row, replication: 0, value: "\(value)")
    }
    if RunOutputs.isConstant(outputs) { throw .constantOutput(value: outputs[0]) }
  }
}

/// A turn in equal steps, with the cosine and sine of each.
private struct Turn {
  private let cosines: [Double]
  private let sines: [Double]

  init(count: Int) {
    cosines = (0..<count).map { Portable.cosineOfTurns($0, of: count) }
    sines = (0..<count).map { Portable.sineOfTurns($0, of: count) }
  }

  /// The power of `outputs` at a frequency: twice the squared modulus of its Fourier coefficient.
  private func power(of outputs: [Double], at frequency: Int) -> Double {
    var (real, imaginary) = (0.0, 0.0)
    var step = 0
    for output in outputs {
      real += output * cosines[step]
      imaginary += output * sines[step]
      step += frequency
      if step >= outputs.count { step -= outputs.count }
    }
    let count = Double(outputs.count)
    return 2 * (real * real + imaginary * imaginary) / (count * count)
  }

  /// The first-order and the total index of the input with the given frequency.
  func indices(
    of outputs: [Double], frequency: Int, harmonics: Int
  ) -> (first: Double, total: Double) {
    let mean = RunOutputs.mean(of: outputs)
    let centred = outputs.map { $0 - mean }
    // By Parseval's theorem; an even number of points has a highest frequency that counts once and
    // is left out.
    var variance = RunOutputs.mean(of: centred.map { $0 * $0 })
    if outputs.count.isMultiple(of: 2) {
      variance -= 0.5 * power(of: centred, at: outputs.count / 2)
    }
    let own = (1...harmonics).reduce(0) { $0 + power(of: centred, at: $1 * frequency) }
    let others = (1...frequency / 2).reduce(0) { $0 + power(of: centred, at: $1) }
    return (own / variance, 1 - others / variance)
  }
}
