import ElementaryFunctions
import OutputStatistics
import Testing

@Suite("Intervals for quantiles")
struct QuantileIntervalTests {
  /// (observations, probability, lower rank, upper rank, coverage) at 95 %, from SciPy's binomial
  /// distribution.
  private static let reference: [(Int, Double, Int?, Int?, Double)] = [
    (20, 0.5, 6, 15, 0.9586105346679688), (20, 0.9, 15, nil, 0.988746865835491),
    (20, 0.95, 17, nil, 0.9840984739802364), (20, 0.99, 19, nil, 0.9831406623643482),
    (59, 0.5, 22, 38, 0.9636568200429461), (59, 0.9, 48, 58, 0.972110038438189),
    (59, 0.95, 52, nil, 0.9911362570110952), (59, 0.99, 57, nil, 0.9785446769920286),
    (100, 0.5, 40, 61, 0.9647997997822952), (100, 0.9, 84, 96, 0.955690107191223),
    (100, 0.95, 90, 100, 0.9826070607121812), (100, 0.99, 97, nil, 0.9816259635553503),
    (1000, 0.5, 469, 532, 0.9537088026395018), (1000, 0.9, 881, 919, 0.9549071811148259),
    (1000, 0.95, 936, 964, 0.9580952682226541), (1000, 0.99, 983, 997, 0.976094763497977),
  ]

  @Test("ranks and coverage are those of the reference")
  func ranks() {
    for (count, probability, lower, upper, coverage) in Self.reference {
      let sorted = (1...count).map { Double($0) }
      let ranks = QuantileRanks(count: count, probability: probability, level: 0.95)
      let found = QuantileInterval(sorted: sorted, ranks: ranks)
      #expect(ranks.lower == lower, "\(count), \(probability)")
      #expect(ranks.upper == upper, "\(count), \(probability)")
      #expect(close(ranks.coverage, coverage), "\(count), \(probability)")
      #expect(found.lower == lower.map { Double($0) })
      #expect(found.upper == upper.map { Double($0) })
    }
  }

  @Test("a low quantile mirrors a high one")
  func mirror() {
    for count in [5, 20, 59, 100, 333] {
      let high = QuantileRanks(count: count, probability: 0.875, level: 0.9)
      let low = QuantileRanks(count: count, probability: 0.125, level: 0.9)
      #expect(low.lower == high.upper.map { count + 1 - $0 })
      #expect(low.upper == high.lower.map { count + 1 - $0 })
      #expect(close(low.coverage, high.coverage))
    }
  }

  @Test("a single observation bounds nothing")
  func single() {
    let ranks = QuantileRanks(count: 1, probability: 0.5, level: 0.95)
    let found = QuantileInterval(sorted: [3], ranks: ranks)
    #expect(found.lower == nil && found.upper == nil)
    #expect(ranks.coverage == 1)
  }

  @Test("the interval covers the quantile as often as it says")
  func coverage() {
    // 2,000 intervals for the median of 20 exponentials, whose true coverage is 0.95861.
    var random = SplitMix64(seed: 7)
    let median = Portable.log(2)
    let ranks = QuantileRanks(count: 20, probability: 0.5, level: 0.95)
    var covering = 0.0
    for _ in 0..<2000 {
      let sorted = (0..<20).map { _ in -Portable.logOnePlus(-random.uniform()) }.sorted()
      let found = QuantileInterval(sorted: sorted, ranks: ranks)
      if let lower = found.lower, let upper = found.upper, lower <= median, median <= upper {
        covering += 1
      }
    }
    let standardError = (0.95861 * 0.04139 / 2000).squareRoot()
    #expect((covering / 2000 - 0.95861).magnitude < allowedStandardErrors * standardError)
  }

  @Test("numbers that are out of order or not finite are programming errors")
  func disorder() async {
    await #expect(processExitsWith: .failure) {
      _ = QuantileInterval(
        sorted: [2, 1], ranks: QuantileRanks(count: 2, probability: 0.5, level: 0.9))
    }
    await #expect(processExitsWith: .failure) {
      _ = QuantileInterval(
        sorted: [1, .nan, 2], ranks: QuantileRanks(count: 3, probability: 0.5, level: 0.9))
    }
    await #expect(processExitsWith: .failure) {
      _ = QuantileInterval(
        sorted: [1, 2], ranks: QuantileRanks(count: 3, probability: 0.5, level: 0.9))
    }
    await #expect(processExitsWith: .failure) {
      _ = QuantileRanks(count: 0, probability: 0.5, level: 0.9)
    }
    await #expect(processExitsWith: .failure) {
      _ = QuantileRanks(count: 1, probability: 1, level: 0.9)
    }
  }
}
