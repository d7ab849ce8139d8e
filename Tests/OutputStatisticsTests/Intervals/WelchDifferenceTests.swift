import OutputStatistics
import Testing

@Suite("Difference of independent samples")
struct WelchDifferenceTests {
  @Test("degrees of freedom and interval are SciPy's")
  func reference() throws {
    let found = WelchDifference(
      base: Tally(ReferenceValues.sampleB), variant: Tally(ReferenceValues.sampleA), level: 0.95)
    #expect(close(found.estimate, 0.74))
    #expect(close(try #require(found.degreesOfFreedom), 17.890592794914685, within: 1e-9))
    #expect(close(found.estimate / found.standardError, 1.1921020369230102, within: 1e-9))
    #expect(close(found.interval.lower, -0.5647239490595586, within: 1e-9))
    #expect(close(found.interval.upper, 2.044723949059561, within: 1e-9))
  }

  @Test("where one sample never varies, the other alone decides")
  func oneConstant() {
    let values = ReferenceValues.sampleA
    let found = WelchDifference(base: Tally([4, 4, 4]), variant: Tally(values), level: 0.9)
    let alone = Tally(values.map { $0 - 4 }).confidenceInterval(level: 0.9)
    #expect(found.degreesOfFreedom == 9)
    #expect(close(found.interval.lower, alone?.lower ?? 0))
    #expect(close(found.interval.upper, alone?.upper ?? 0))
  }

  @Test("samples that never vary have a difference without width")
  func constant() {
    let found = WelchDifference(base: Tally([1, 1]), variant: Tally([3, 3, 3]), level: 0.9)
    #expect(found.degreesOfFreedom == nil)
    #expect(found.interval == ConfidenceInterval(level: 0.9, lower: 2, upper: 2))
  }

  @Test("it covers about as often as it says when variances and counts differ")
  func coverage() {
    // 3,000 intervals; the coverage of Welch's interval lies within 0.005 of the level here.
    var random = SplitMix64(seed: 61)
    var covering = 0.0
    for _ in 0..<3000 {
      let base = Tally((0..<5).map { _ in 10 + 4 * random.normal() })
      let variant = Tally((0..<15).map { _ in 7 + random.normal() })
      let found = WelchDifference(base: base, variant: variant, level: 0.9)
      if found.interval.contains(-3) { covering += 1 }
    }
    let standardError = (0.9 * 0.1 / 3000).squareRoot()
    #expect((covering / 3000 - 0.9).magnitude < 0.005 + allowedStandardErrors * standardError)
  }

  @Test("a single number on either side is a programming error")
  func single() async {
    await #expect(processExitsWith: .failure) {
      _ = WelchDifference(base: Tally([1]), variant: Tally([1, 2]), level: 0.9)
    }
  }
}
