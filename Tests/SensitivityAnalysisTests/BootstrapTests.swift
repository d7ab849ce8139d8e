import OutputStatistics
import SensitivityAnalysis
import Testing

@Suite("Bootstrap resamples")
struct BootstrapTests {
  @Test("any seed counts, 0 too: the same resamples at every call, others under other seeds")
  func seeds() {
    let zero = Bootstrap(seed: 0).resample(7, of: 50)
    #expect(Bootstrap(seed: 0).resample(7, of: 50) == zero)
    #expect(Bootstrap(seed: 1).resample(7, of: 50) != zero)
    #expect(Bootstrap(seed: 0).resample(8, of: 50) != zero)
  }

  @Test("seed 0 gives the same intervals at every call and other seeds give others")
  func seedZeroOfIndices() throws {
    let layout = SaltelliLayout(inputCount: 2, hasSecondOrder: false)
    let outputs = try RunOutputs(oneRunPerRow: (0..<64).map { Double($0 * $0 % 17) })
    func indices(seed: UInt64) throws -> SobolIndices {
      try SobolIndices(
        outputs, layout: layout, luck: .none, bootstrap: Bootstrap(seed: seed, resampleCount: 50))
    }
    #expect(try indices(seed: 0) == indices(seed: 0))
    let (zero, one) = (try indices(seed: 0), try indices(seed: 1))
    #expect(zero.inputs.map(\.total.value) == one.inputs.map(\.total.value))
    #expect(zero.inputs.map(\.total.interval) != one.inputs.map(\.total.interval))
  }

  @Test("fewer resamples are the first of more")
  func prefix() {
    let few = Bootstrap(seed: 4, resampleCount: 20)
    let many = Bootstrap(seed: 4, resampleCount: 500)
    #expect(few.resample(19, of: 33) == many.resample(19, of: 33))
  }

  @Test("every item is drawn equally often", arguments: [1, 3, 4, 10])
  func uniform(count: Int) {
    // 2,000 resamples: each item is drawn 2,000 times but for a standard deviation of at most 45;
    // 5 of them fail in 18 items with a chance of 1e-5.
    var drawn = [Int](repeating: 0, count: count)
    let bootstrap = Bootstrap(seed: 12)
    for number in 0..<2000 {
      let items = bootstrap.resample(number, of: count)
      #expect(items.count == count)
      for item in items { drawn[item] += 1 }
    }
    #expect(drawn.allSatisfy { ($0 - 2000).magnitude < 225 })
  }

  @Test("a higher level gives a wider interval")
  func level() throws {
    let estimates = (0..<200).map { Double($0 * 37 % 200) }
    let narrow = try #require(
      Bootstrap(seed: 0, resampleCount: 200, level: 0.8).interval(of: estimates))
    let wide = try #require(
      Bootstrap(seed: 0, resampleCount: 200, level: 0.95).interval(of: estimates))
    #expect(largestDifference([narrow.lower, narrow.upper], [19.9, 179.1]) < 1e-9)
    #expect(largestDifference([wide.lower, wide.upper], [4.975, 194.025]) < 1e-9)
  }

  @Test("resamples without an index are left out, and too many of them leave no interval")
  func undefinedEstimates() {
    let bootstrap = Bootstrap(seed: 0, resampleCount: 20)
    let some = [Double.nan] + (1...19).map(Double.init)
    let many = [.nan, .nan, .nan] + (1...17).map(Double.init)
    #expect(bootstrap.interval(of: some) != nil)
    #expect(bootstrap.interval(of: many) == nil)
    #expect(bootstrap.interval(of: []) == nil)
  }
}
