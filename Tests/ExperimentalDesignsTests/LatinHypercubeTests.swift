import ExperimentalDesigns
import RandomStreams
import Testing

@Suite("Latin hypercubes")
struct LatinHypercubeTests {
  private static let streams = RandomStreams(seed: 21, replication: 4)

  private func points(_ design: some QuantileDesign) -> [[Double]] {
    (0..<design.pointCount).map { design.quantiles(ofPoint: $0) }
  }

  private func isLatin(_ points: some Collection<[Double]>) -> Bool {
    guard let factorCount = points.first?.count else { return false }
    return (0..<factorCount).allSatisfy { factor in isBalanced(points.map { $0[factor] }) }
  }

  @Test("points are those of a separate implementation")
  func separateImplementation() {
    let design = LatinHypercube(
      basePointCount: 3, factorCount: 2, doublings: 1,
      streams: RandomStreams(
        seed: RandomisedValues.seed, replication: RandomisedValues.replication))
    #expect(points(design) == RandomisedValues.latinHypercube)
  }

  @Test("there is exactly one point in each stratum", arguments: [1, 2, 7, 100, 1000])
  func strata(count: Int) {
    let design = LatinHypercube(basePointCount: count, factorCount: 5, streams: Self.streams)
    #expect(isLatin(points(design)))
    #expect(design.reachedExtremes == [])
  }

  @Test("centred points lie in the middle of their strata")
  func centred() {
    let design = LatinHypercube(
      basePointCount: 8, factorCount: 3, placement: .centred, streams: Self.streams)
    #expect(isLatin(points(design)))
    #expect(points(design).joined().allSatisfy { $0 * 16 == ($0 * 16).rounded() })
  }

  @Test("doubling keeps the points and gives Latin hypercubes all the way", arguments: [1, 7, 12])
  func doubling(base: Int) {
    let design = LatinHypercube(
      basePointCount: base, factorCount: 4, doublings: 5, streams: Self.streams)
    let all = points(design)
    #expect(all.count == base << 5)
    for doublings in 0...5 {
      let shorter = LatinHypercube(
        basePointCount: base, factorCount: 4, doublings: doublings, streams: Self.streams)
      #expect(points(shorter) == Array(all[..<(base << doublings)]))
      #expect(isLatin(points(shorter)))
    }
  }

  @Test("each point is uniform and factors are independent, before and after doubling")
  func uniformity() {
    // 400 designs of 4 points and 2 factors, first and last point. A mean of 400 uniforms has a
    // standard deviation of 0.0144 and a mean product of centred ones 0.0042; 5 of these fail in
    // 6 comparisons with a chance of 3e-6.
    var sums = [[Double]](repeating: [0, 0, 0], count: 2)
    for replication in 0..<UInt64(400) {
      let design = LatinHypercube(
        basePointCount: 2, factorCount: 2, doublings: 1,
        streams: RandomStreams(seed: 9, replication: replication))
      for (index, point) in [0, 3].enumerated() {
        let x = design.quantiles(ofPoint: point)
        sums[index][0] += x[0] / 400
        sums[index][1] += x[1] / 400
        sums[index][2] += (x[0] - 0.5) * (x[1] - 0.5) / 400
      }
    }
    for sum in sums {
      #expect((sum[0] - 0.5).magnitude < 0.072)
      #expect((sum[1] - 0.5).magnitude < 0.072)
      #expect(sum[2].magnitude < 0.021)
    }
  }

  @Test("a mean of a sum over factors varies far less than with independent points")
  func varianceReduction() {
    // For a sum of functions of one factor each the variance of a mean falls as n^-3: for uniform
    // factors exactly d / (12 n^3), against d / (12 n). From 40 designs the ratio n^2 = 2,500 has a
    // standard error of a quarter.
    let count = 50
    let means = (0..<40).map { replication in
      let design = LatinHypercube(
        basePointCount: count, factorCount: 3,
        streams: RandomStreams(seed: 2, replication: UInt64(replication)))
      return points(design).reduce(0) { $0 + $1.reduce(0, +) } / Double(count)
    }
    let mean = means.reduce(0, +) / 40
    let variance = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 39
    let ratio = 3.0 / 12 / Double(count) / variance
    #expect(ratio > 1000 && ratio < 6000)
  }
}
