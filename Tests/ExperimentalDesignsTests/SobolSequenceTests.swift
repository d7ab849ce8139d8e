import ExperimentalDesigns
import RandomStreams
import Testing

@Suite("Sobol' sequences")
struct SobolSequenceTests {
  @Test("the table is that of Joe and Kuo")
  func table() {
    // The text as they wrote it. The number is the FNV-1a hash of the file whose SHA-256 is
    // 1c7b7f3769c23f462062c5c5fd54437184829c7ecadd94ddbaf98846fef7829a.
    var text = "d s a m_i\n"
    for dimension in 1..<SobolSequence.largestDimensionCount {
      let row = JoeKuoNumbers.row(ofDimension: dimension)
      let initial = row.initial.map { String($0) }.joined(separator: " ")
      text += "\(dimension + 1) \(row.degree) \(row.coefficients) \(initial)\n"
    }
    #expect(SobolSequence.largestDimensionCount == 1111)
    #expect(EntityName.hash(text) == 0x2B0A_FADB_47FD_5AC6)
  }

  @Test("the first points are those of SciPy, the origin included")
  func firstPoints() {
    let design = SobolSequence(pointCount: 32, factorCount: 10)
    for (point, numerators) in PointValues.sobol32.enumerated() {
      #expect(design.quantiles(ofPoint: point) == numerators.map { $0 / 32 })
    }
    #expect(design.reachedExtremes == .zero)
  }

  @Test("points far into the sequence are those of SciPy")
  func laterPoints() {
    let design = SobolSequence(pointCount: 2048, factorCount: 40)
    for (index, numerators) in PointValues.sobol1021.enumerated() {
      #expect(design.quantiles(ofPoint: 1021 + index) == numerators.map { $0 * 0x1p-32 })
    }
  }

  @Test("the mean of the g function is the reference's", arguments: [64, 256, 1024])
  func gFunction(count: Int) throws {
    let references = [64: 1.0083080763383345, 256: 1.0001324390064585, 1024: 1.0000105263631451]
    let reference = try #require(references[count])
    let mean = GFunction.mean(over: SobolSequence(pointCount: count, factorCount: 5))
    #expect((mean - reference).magnitude < 1e-12)
  }

  private static let streams = RandomStreams(seed: 11, replication: 3)

  @Test(
    "in every dimension every block of 2^m points has one in each interval of length 2^-m",
    arguments: [nil, streams])
  func balanceOfBlocks(scrambling: RandomStreams?) {
    let design = SobolSequence(pointCount: 128, factorCount: 60, scrambling: scrambling)
    let points = (0..<128).map { design.quantiles(ofPoint: $0) }
    for size in [1, 2, 4, 8, 16, 32, 64, 128] {
      for start in stride(from: 0, to: 128, by: size) {
        for dimension in 0..<60 {
          #expect(isBalanced(points[start..<(start + size)].map { $0[dimension] }))
        }
      }
    }
  }

  @Test(
    "in the last dimensions there are numbers for, points are balanced too",
    arguments: [nil, streams])
  func balanceOfLastDimensions(scrambling: RandomStreams?) {
    let count = SobolSequence.largestDimensionCount
    let design = SobolSequence(pointCount: 16, factorCount: count, scrambling: scrambling)
    let points = (0..<16).map { design.quantiles(ofPoint: $0) }
    for dimension in 0..<count { #expect(isBalanced(points.map { $0[dimension] })) }
  }

  @Test(
    "in the first two dimensions every elementary rectangle has one point",
    arguments: [nil, streams])
  func balanceOfRectangles(scrambling: RandomStreams?) {
    // Dimensions 1 and 2 are a (0, m, 2)-net in base 2.
    let design = SobolSequence(pointCount: 256, factorCount: 2, scrambling: scrambling)
    for bits in 0...8 {
      let cells = (0..<256).map { point in
        let x = design.quantiles(ofPoint: point)
        return Int(x[0] * Double(1 << bits)) << (8 - bits) + Int(x[1] * Double(1 << (8 - bits)))
      }
      #expect(Set(cells).count == 256)
    }
  }

  @Test("a longer sequence begins with the shorter one", arguments: [nil, streams])
  func doubling(scrambling: RandomStreams?) {
    let short = SobolSequence(pointCount: 32, factorCount: 7, scrambling: scrambling)
    let long = SobolSequence(pointCount: 64, factorCount: 9, scrambling: scrambling)
    for point in 0..<32 {
      #expect(short.quantiles(ofPoint: point) == Array(long.quantiles(ofPoint: point)[..<7]))
    }
  }

  @Test("the last point of the longest sequence can be asked for at once")
  func lastPoint() {
    let design = SobolSequence(pointCount: DesignLimits.pointCount, factorCount: 3)
    let x = design.quantiles(ofPoint: DesignLimits.pointCount - 1)
    // The Gray code of 2^31 - 1 is 2^30: a single direction number.
    #expect(x[0] == 0x1p-31)
    #expect(x.allSatisfy { $0 > 0 && $0 < 1 })
  }
}
