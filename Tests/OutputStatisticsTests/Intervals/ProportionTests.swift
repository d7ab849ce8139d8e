import ElementaryFunctions
import OutputStatistics
import Testing

@Suite("Proportion")
struct ProportionTests {
  /// (successes, trials, ends by Wilson, ends by Clopper and Pearson) at 95 %.
  ///
  /// From SciPy's binomtest; the exact ends of the last line, which it gives to nine digits, from
  /// the binomial sum in forty.
  private static let reference: [(Int, Int, [Double], [Double])] = [
    (0, 10, [0, 0.27753279986288926], [0, 0.30849710781876294]),
    (
      1, 10, [0.017876213095072896, 0.4041500267952385],
      [0.0025285785444625728, 0.44501611702819543]
    ),
    (5, 10, [0.236593090512564, 0.7634069094874361], [0.1870860284474045, 0.8129139715525955]),
    (10, 10, [0.7224672001371109, 1], [0.6915028921812371, 1]),
    (
      3, 50, [0.020614970348973957, 0.1621709168883817], [0.01254858783533406, 0.1654819466037729]
    ),
    (27, 100, [0.19269584149576344, 0.36432116767945], [0.1860664222907407, 0.3680162729089749]),
    (0, 1000, [0, 0.0038267584855551234], [0, 0.003682083896639526]),
    (
      2, 1000, [0.0005486435881207272, 0.007262807863492176],
      [0.00024230111688164864, 0.007205838911937376]
    ),
    (
      137, 1000, [0.11707313063299474, 0.1597050960275183],
      [0.11628168943360062, 0.1598809651053763]
    ),
    (
      9999, 10_000, [0.9994337311025987, 0.9999823473263989],
      [0.999442963002013, 0.9999974682224367]
    ),
    (
      31, 1_000_000, [2.184044996832727e-05, 4.400075592608571e-05],
      [2.106309010022069e-05, 4.4001739444656345e-05]
    ),
  ]

  private func ends(_ interval: ConfidenceInterval) -> [Double] {
    [interval.lower, interval.upper]
  }

  @Test("Wilson's intervals are SciPy's to 1e-12")
  func wilson() {
    for (successes, trials, expected, _) in Self.reference {
      let found = Proportion(successes: successes, trials: trials).confidenceInterval(level: 0.95)
      for (end, reference) in zip(ends(found), expected) {
        #expect(close(end, reference, within: 1e-12), "\(successes) of \(trials)")
      }
    }
  }

  @Test("Clopper and Pearson's intervals are SciPy's to 1e-9")
  func clopperPearson() {
    for (successes, trials, _, expected) in Self.reference {
      let found = Proportion(successes: successes, trials: trials)
        .confidenceInterval(level: 0.95, method: .clopperPearson)
      for (end, reference) in zip(ends(found), expected) {
        #expect(close(end, reference, within: 1e-9), "\(successes) of \(trials)")
      }
    }
  }

  @Test(
    "no success and no failure reach the end and leave a width",
    arguments: Proportion.IntervalMethod.allCases, [1, 7, 100_000])
  func ends(method: Proportion.IntervalMethod, trials: Int) {
    let none = Proportion(successes: 0, trials: trials).confidenceInterval(
      level: 0.9, method: method)
    let all = Proportion(successes: trials, trials: trials).confidenceInterval(
      level: 0.9, method: method)
    #expect(none.lower == 0 && none.upper > 0 && none.upper < 1)
    #expect(all.upper == 1 && all.lower < 1 && all.lower > 0)
    #expect((all.lower - (1 - none.upper)).magnitude < 1e-12)
  }

  @Test("without a success the exact upper end has its closed form")
  func closedForm() {
    // (1 - p)^n is half of what the level leaves.
    for trials in [1, 3, 59, 10_000] {
      let found = Proportion(successes: 0, trials: trials)
        .confidenceInterval(level: 0.98, method: .clopperPearson).upper
      let expected = 1 - Portable.power(0.01, 1 / Double(trials))
      #expect((found - expected).magnitude < 1e-14)
    }
  }

  /// The exact probability that an interval of level 0.95 covers the chance.
  private func coverage(
    chance: Double, trials: Int, method: Proportion.IntervalMethod
  ) -> Double {
    var sum = 0.0
    for successes in 0...trials {
      let interval = Proportion(successes: successes, trials: trials)
        .confidenceInterval(level: 0.95, method: method)
      guard interval.contains(chance) else { continue }
      let (n, k) = (Double(trials), Double(successes))
      let choices =
        Portable.logGamma(n + 1) - Portable.logGamma(k + 1) - Portable.logGamma(n - k + 1)
      sum += Portable.exp(choices + k * Portable.log(chance) + (n - k) * Portable.log(1 - chance))
    }
    return sum
  }

  @Test("the exact coverage of both methods is what it is known to be")
  func exactCoverage() {
    let reference: [(Double, Int, wilson: Double, exact: Double)] = [
      (0.01, 100, 0.9206267978195, 0.9816259635554), (0.05, 50, 0.9622238270102, 0.9882135522027),
      (0.3, 20, 0.9752179237945, 0.9752179237946),
    ]
    for (chance, trials, wilson, exact) in reference {
      #expect((coverage(chance: chance, trials: trials, method: .wilson) - wilson).magnitude < 1e-9)
      let found = coverage(chance: chance, trials: trials, method: .clopperPearson)
      #expect((found - exact).magnitude < 1e-9)
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
