import ExperimentalDesigns
import RandomStreams
import Testing

@Suite("Randomisations of one design, pooled")
struct PooledRandomisationsTests {
  private static let streams = (0..<3).map { RandomStreams(seed: 9, replication: UInt64($0)) }

  /// The same design under each of three streams.
  static let designs: [[any QuantileDesign]] = [
    streams.map { LatinHypercube(basePointCount: 5, factorCount: 2, streams: $0) },
    streams.map { SobolSequence(pointCount: 8, factorCount: 2, scrambling: $0) },
    streams.map { HaltonSequence(pointCount: 7, factorCount: 2, permutedBy: $0) },
  ]

  @Test("the points are those of each randomisation in turn", arguments: designs.indices)
  func order(kind: Int) {
    let designs = Self.designs[kind]
    let pool = PooledRandomisations(designs)
    let size = designs[0].pointCount
    #expect(pool.pointCount == 3 * size && pool.factorCount == 2)
    for point in 0..<pool.pointCount {
      let number = pool.randomisation(ofPoint: point)
      #expect(number == point / size)
      #expect(pool.quantiles(ofPoint: point) == designs[number].quantiles(ofPoint: point % size))
    }
    #expect(Set((0..<3).map { pool.quantiles(ofPoint: $0 * size) }).count == 3)
  }

  @Test("a sequence that is scrambled anew is the one made with that scrambling")
  func scrambledAnew() {
    let plain = SobolSequence(pointCount: 16, factorCount: 4)
    let made = SobolSequence(pointCount: 16, factorCount: 4, scrambling: Self.streams[2])
    let anew = plain.scrambled(by: Self.streams[2])
    #expect(anew.reachedExtremes == [] && plain.reachedExtremes == .zero)
    for point in 0..<16 {
      #expect(anew.quantiles(ofPoint: point) == made.quantiles(ofPoint: point))
    }
  }

  @Test("what a permuted Halton sequence holds in memory is known beforehand")
  func storedDigits() {
    // Base 2 has 52 places, base 3 has 32.
    #expect(HaltonSequence.storedDigits(factorCount: 1) == 104)
    #expect(HaltonSequence.storedDigits(factorCount: 2) == 104 + 96)
    #expect(HaltonSequence.storedDigits(factorCount: 256) < 1 << 21)
  }

  @Test("designs of different sizes are a programming error")
  func sizes() async {
    await #expect(processExitsWith: .failure) {
      _ = PooledRandomisations([
        HaltonSequence(pointCount: 7, factorCount: 2),
        HaltonSequence(pointCount: 8, factorCount: 2),
      ])
    }
  }
}
