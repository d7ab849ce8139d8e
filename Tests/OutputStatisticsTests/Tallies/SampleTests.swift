import ElementaryFunctions
import OutputStatistics
import Testing

@Suite("Samples, levels over time and precision")
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

  /// The first count at which the rule holds, or nil within 3,000 observations.
  private func stoppingCount(
    _ rule: PrecisionRule, seed: UInt64, observation: (Double) -> Double
  ) -> Int? {
    var random = SplitMix64(seed: seed)
    var tally = Tally()
    for _ in 0..<3000 {
      tally.add(observation(random.uniform()))
      if rule.isReached(by: tally, level: 0.95) { return tally.count }
    }
    return nil
  }

  @Test("the rule stops at the reference count on normal observations")
  func stoppingOnNormals() {
    let normal = { u in 10 + 3 * Portable.normalQuantile(u) }
    #expect(stoppingCount(PrecisionRule(relativeTarget: 0.1), seed: 41, observation: normal) == 31)
    #expect(
      stoppingCount(PrecisionRule(relativeTarget: 0.05), seed: 41, observation: normal) == 141)
  }

  @Test("the rule stops at the reference count on exponential observations")
  func stoppingOnExponentials() {
    let exponential = { u in -5 * Portable.logOnePlus(-u) }
    #expect(
      stoppingCount(PrecisionRule(relativeTarget: 0.1), seed: 42, observation: exponential) == 360)
    #expect(
      stoppingCount(PrecisionRule(relativeTarget: 0.05), seed: 42, observation: exponential)
        == 1469)
  }

  @Test("the rule stops at the reference count on rare events")
  func stoppingOnRareEvents() {
    let event = { u in u < 0.2 ? 1.0 : 0.0 }
    #expect(stoppingCount(PrecisionRule(relativeTarget: 0.1), seed: 43, observation: event) == 1496)
  }

  @Test("the rule never holds before the least count")
  func leastCount() {
    let rule = PrecisionRule(relativeTarget: 0.1, minimumCount: 12)
    var tally = Tally()
    for count in 1...12 {
      tally.add(5)
      #expect(rule.isReached(by: tally, level: 0.95) == (count >= 12))
    }
  }

}
