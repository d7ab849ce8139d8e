import ExperimentalDesigns
import RandomStreams
import Testing

@Suite("The search for spread Latin hypercubes")
struct MaximinSearchTests {
  private func design(
    _ count: Int, factors: Int, doublings: Int = 0, replication: UInt64 = 0,
    search: MaximinSearch?
  ) -> LatinHypercube {
    LatinHypercube(
      basePointCount: count, factorCount: factors, doublings: doublings,
      streams: RandomStreams(seed: 31, replication: replication), search: search)
  }

  private func isLatin(_ design: LatinHypercube) -> Bool {
    (0..<design.factorCount).allSatisfy { factor in
      isBalanced((0..<design.pointCount).map { design.quantiles(ofPoint: $0)[factor] })
    }
  }

  @Test("more candidates and more exchanges are never worse", arguments: [0, 1, 2, 3] as [UInt64])
  func monotone(replication: UInt64) {
    let efforts: [MaximinSearch?] = [
      nil, MaximinSearch(candidateCount: 5, exchangeCount: 0),
      MaximinSearch(candidateCount: 5, exchangeCount: 100),
      MaximinSearch(candidateCount: 5, exchangeCount: 3000),
    ]
    let found = efforts.map {
      design(20, factors: 3, replication: replication, search: $0).closeness
    }
    for (less, more) in zip(found, found.dropFirst()) { #expect(more <= less) }
    #expect(found[3].squaredDistance > found[0].squaredDistance)
  }

  @Test("the best design of 5 points in 2 dimensions is found")
  func best() {
    // The squared distance 5 is the largest for 5 points: van Dam, Husslage, den Hertog and
    // Melissen, Oper. Res. 55 (2007) 158-169.
    let found = design(5, factors: 2, search: MaximinSearch(candidateCount: 20)).closeness
    #expect(found.squaredDistance == 5)
  }

  @Test("what is found is a Latin hypercube, and how close its points are is right")
  func latin() {
    let found = design(16, factors: 3, search: MaximinSearch(exchangeCount: 1000))
    #expect(isLatin(found))
    let strata = (0..<16).map { point in
      found.quantiles(ofPoint: point).map { Int($0 * 16) }
    }
    var distances: [Int] = []
    for first in strata.indices {
      for second in 0..<first {
        distances.append(
          zip(strata[first], strata[second]).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) })
      }
    }
    let smallest = distances.min()
    #expect(found.closeness.squaredDistance == smallest)
    #expect(found.closeness.pairCount == distances.count { $0 == smallest })
  }

  @Test("a searched design can be doubled, and its points stay")
  func doubling() {
    let search = MaximinSearch(candidateCount: 5, exchangeCount: 500)
    let short = design(8, factors: 3, search: search)
    let long = design(8, factors: 3, doublings: 2, search: search)
    for point in 0..<8 {
      #expect(short.quantiles(ofPoint: point) == long.quantiles(ofPoint: point))
    }
    #expect(isLatin(long))
    #expect(isLatin(design(8, factors: 3, doublings: 1, search: search)))
    // The same old points with new ones at random.
    let effortless = MaximinSearch(candidateCount: 1, exchangeCount: 0)
    #expect(long.closeness < design(8, factors: 3, doublings: 2, search: effortless).closeness)
  }

  @Test("a search over a single point finds it")
  func singlePoint() {
    let found = design(1, factors: 2, search: MaximinSearch())
    #expect(found.pointCount == 1)
    #expect(isLatin(found))
  }
}
