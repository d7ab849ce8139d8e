import Foundation
import OutputStatistics
import SensitivityAnalysis
import Testing

private struct Reference: Decodable {
  struct Case: Decodable {
    let points: Int
    let omega: [Int]
    let S1, ST: [Double]
  }
  let harmonics: Int
  let phases: [Double]
  let cases: [Case]
}

extension FourierAmplitude {
  /// The indices of a deterministic model.
  fileprivate init(curves: [[[Double]]], frequency: Int, harmonics: Int = 4) throws {
    try self.init(
      curves: curves.map { try $0.map { try RunOutputs(oneRunPerRow: $0) } },
      frequency: frequency, harmonics: harmonics, luck: .none)
  }
}

@Suite("Fourier amplitude sensitivity test")
struct FourierAmplitudeTests {
  /// Outputs along the search curve of an input.
  private func curve(
    of input: Int, frequencies: [Int], phase: Double, points: Int, _ model: ([Double]) -> Double
  ) -> [Double] {
    var own = Array(frequencies.dropFirst())
    own.insert(frequencies[0], at: input)
    return (0..<points).map { step in
      let s = 2 * Double.pi * Double(step) / Double(points)
      return model(own.map { 0.5 + asin(sin(Double($0) * s + phase)) / Double.pi })
    }
  }

  @Test("indices on the Ishigami function are those of SALib at the same phases")
  func reference() throws {
    let reference = try ReferenceFile.read("fast", as: Reference.self)
    for expected in reference.cases {
      let curves = (0..<3).map { input in
        [
          curve(
            of: input, frequencies: expected.omega, phase: reference.phases[input],
            points: expected.points, TestModels.ishigami)
        ]
      }
      let found = try FourierAmplitude(
        curves: curves, frequency: expected.omega[0], harmonics: reference.harmonics)
      #expect(largestDifference(found.inputs.map(\.firstOrder.value), expected.S1) < 1e-9)
      #expect(largestDifference(found.inputs.map(\.total.value), expected.ST) < 1e-9)
      #expect(found.inputs.allSatisfy { $0.firstOrder.interval == nil })
    }
  }

  @Test("a sum of waves is divided by their powers, with an even number of points too")
  func knownWaves() throws {
    for points in [256, 257] {
      // Amplitudes 3 at the frequency, 1 at its double, 2 at a low frequency; an even number of
      // points would alias the highest frequency into the variance.
      let outputs = (0..<points).map { step in
        let s = 2 * Double.pi * Double(step) / Double(points)
        return 5 + 3 * sin(20 * s) + cos(40 * s) + 2 * sin(3 * s + 1) + cos(128 * s)
          * (points == 256 ? 7 : 0)
      }
      let found = try FourierAmplitude(curves: [[outputs]], frequency: 20)
      #expect((found.inputs[0].firstOrder.value - 10.0 / 14).magnitude < 1e-12)
      #expect((found.inputs[0].total.value - 10.0 / 14).magnitude < 1e-12)
    }
  }

  @Test("repetitions with phases of their own give an interval about their mean")
  func repetitions() throws {
    let phases = [0.3, 1.7, 2.2, 4.1, 5.9]
    let curves = (0..<3).map { input in
      phases.map { phase in
        curve(
          of: input, frequencies: [32, 1, 4], phase: phase + Double(input), points: 257,
          TestModels.ishigami)
      }
    }
    let found = try FourierAmplitude(curves: curves, frequency: 32)
    for (index, truth) in zip(found.inputs, [0.3139, 0.4424, 0]) {
      let interval = try #require(index.firstOrder.interval)
      #expect(interval.contains(index.firstOrder.value))
      #expect((index.firstOrder.value - truth).magnitude < 0.05)
    }
    let single = try FourierAmplitude(curves: curves.map { [$0[0]] }, frequency: 32)
    let mean = try FourierAmplitude(curves: curves.map { [$0[1]] }, frequency: 32)
    #expect(single.inputs[0].total.value != mean.inputs[0].total.value)
  }

