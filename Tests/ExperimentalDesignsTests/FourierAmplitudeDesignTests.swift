import ExperimentalDesigns
import Foundation
import RandomStreams
import Testing

@Suite("Search curves of the Fourier amplitude sensitivity test")
struct FourierAmplitudeDesignTests {
  /// Phases in radians, one for each curve, and indices of the Ishigami function (SALib 1.6.0).
  private static let radians = [2.4137951230677634, 2.1362338521996387, 3.327760214746561]
  private static let firstOrder = [
    257: [0.30912595542082905, 0.44357941855012867, 0.0289494913953695],
    1025: [0.30928661184194467, 0.443443381930756, 0.028896218337301646],
  ]
  private static let total = [
    257: [0.5278364799540266, 0.48946253764964887, 0.23525687008781804],
    1025: [0.5278693413152519, 0.48873614089996265, 0.23536430025064703],
  ]

  private func referenceDesign(_ samples: Int) -> FourierAmplitudeDesign {
    FourierAmplitudeDesign(
      samplesPerCurve: samples,
      phases: Self.radians.map { [Double](repeating: $0 / (2 * .pi), count: 3) })
  }

  @Test("the wave without trigonometry is the one with it", arguments: [257, 1025])
  func wave(samples: Int) {
    let design = referenceDesign(samples)
    for point in 0..<design.pointCount {
      let (curve, sample) = design.place(ofPoint: point)
      let s = 2 * Double.pi * Double(sample) / Double(samples)
      let x = design.quantiles(ofPoint: point)
      for (factor, frequency) in design.frequencies(onCurve: curve).enumerated() {
        let angle = Double(frequency) * s + Self.radians[curve]
        #expect((x[factor] - (0.5 + asin(sin(angle)) / .pi)).magnitude < 1e-9)
        #expect(x[factor] > 0 && x[factor] < 1)
      }
    }
  }

  @Test("the indices of the Ishigami function are the reference's", arguments: [257, 1025])
  func indices(samples: Int) throws {
    let design = referenceDesign(samples)
    let firstOrder = try #require(Self.firstOrder[samples])
    let total = try #require(Self.total[samples])
    for curve in 0..<3 {
      let responses = (0..<samples).map { sample -> Double in
        let x = design.quantiles(ofPoint: curve * samples + sample).map { .pi * (2 * $0 - 1) }
        return sin(x[0]) + 7 * sin(x[1]) * sin(x[1]) + 0.1 * x[2] * x[2] * x[2] * x[2] * sin(x[0])
      }
      let spectrum = spectrum(of: responses)
      let variance = 2 * spectrum.reduce(0, +)
      let harmonics = (1...design.interferenceFactor).reduce(0) {
        $0 + spectrum[$1 * design.largestFrequency - 1]
      }
      let others = spectrum[..<(design.largestFrequency / 2)].reduce(0, +)
      #expect((2 * harmonics / variance - firstOrder[curve]).magnitude < 1e-9)
      #expect((1 - 2 * others / variance - total[curve]).magnitude < 1e-9)
    }
  }

  /// |Fourier transform / N|^2 at the frequencies 1, 2, ..., ceil(N / 2) - 1, by its definition.
  private func spectrum(of values: [Double]) -> [Double] {
    let count = values.count
    let cosines = (0..<count).map { cos(2 * .pi * Double($0) / Double(count)) }
    let sines = (0..<count).map { sin(2 * .pi * Double($0) / Double(count)) }
    return (1..<((count + 1) / 2)).map { frequency in
      var (real, imaginary, angle) = (0.0, 0.0, 0)
      for value in values {
        real += value * cosines[angle]
        imaginary += value * sines[angle]
        angle += frequency
        if angle >= count { angle -= count }
      }
      return (real * real + imaginary * imaginary) / Double(count * count)
    }
  }

  @Test("frequencies are those of Saltelli, Tarantola and Chan")
  func frequencies() {
    #expect(referenceDesign(257).frequencies(onCurve: 0) == [32, 1, 4])
    #expect(referenceDesign(1025).frequencies(onCurve: 1) == [1, 128, 16])
    #expect(referenceDesign(4097).frequencies(onCurve: 2) == [1, 64, 512])
    func complementary(_ factors: Int) -> [Int] {
      FourierAmplitudeDesign(
        samplesPerCurve: 257, factorCount: factors,
        streams: RandomStreams(seed: 1, replication: 0)
      ).complementaryFrequencies
    }
    #expect(complementary(1) == [])
    #expect(complementary(2) == [1])
    #expect(complementary(4) == [1, 2, 4])
    // More factors than frequencies up to 32 / 8: they go round.
    #expect(complementary(7) == [1, 2, 3, 4, 1, 2])
  }

  @Test("along a curve every factor covers its range evenly")
  func coverage() {
    // A triangle wave through N points at frequency w, with N and w coprime, takes N values that
    // are 2 / N apart, up and down: their mean is 1/2 and their variance 1/12, nearly.
    let design = FourierAmplitudeDesign(
      samplesPerCurve: 257, factorCount: 5, streams: RandomStreams(seed: 4, replication: 0))
    for factor in 0..<5 {
      let x = (0..<257).map { design.quantiles(ofPoint: 2 * 257 + $0)[factor] }
      let mean = x.reduce(0, +) / 257
      let variance = x.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 257
      #expect((mean - 0.5).magnitude < 1e-4)
      #expect((variance - 1.0 / 12).magnitude < 1e-4)
    }
  }

  @Test("phases differ between factors, curves and replications")
  func phases() {
    func starts(_ replication: UInt64) -> [Double] {
      let design = FourierAmplitudeDesign(
        samplesPerCurve: 65, factorCount: 6,
        streams: RandomStreams(seed: 4, replication: replication))
      return (0..<6).flatMap { design.quantiles(ofPoint: $0 * 65) }
    }
    #expect(Set(starts(0) + starts(1)).count == 72)
    #expect(starts(0) == starts(0))
  }

  @Test("where a wave touches 0 or 1 the design stays just inside")
  func extremes() {
    let design = FourierAmplitudeDesign(
      samplesPerCurve: 65, phases: [[0.25, 0.75], [0.75, 0.25]])
    #expect(design.quantiles(ofPoint: 0) == [1 - 0x1p-53, 0x1p-53])
    #expect(design.quantiles(ofPoint: 65) == [0x1p-53, 1 - 0x1p-53])
    #expect(design.reachedExtremes == [])
  }
}
