import ElementaryFunctions
import OutputStatistics
import Testing

@Suite("Proportion")
struct ProportionTests {
  /// (successes, trials, ends) at 95 %, from SciPy's binomtest.
  private static let reference: [(Int, Int, [Double])] = [
    (0, 10, [0, 0.27753279986288926]), (1, 10, [0.017876213095072896, 0.4041500267952385]),
    (5, 10, [0.236593090512564, 0.7634069094874361]), (10, 10, [0.7224672001371109, 1]),
    (3, 50, [0.020614970348973957, 0.1621709168883817]),
    (27, 100, [0.19269584149576344, 0.36432116767945]), (0, 1000, [0, 0.0038267584855551234]),
    (2, 1000, [0.0005486435881207272, 0.007262807863492176]),
    (137, 1000, [0.11707313063299474, 0.1597050960275183]),
    (9999, 10_000, [0.9994337311025987, 0.9999823473263989]),
    (31, 1_000_000, [2.184044996832727e-05, 4.400075592608571e-05]),
  ]

  private func ends(_ interval: ConfidenceInterval) -> [Double] {
    [interval.lower, interval.upper]
  }

  @Test("Wilson's intervals are SciPy's to 1e-12")
  func wilson() {
    for (successes, trials, expected) in Self.reference {
      let found = Proportion(successes: successes, trials: trials).confidenceInterval(level: 0.95)
      for (end, reference) in zip(ends(found), expected) {
        #expect(close(end, reference, within: 1e-12), "\(successes) of \(trials)")
      }
    }
  }

  @Test("no success and no failure reach the end and leave a width", arguments: [1, 7, 100_000])
  func ends(trials: Int) {
    let none = Proportion(successes: 0, trials: trials).confidenceInterval(level: 0.9)
    let all = Proportion(successes: trials, trials: trials).confidenceInterval(level: 0.9)
    #expect(none.lower == 0 && none.upper > 0 && none.upper < 1)
    #expect(all.upper == 1 && all.lower < 1 && all.lower > 0)
    #expect((all.lower - (1 - none.upper)).magnitude < 1e-12)
  }

  /// The exact probability that an interval of level 0.95 covers the chance.
  private func coverage(chance: Double, trials: Int) -> Double {
    var sum = 0.0
    for successes in 0...trials {
      let interval = Proportion(successes: successes, trials: trials)
        .confidenceInterval(level: 0.95)
      guard interval.contains(chance) else { continue }
      let (n, k) = (Double(trials), Double(successes))
      let choices =
        Portable.logGamma(n + 1) - Portable.logGamma(k + 1) - Portable.logGamma(n - k + 1)
      sum += Portable.exp(choices + k * Portable.log(chance) + (n - k) * Portable.log(1 - chance))
    }
    return sum
  }

  @Test("the exact coverage is what it is known to be")
  func exactCoverage() {
    for (chance, trials, expected) in [
      (0.01, 100, 0.9206267978195), (0.05, 50, 0.9622238270102), (0.3, 20, 0.9752179237945),
    ] {
      #expect((coverage(chance: chance, trials: trials) - expected).magnitude < 1e-9)
    }
  }

  @Test("impossible counts are programming errors")
  func impossible() async {
    await #expect(processExitsWith: .failure) { _ = Proportion(successes: 0, trials: 0) }
    await #expect(processExitsWith: .failure) { _ = Proportion(successes: 3, trials: 2) }
    await #expect(processExitsWith: .failure) { _ = Proportion(successes: -1, trials: 2) }
    await #expect(processExitsWith: .failure) {
      _ = Proportion(successes: 1, trials: 2).confidenceInterval(level: .nan)
    }
  }
}
