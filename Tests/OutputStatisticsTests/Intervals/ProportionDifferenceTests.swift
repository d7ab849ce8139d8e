import OutputStatistics
import Testing

@Suite("Difference of chances")
struct ProportionDifferenceTests {
  /// Trials in pairs: so many in which both succeed, only the variant, only the base, neither.
  private func pairs(
    _ both: Int, _ variant: Int, _ base: Int, _ neither: Int
  ) -> ProportionDifference {
    func trials(_ counts: [(Bool, Int)]) -> [Bool] {
      counts.flatMap { [Bool](repeating: $0, count: $1) }
    }
    return ProportionDifference(
      base: trials([(true, both), (false, variant), (true, base), (false, neither)]),
      variant: trials([(true, both), (true, variant), (false, base), (false, neither)]),
      level: 0.95)
  }

  @Test("the intervals are those of the examples that were published with them")
  func published() {
    let independent = ProportionDifference(
      base: Proportion(successes: 48, trials: 80), variant: Proportion(successes: 56, trials: 70),
      level: 0.95)
    #expect(close(independent.estimate, 0.2))
    #expect((independent.interval.lower - 0.0524).magnitude < 5e-5)
    #expect((independent.interval.upper - 0.3339).magnitude < 5e-5)
    let paired = pairs(36, 12, 2, 0)
    #expect(close(paired.estimate, 0.2))
    #expect((paired.interval.lower - 0.0569).magnitude < 5e-5)
    #expect((paired.interval.upper - 0.3404).magnitude < 5e-5)
  }

  @Test("where nothing differs there is a width, the less the more pairs agree in both ways")
  func agreement() {
    let never = pairs(0, 0, 0, 10).interval
    #expect(never.lower < -0.2 && never.upper > 0.2)
    let often = pairs(20, 0, 0, 20).interval
    #expect(often.upper > 0.03 && often.upper < 0.06 && close(often.lower, -often.upper))
  }

  @Test("turned about, the interval is the mirror image, and it stays within -1 to 1")
  func mirror() {
    for (both, variant, base, neither) in [(3, 5, 1, 2), (0, 9, 0, 0), (7, 0, 4, 1)] {
      let (one, other) = (
        pairs(both, variant, base, neither), pairs(both, base, variant, neither)
      )
      #expect(close(one.interval.lower, -other.interval.upper))
      #expect(one.interval.lower >= -1 && one.interval.upper <= 1)
    }
  }
}