  @Test("too few points, missing points, constant outputs are refused")
  func refusals() {
    let sound = (0..<100).map { Double($0 % 7) }
    #expect(throws: SensitivityError.tooFew(of: "points on a curve", found: 100, least: 161)) {
      try FourierAmplitude(curves: [[sound]], frequency: 20)
    }
    #expect(
      throws: SensitivityError.wrongRowCount(found: 99, expected: "100 points on every curve")
    ) {
      try FourierAmplitude(curves: [[sound], [Array(sound.dropLast())]], frequency: 8)
    }
    #expect(
      throws: SensitivityError.wrongRowCount(found: 200, expected: "1 curves of 100 for each input")
    ) {
      try FourierAmplitude(curves: [[sound], [sound, sound]], frequency: 8)
    }
    #expect(throws: SensitivityError.constantOutput(value: 2)) {
      try FourierAmplitude(curves: [[[Double](repeating: 2, count: 100)]], frequency: 8)
    }
  }

  /// 4a + 2b of three inputs along curves of 257 points, with noise of variance 4.
  ///
  /// `named` gives the luck of a point of a curve, all curves counted.
  private func noisy(
    replications: Int, luck: RunLuck, named: (_ row: Int) -> Int
  ) throws -> FourierAmplitude {
    let phases = [0.3, 1.7, 2.2, 4.1]
    var row = 0
    let curves = try (0..<3).map { input in
      try phases.map { phase in
        let exact = curve(
          of: input, frequencies: [32, 1, 4], phase: phase + Double(input), points: 257,
          TestModels.linear)
        let rows = exact.map { output in
          row += 1
          return (0..<replications).map {
            output + 2 * TestModels.noise(seed: 12, luck: named(row), replication: $0)
          }
        }
        return try RunOutputs(rows)
      }
    }
    return try FourierAmplitude(curves: curves, frequency: 32, luck: luck)
  }

  @Test("noise is taken off the indices, and its share is said")
  func noise() throws {
    let found = try noisy(replications: 2, luck: .own) { $0 }
    #expect(found.shares == .ofExpectedOutput)
    // Of the variance of a row's mean, 5/3 + 4/2, more than half is noise. An index is the mean of
    // 4 curves; with white noise the power at M = 4 frequencies has a standard deviation of about
    // 2 √(2 M) (4 / √2) / 257 / (5/3) = 0.04 for an inert input, and the variance in the
    // denominator one of some 15 per cent: 0.08 and 0.3 are 4 standard errors of the mean.
    for (index, truth) in zip(found.inputs, [0.8, 0.2, 0]) {
      #expect((index.firstOrder.value - truth).magnitude < 0.08 + 0.3 * truth)
      #expect((index.total.value - truth).magnitude < 0.3)
    }
    // With the noise left in, the total index of the inert input would be above half.
    let noise = try #require(found.noise)
    #expect((noise.ofRowMeans - 2 / (2 + 5.0 / 3)).magnitude < 0.06)
    #expect((noise.ofRuns - 4 / (4 + 5.0 / 3)).magnitude < 0.06)
  }

  @Test("one run per point: luck of its own is refused, common luck gives shares at equal luck")
  func oneRun() throws {
    #expect(throws: SensitivityError.noiseUnknown) {
      try noisy(replications: 1, luck: .own) { $0 }
    }
    let common = try noisy(replications: 1, luck: .common) { _ in 0 }
    #expect(common.shares == .atEqualLuck && common.noise == nil)
    #expect(common.inputs[2].firstOrder.value < 0.01)
  }

  @Test("luck that all points share has no part in the indices, however large")
  func sharedLuck() throws {
    let found = try noisy(replications: 3, luck: .common) { _ in 0 }
    let quiet = try noisy(replications: 1, luck: .common) { _ in 0 }
    #expect(
      largestDifference(
        found.inputs.map(\.total.value), quiet.inputs.map(\.total.value)) < 1e-9)
  }

  /// The slope of each input is luck alone, the same on all curves of a repetition. Of 100 such
  /// studies 2.5 or so should pass the test of one side; 12 or more would in one of 10,000.
  @Test("where factors only carry luck on, their indices are refused")
  func interplay() {
    var given = 0
    for study in 0..<100 {
      let curves = try? (0..<2).map { input in
        try (0..<8).map { repetition in
          let name = 8 * study + repetition
          let rows = (0..<65).map { point in
            let turn = 2 * Double.pi * Double(point) / 65
            let values = (0..<2).map { other in
              let frequency = other == input ? 8.0 : 1.0
              return Foundation.asin(Foundation.sin(frequency * turn + Double(repetition)))
            }
            return (0..<2).map { replication in
              values.indices.reduce(0.0) { sum, other in
                sum + values[other]
                  * TestModels.noise(seed: 14 + UInt64(other), luck: name, replication: replication)
              }
            }
          }
          return try RunOutputs(rows)
        }
      }
      guard let curves else { continue }
      if (try? FourierAmplitude(curves: curves, frequency: 8, luck: .common)) != nil { given += 1 }
    }
    #expect(given < 12, "\(given)")
  }

  @Test("curves that are nothing but noise are refused")
  func onlyNoise() {
    #expect(throws: SensitivityError.onlyNoise) {
      let curves = try (0..<3).map { input in
        [
          try RunOutputs(
            (0..<257).map { point in
              (0..<2).map {
                TestModels.noise(seed: 13, luck: input * 257 + point, replication: $0)
              }
            })
        ]
      }
      _ = try FourierAmplitude(curves: curves, frequency: 32, luck: .own)
    }
    // Each replication is the same at all points.
    #expect(throws: SensitivityError.onlyNoise) {
      let outputs = try RunOutputs([[Double]](repeating: [1, 2], count: 100))
      _ = try FourierAmplitude(curves: [[outputs]], frequency: 8, luck: .common)
    }
  }
}
