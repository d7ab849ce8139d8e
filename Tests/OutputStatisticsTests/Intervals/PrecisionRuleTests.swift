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

  @Test("asking for the true error stops at the reference counts")
  func stoppingByTrueError() {
    let normal = { u in 10 + 3 * Portable.normalQuantile(u) }
    let exponential = { u in -5 * Portable.logOnePlus(-u) }
    let event = { u in u < 0.2 ? 1.0 : 0.0 }
    let tenth = PrecisionRule(relativeTarget: 0.1, criterion: .trueError)
    let twentieth = PrecisionRule(relativeTarget: 0.05, criterion: .trueError)
    #expect(stoppingCount(tenth, seed: 41, observation: normal) == 34)
    #expect(stoppingCount(twentieth, seed: 41, observation: normal) == 156)
    #expect(stoppingCount(tenth, seed: 42, observation: exponential) == 434)
    #expect(stoppingCount(twentieth, seed: 42, observation: exponential) == 1626)
    #expect(stoppingCount(tenth, seed: 43, observation: event) == 1839)
  }

  @Test("a rule that says no more asks for the half-width")
  func usualCriterion() {
    #expect(PrecisionRule(relativeTarget: 0.1).criterion == .halfWidth)
  }
}
