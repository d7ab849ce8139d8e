import ElementaryFunctions
import OutputStatistics
import Testing

@Suite("Precision rule")
struct PrecisionRuleTests {
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

  @Test("numbers that are all zero never reach a relative target, and reach an absolute one")
  func zeros() {
    var tally = Tally()
    for _ in 1...1000 { tally.add(0) }
    #expect(!PrecisionRule(relativeTarget: 1).isReached(by: tally, level: 0.95))
    #expect(PrecisionRule(absoluteTarget: 1e-9).isReached(by: tally, level: 0.95))
  }

  @Test("an absolute target is held against the half-width as it is")
  func absolute() {
    let normal = { u in 1000 + 3 * Portable.normalQuantile(u) }
    let count = stoppingCount(PrecisionRule(absoluteTarget: 1), seed: 41, observation: normal)
    // Known above: 31 for a tenth of a mean of 10 with the same spread, to within the noise of the
    // mean that a relative target is held against.
    #expect(count.map { $0 > 25 && $0 < 40 } == true)
    let shifted = { u in 3 * Portable.normalQuantile(u) }
    #expect(
      stoppingCount(PrecisionRule(absoluteTarget: 1), seed: 41, observation: shifted) == count)
  }

  @Test("any interval may be held against the target")
  func ownInterval() {
    let rule = PrecisionRule(relativeTarget: 0.5)
    let interval = Proportion(successes: 5, trials: 10).confidenceInterval(level: 0.95)
    #expect(interval.halfWidth < 0.3 && interval.halfWidth > 0.25)
    #expect(!rule.isReached(by: interval, around: 0.5, count: 10))
    #expect(rule.isReached(by: interval, around: 0.6, count: 10))
    #expect(!rule.isReached(by: interval, around: 0.6, count: 9))
    #expect(!rule.isReached(by: interval, around: 0, count: 10))
  }

  @Test("targets that are none are programming errors")
  func misuse() async {
    await #expect(processExitsWith: .failure) { _ = PrecisionRule(relativeTarget: 1.5) }
    await #expect(processExitsWith: .failure) { _ = PrecisionRule(absoluteTarget: 0) }
    await #expect(processExitsWith: .failure) {
      _ = PrecisionRule(relativeTarget: 0.1, minimumCount: 9)
    }
  }
}
