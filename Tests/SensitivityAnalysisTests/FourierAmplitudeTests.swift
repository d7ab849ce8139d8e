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

  @Test("too few points, missing points, constant and infinite outputs are refused")
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
    var broken = sound
    broken[5] = .infinity
    #expect(throws: SensitivityError.outputNotFinite(row: 105, replication: 0, value: "inf")) {
      try FourierAmplitude(curves: [[sound], [broken]], frequency: 8)
    }
  }
}
