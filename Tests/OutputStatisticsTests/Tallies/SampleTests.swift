import OutputStatistics
import Testing

@Suite("Samples and levels over time")
struct SampleTests {
  @Test("quantiles of type 7 are NumPy's")
  func type7() {
    for (sample, expected) in ReferenceValues.quantilesType7 {
      let sorted = sample.sorted()
      for (p, value) in zip(ReferenceValues.probabilities, expected) {
        let found = Quantile.type7(sorted: sorted, p)
        #expect((found - value).magnitude <= 1e-12 * value.magnitude)
      }
    }
  }

  @Test("a summary says what tally and quantiles say")
  func summary() throws {
    let values = ReferenceValues.sampleA
    let summary = SampleSummary(values, level: 0.95)
    let tally = Tally(values)
    #expect(summary.count == 10)
    #expect(summary.mean == tally.mean)
    #expect(summary.standardDeviation == tally.standardDeviation)
    #expect(summary.standardError == tally.standardError)
    #expect(summary.interval == tally.confidenceInterval(level: 0.95))
    #expect(summary.minimum == 5.9)
    #expect(summary.maximum == 10.3)
    #expect((summary.median - 8.25).magnitude < 1e-12)
    #expect((summary.q05 - 6.035).magnitude < 1e-12)
    #expect((summary.q95 - 10.12).magnitude < 1e-12)
  }

  @Test("a summary of one number has no interval")
  func summaryOfOne() {
    let summary = SampleSummary([3], level: 0.9)
    #expect(summary.interval == nil)
    #expect(summary.median == 3)
    #expect(summary.standardDeviation == 0)
  }
}
