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

  @Test("the mean over time weighs each level by how long it lasted")
  func timeWeighted() {
    var level = TimeWeightedMean(level: 2, at: 10)
    level.set(5, at: 11)
    level.set(0, at: 13)
    // 2 for 1 day, 5 for 2 days, 0 for 1 day.
    #expect(level.mean(until: 14) == 3)
    #expect(level.mean(until: 13) == 4)
    #expect(level.level == 0)
  }

  @Test("the mean over no time is the level")
  func timeWeightedAtStart() {
    var level = TimeWeightedMean(level: 4, at: 1)
    #expect(level.mean(until: 1) == 4)
    level.set(6, at: 1)
    #expect(level.mean(until: 1) == 6)
    #expect(level.mean(until: 3) == 6)
  }

  @Test("time that runs backwards is a programming error")
  func timeRunsForward() async {
    await #expect(processExitsWith: .failure) {
      var level = TimeWeightedMean(level: 4, at: 1)
      level.set(1, at: 0.5)
    }
  }
}
