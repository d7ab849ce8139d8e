import ElementaryFunctions
import ExperimentalDesigns
import OutputStatistics
import RandomStreams
import Testing

/// Means over randomised designs, for integrals whose value is known.
@Suite("Integrals over randomised designs")
struct RandomisedDesignTests {
  /// A design of 16 points in 3 dimensions.
  enum Kind: CaseIterable {
    case latinHypercube
    case sobol
    case halton

    func design(_ streams: RandomStreams) -> any QuantileDesign {
      switch self {
      case .latinHypercube:
        LatinHypercube(basePointCount: 16, factorCount: 3, streams: streams)
      case .sobol: SobolSequence(pointCount: 16, factorCount: 3, scrambling: streams)
      case .halton: HaltonSequence(pointCount: 16, factorCount: 3, permutedBy: streams)
      }
    }

    /// Two thirds of what was measured (50, 182 and 12): so many times fewer runs do.
    var gain: Double {
      switch self {
      case .latinHypercube: 33
      case .sobol: 120
      case .halton: 8
      }
    }

    /// The values at all points of ten randomisations, named by their numbers.
    func values(seed: UInt64, of integrand: ([Double]) -> Double) -> [Double] {
      let pool = PooledRandomisations(
        (0..<10).map { design(RandomStreams(seed: seed, replication: $0)) })
      return (0..<pool.pointCount).map { integrand(pool.quantiles(ofPoint: $0)) }
    }
  }

  /// exp(x) (1 + y / 2) (1 + z² / 4): its integral is (e - 1) (5 / 4) (13 / 12).
  private static func smooth(_ point: [Double]) -> Double {
    Portable.exp(point[0]) * (1 + point[1] / 2) * (1 + point[2] * point[2] / 4)
  }
  private static let integral = 1.718281828459045 * 1.25 * (13.0 / 12)

  @Test(
    "intervals cover as often as they say, and what is won is more than 1",
    arguments: Kind.allCases)
  func coverage(of kind: Kind) throws {
    // Of 400 intervals of level 0.9 the share that covers has the standard error 0.015; 4.89 of
    // them fail one seed in a million, and 0.02 is for means that are not quite normal.
    var covering = 0.0
    var least = Double.infinity
    var inverse = 0.0
    for seed in 0..<UInt64(400) {
      let mean = RandomisedMean(
        kind.values(seed: 1000 + seed, of: Self.smooth), randomisationCount: 10)
      let interval = try #require(mean.means.confidenceInterval(level: 0.9))
      if interval.contains(Self.integral) { covering += 1 }
      let ratio = try #require(mean.varianceRatio)
      least = min(least, ratio)
      inverse += 1 / ratio / 400
    }
    let standardError = (0.9 * 0.1 / 400).squareRoot()
    #expect((covering / 400 - 0.9).magnitude < 4.89 * standardError + 0.02)
    #expect(least > 1)
    #expect(1 / inverse > kind.gain)
  }

  @Test("where the points have no say, what is won is about 1", arguments: Kind.allCases)
  func noise(of kind: Kind) throws {
    // As of independent normal numbers: see the tests of the mean over randomisations; the inverse
    // ratio has the standard deviation 0.47.
    let streams = RandomStreams(seed: 77, replication: 0)
    var (step, inverse) = (UInt64(0), 0.0)
    for seed in 0..<UInt64(400) {
      let values = kind.values(seed: seed) { _ in
        step += 1
        return Portable.normalQuantile(streams.uniforms(.test, entity: 0, step: step).first)
      }
      let ratio = RandomisedMean(values, randomisationCount: 10).varianceRatio
      inverse += 1 / (try #require(ratio)) / 400
    }
    #expect((inverse - 1).magnitude < 4.89 * 0.47 / 20)
  }
}
