import OutputStatistics
import Testing

@Suite("Paired difference")
struct PairedDifferenceTests {
  @Test("the estimate is that of the differences, variant minus base")
  func estimate() {
    let difference = PairedDifference(
      base: [1, 2, 4, 8], variant: [2, 4, 5, 12], level: 0.95)
    #expect(difference.summary == SampleSummary([1, 2, 1, 4], level: 0.95))
  }

  @Test("the variance ratio is what pairing has gained over independent runs")
  func varianceRatio() throws {
    // Variances 10 and 10, variance of the difference 2: (10 + 10) / 2.
    let base = [0.0, 2, 4, 6, 8]
    let variant = [2.0, 0, 4, 6, 8]
    let difference = PairedDifference(base: base, variant: variant, level: 0.95)
    #expect(try #require(difference.varianceRatio) == 10)
  }

  @Test("interval and variance ratio of a reference sample")
  func reference() throws {
    let difference = PairedDifference(
      base: ReferenceValues.sampleB, variant: ReferenceValues.sampleA, level: 0.95)
    let interval = try #require(difference.summary.interval)
    #expect(close(interval.lower, 0.5261892466201799, within: 1e-9))
    #expect(close(interval.upper, 0.9538107533798208, within: 1e-9))
    #expect(close(try #require(difference.varianceRatio), 43.134328358208926, within: 1e-9))
  }

  @Test("equal differences leave no variance at all")
  func shift() {
    let difference = PairedDifference(base: [1, 2, 3], variant: [2, 3, 4], level: 0.95)
    #expect(difference.varianceRatio == .infinity)
    #expect(difference.summary.mean == 1)
  }

  @Test("responses that never vary have no ratio")
  func constant() {
    let difference = PairedDifference(base: [1, 1], variant: [1, 1], level: 0.95)
    #expect(difference.varianceRatio == nil)
    #expect(difference.summary.mean == 0)
  }
}
