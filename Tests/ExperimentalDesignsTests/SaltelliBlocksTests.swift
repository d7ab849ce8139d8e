import ExperimentalDesigns
import RandomStreams
import Testing

@Suite("Saltelli's blocks")
struct SaltelliBlocksTests {
  private func points(_ design: some QuantileDesign) -> [[Double]] {
    (0..<design.pointCount).map { design.quantiles(ofPoint: $0) }
  }

  @Test("the layout is that of SALib, with and without second order")
  func layout() {
    let second = SaltelliBlocks(baseCount: 4, factorCount: 3, secondOrder: true)
    #expect(points(second) == PointValues.saltelliSecondOrder.map { $0.map { $0 / 4 } })
    let first = SaltelliBlocks(baseCount: 4, factorCount: 3, secondOrder: false)
    #expect(points(first) == PointValues.saltelliFirstOrder.map { $0.map { $0 / 4 } })
    #expect(first.reachedExtremes == .zero)
  }

  @Test("the roles of a block are in the order A, AB, BA, B, and lead back to their points")
  func roles() {
    let second = SaltelliBlocks(baseCount: 5, factorCount: 2, secondOrder: true)
    #expect(
      (0..<second.blockSize).map { second.place(ofPoint: $0).role } == [
        .first, .firstWithSecond(factor: 0), .firstWithSecond(factor: 1),
        .secondWithFirst(factor: 0), .secondWithFirst(factor: 1), .second,
      ])
    let first = SaltelliBlocks(baseCount: 5, factorCount: 2, secondOrder: false)
    #expect(
      (0..<first.blockSize).map { first.place(ofPoint: $0).role } == [
        .first, .firstWithSecond(factor: 0), .firstWithSecond(factor: 1), .second,
      ])
    for design in [first, second] {
      for point in 0..<design.pointCount {
        let (base, role) = design.place(ofPoint: point)
        #expect(base == point / design.blockSize)
        #expect(design.point(ofBase: base, role: role) == point)
      }
    }
  }

  @Test("scrambled blocks exchange factors between two halves of one scrambled sequence")
  func scrambled() {
    let streams = RandomStreams(seed: 51, replication: 0)
    let sequence = SobolSequence(pointCount: 8, factorCount: 6, scrambling: streams)
    let design = SaltelliBlocks(
      baseCount: 8, factorCount: 3, secondOrder: true, scrambling: streams)
    for base in 0..<8 {
      let both = sequence.quantiles(ofPoint: base)
      func quantiles(_ role: SaltelliRole) -> [Double] {
        design.quantiles(ofPoint: design.point(ofBase: base, role: role))
      }
      #expect(quantiles(.first) == Array(both[..<3]))
      #expect(quantiles(.second) == Array(both[3...]))
      #expect(quantiles(.firstWithSecond(factor: 1)) == [both[0], both[4], both[2]])
      #expect(quantiles(.secondWithFirst(factor: 2)) == [both[3], both[4], both[2]])
    }
    #expect(design.reachedExtremes == [])
  }

  @Test("a longer design begins with the shorter one")
  func extending() {
    let short = SaltelliBlocks(baseCount: 4, factorCount: 2, secondOrder: false)
    let long = SaltelliBlocks(baseCount: 8, factorCount: 2, secondOrder: false)
    #expect(points(short) == Array(points(long)[..<short.pointCount]))
  }
}
