import ElementaryFunctions
import OutputStatistics
import Testing

@Suite("Stratified mean")
struct StratifiedMeanTests {
  @Test("a small example agrees with the formulas worked out in Python")
  func example() throws {
    let found = try StratifiedMean(
      strata: [[1, 2, 4], [10, 12, 11, 15], [20, 27]], level: 0.95)
    #expect(found.count == 9)
    #expect(close(found.mean, 11.333333333333334))
    #expect(close(found.standardError, 0.9601097330974608))
    // 2.193502320599786 degrees of freedom.
    #expect(close(found.interval.halfWidth, 3.800716069973129, within: 1e-9))
    #expect(close(try #require(found.varianceRatio), 7.932539682539682))
  }

  @Test("a single stratum is a plain sample")
  func single() throws {
    let found = try StratifiedMean(strata: [ReferenceValues.sampleA], level: 0.95)
    let tally = Tally(ReferenceValues.sampleA)
    let interval = try #require(tally.confidenceInterval(level: 0.95))
    #expect(close(found.mean, tally.mean))
    #expect(close(found.interval.lower, interval.lower))
    #expect(close(found.interval.upper, interval.upper))
    #expect(close(try #require(found.varianceRatio), 1))
  }

  @Test("the exponential of a uniform in ten strata gains what theory says")
  func exponential() throws {
    // From the influence function: the logarithm of the ratio has standard deviation 1.33 / √n.
    var random = SplitMix64(seed: 35)
    let strata = (0..<10).map { stratum in
      (0..<400).map { _ in Portable.exp((Double(stratum) + random.uniform()) / 10) }
    }
    let found = try StratifiedMean(strata: strata, level: 0.95)
    let logRatio = Portable.log(try #require(found.varianceRatio) / 91.00974031626545)
    #expect(logRatio.magnitude < allowedStandardErrors * 1.33 / 4000.0.squareRoot())
    // The variance of a mean of ten, one from each stratum, over the observations in each.
    let standardError = (0.000265944729225327 / 400).squareRoot()
    #expect((found.mean - 1.718281828459045).magnitude < allowedStandardErrors * standardError)
    #expect(close(found.standardError, standardError, within: 0.1))
  }

  @Test("the interval covers about as often as it says with few observations in each stratum")
  func coverage() throws {
    // 3,000 intervals; 4 observations in each of 3 strata of unequal spread. Satterthwaite's
    // interval is within 0.015 of the level here.
    var random = SplitMix64(seed: 36)
    var covering = 0.0
    for _ in 0..<3000 {
      let strata = (1...3).map { stratum in
        (0..<4).map { _ in Double(stratum) * (10 + random.normal()) }
      }
      let found = try StratifiedMean(strata: strata, level: 0.9)
      if found.interval.contains(20) { covering += 1 }
    }
    let standardError = (0.9 * 0.1 / 3000).squareRoot()
    #expect((covering / 3000 - 0.9).magnitude < 0.015 + allowedStandardErrors * standardError)
  }

  @Test("strata that are constant within have no width, and constants no ratio")
  func limits() throws {
    let between = try StratifiedMean(strata: [[1, 1], [3, 3]], level: 0.9)
    #expect(between.interval == ConfidenceInterval(level: 0.9, lower: 2, upper: 2))
    #expect(between.varianceRatio == .infinity)
    #expect(try StratifiedMean(strata: [[1, 1], [1, 1]], level: 0.9).varianceRatio == nil)
  }

  @Test("a stratum with a single observation is refused by its number")
  func tooSmall() {
    #expect(throws: VarianceReductionError.tooSmallStratum(index: 1, found: 1)) {
      try StratifiedMean(strata: [[1, 2], [3], [4, 5]], level: 0.9)
    }
  }

  @Test("numbers that are not finite are programming errors")
  func notFinite() async {
    await #expect(processExitsWith: .failure) {
      _ = try StratifiedMean(strata: [[1, 2], [3, .nan]], level: 0.9)
    }
  }
}
