import ExperimentalDesigns
import RandomStreams
import Testing

@Suite("The limits of designs")
struct DesignLimitsTests {
  @Test("a point that a design does not have is refused")
  func points() async {
    await #expect(processExitsWith: .failure) {
      _ = SobolSequence(pointCount: 4, factorCount: 2).quantiles(ofPoint: 4)
    }
  }

  @Test("a centred Latin hypercube is not doubled")
  func centredDoubling() async {
    await #expect(processExitsWith: .failure) {
      _ = LatinHypercube(
        basePointCount: 4, factorCount: 2, doublings: 1, placement: .centred,
        streams: RandomStreams(seed: 1, replication: 0))
    }
  }

  @Test("points for second order are refused where there are none")
  func secondOrder() async {
    await #expect(processExitsWith: .failure) {
      _ = SaltelliBlocks(baseCount: 4, factorCount: 2, secondOrder: false)
        .point(ofBase: 0, role: .secondWithFirst(factor: 0))
    }
  }

  @Test("a curve with too few samples for its harmonics is refused")
  func samples() async {
    await #expect(processExitsWith: .failure) {
      _ = FourierAmplitudeDesign(samplesPerCurve: 64, phases: [[0]])
    }
  }
}
