import RandomStreams
import Testing

@Suite("Alias table")
struct AliasTableTests {
  static let weightLists: [[Double]] = [
    [1], [1, 1], [1, 2, 3, 4], [0, 1], [1, 0, 0, 0, 5], [1e-12, 1, 1e12], [0.1, 0.2, 0.3, 0.4],
    (1...1000).map { 1 / Double($0) }, [Double](repeating: 1 / 7, count: 7), [1e-300, 3e-300],
    (0..<257).map { Double($0 * $0 % 101) },
  ]

  @Test("the chances recomputed from the table are the weights", arguments: weightLists)
  func chancesAreExact(weights: [Double]) {
    let sum = weights.reduce(0, +)
    let chances = AliasTable(weights: weights).probabilities
    #expect(chances.count == weights.count)
    for (chance, weight) in zip(chances, weights) {
      #expect((chance - weight / sum).magnitude < 1e-12)
    }
  }

  @Test("an evenly spaced grid of draws gives each index its share", arguments: weightLists)
  func gridGivesShares(weights: [Double]) {
    let table = AliasTable(weights: weights)
    var counts = [Int](repeating: 0, count: weights.count)
    let draws = 20_000
    for step in 0..<draws { counts[table.index((Double(step) + 0.5) / Double(draws))] += 1 }
    let sum = weights.reduce(0, +)
    for (count, weight) in zip(counts, weights) {
      // An index occupies at most one piece per column, each off by at most one grid point; the
      // index of greatest weight may have pieces in all columns.
      let allowed = Double(weights.count) + 1
      #expect((Double(count) - Double(draws) * weight / sum).magnitude <= allowed)
    }
  }

  @Test("an index of weight zero is never drawn, an index beyond the table neither")
  func zeroWeightIsNeverDrawn() {
    let table = AliasTable(weights: [0, 3, 0, 1, 0])
    for step in 0..<10_000 {
      let index = table.index((Double(step) + 0.5) / 10_000)
      #expect(index == 1 || index == 3)
    }
    for count in 1...200 {
      let uniform = AliasTable(weights: [Double](repeating: 1, count: count))
      #expect(uniform.index(1 - 0x1p-53) == count - 1)
      #expect(uniform.index(0x1p-53) == 0)
    }
  }

  @Test("bad weights are a programming error")
  func badWeightsTrap() async {
    await #expect(processExitsWith: .failure) { _ = AliasTable(weights: []) }
    await #expect(processExitsWith: .failure) { _ = AliasTable(weights: [0, 0]) }
    await #expect(processExitsWith: .failure) { _ = AliasTable(weights: [1, -1]) }
    await #expect(processExitsWith: .failure) { _ = AliasTable(weights: [1, .nan]) }
  }
}
