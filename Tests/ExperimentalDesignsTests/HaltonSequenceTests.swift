import ExperimentalDesigns
import RandomStreams
import Testing

@Suite("Halton sequences")
struct HaltonSequenceTests {
  private static let streams = RandomStreams(seed: 8, replication: 0)

  @Test("the first points are those of SciPy, the origin included")
  func firstPoints() {
    let design = HaltonSequence(pointCount: 20, factorCount: 6)
    for (point, reference) in PointValues.halton20.enumerated() {
      for (x, y) in zip(design.quantiles(ofPoint: point), reference) {
        #expect((x - y).magnitude < 1e-15)
      }
    }
    #expect(design.reachedExtremes == .zero)
  }

  @Test("the mean of the g function is the reference's")
  func gFunction() {
    let mean = GFunction.mean(over: HaltonSequence(pointCount: 256, factorCount: 5))
    #expect((mean - 1.0039265048865653).magnitude < 1e-12)
  }

  @Test("the bases are the first primes")
  func bases() {
    let design = HaltonSequence(pointCount: 1, factorCount: HaltonSequence.largestDimensionCount)
    #expect(design.bases.prefix(10) == [2, 3, 5, 7, 11, 13, 17, 19, 23, 29])
    #expect(design.bases.last == 1619)
  }

  @Test("permuted points are those of a separate implementation")
  func separateImplementation() {
    let design = HaltonSequence(
      pointCount: 1024, factorCount: 3,
      permutedBy: RandomStreams(
        seed: RandomisedValues.seed, replication: RandomisedValues.replication))
    for (point, coordinates) in RandomisedValues.halton {
      #expect(design.quantiles(ofPoint: point) == coordinates)
    }
    #expect(design.reachedExtremes == [])
  }

  @Test(
    "in base b every block of b^k points has one in each interval of length b^-k",
    arguments: [nil, streams])
  func balance(streams: RandomStreams?) {
    let design = HaltonSequence(pointCount: 1000, factorCount: 12, permutedBy: streams)
    for (dimension, base) in design.bases.enumerated() {
      for start in [0, base * base] where start + base * base <= 1000 {
        let block = start..<(start + base * base)
        let x = block.map { design.quantiles(ofPoint: $0)[dimension] }
        // Plain coordinates may be the left ends of intervals and must not be rounded below them.
        #expect(isBalanced(x.map { $0 + 1e-9 }))
      }
    }
  }

  @Test("a longer sequence begins with the shorter one", arguments: [nil, streams])
  func extending(streams: RandomStreams?) {
    let short = HaltonSequence(pointCount: 10, factorCount: 3, permutedBy: streams)
    let long = HaltonSequence(pointCount: 100, factorCount: 5, permutedBy: streams)
    for point in 0..<10 {
      #expect(short.quantiles(ofPoint: point) == Array(long.quantiles(ofPoint: point)[..<3]))
    }
  }

  @Test("permutations break the lines on which plain points of large bases lie")
  func lines() {
    // Dimensions 19 and 20, bases 67 and 71, 60 points: plain coordinates rise together, with a
    // correlation of 1. A correlation of 60 independent pairs has a standard deviation of 0.13;
    // 5 of these fail once in a million.
    func correlation(_ design: HaltonSequence) -> Double {
      let points = (0..<60).map { Array(design.quantiles(ofPoint: $0)[18...19]) }
      let means = [0, 1].map { axis in points.reduce(0) { $0 + $1[axis] } / 60 }
      func covariance(_ a: Int, _ b: Int) -> Double {
        points.reduce(0) { $0 + ($1[a] - means[a]) * ($1[b] - means[b]) }
      }
      return covariance(0, 1) / (covariance(0, 0) * covariance(1, 1)).squareRoot()
    }
    #expect(correlation(HaltonSequence(pointCount: 60, factorCount: 20)) > 0.999)
    let permuted = HaltonSequence(pointCount: 60, factorCount: 20, permutedBy: Self.streams)
    #expect(correlation(permuted).magnitude < 0.65)
  }

  @Test("means over permuted points are unbiased, and vary less than those of independent points")
  func varianceReduction() {
    let means = (0..<40).map { replication in
      GFunction.mean(
        over: HaltonSequence(
          pointCount: 256, factorCount: 5,
          permutedBy: RandomStreams(seed: 3, replication: UInt64(replication))))
    }
    let mean = means.reduce(0, +) / 40
    let variance = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39
    #expect(variance * 20 < GFunction.variance / 256)
    // 5 standard errors of Student's t with 39 degrees of freedom: one in 80,000.
    #expect((mean - 1).magnitude < 5 * (variance / 40).squareRoot())
  }
}
