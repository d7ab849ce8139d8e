import OutputStatistics

/// How far what was observed lies from what theory expects, in standard errors.
///
/// A test that allows `StandardScore.allowed` on both sides would fail on one seed in a million if
/// theory and program agree; seeds are fixed, so it either always fails or never.
package enum StandardScore {
  /// Both tails of the normal distribution beyond this hold 1e-6.
  package static let allowed = 4.89

  /// Of a number of successes in independent trials.
  package static func binomial(_ successes: Double, of trials: Double, _ chance: Double) -> Double {
    (successes - trials * chance) / (trials * chance * (1 - chance)).squareRoot()
  }

  /// Of a count with the Poisson distribution.
  package static func poisson(_ count: Double, mean: Double) -> Double {
    (count - mean) / mean.squareRoot()
  }

  /// Of the number of successes when each trial has two parts of different chances that are not
  /// independent: both succeed together as far as they can, which is the largest variance.
  package static func mean(
    _ successes: Double, of trials: Double, chances first: Double, _ second: Double
  ) -> Double {
    let variance =
      first * (1 - first) + second * (1 - second) + 2 * min(first, second)
      * (1 - max(first, second))
    return (successes - trials * (first + second)) / (trials * variance).squareRoot()
  }

  /// Of a mean of independent numbers whose spread is estimated from themselves.
  package static func mean(of values: [Double], expected: Double) -> Double {
    let tally = Tally(values)
    return (tally.mean - expected) / tally.standardError
  }

  /// Of Pearson's statistic for counts in cells.
  ///
  /// Mean and variance are those of a multinomial distribution for any expected counts, small ones
  /// included (Haldane, Biometrika 29 (1937) 133-143): k - 1 and
  /// 2 (k - 1) + (Σ 1/p - k² - 2k + 2) / n for k cells of chances p and n trials.
  package static func chiSquare(observed: [Double], chances: [Double]) -> Double {
    precondition(observed.count == chances.count, "one chance for each cell")
    let trials = observed.reduce(0, +)
    let cells = Double(observed.count)
    var statistic = 0.0
    for (count, chance) in zip(observed, chances) {
      let expected = trials * chance
      statistic += (count - expected) * (count - expected) / expected
    }
    let inverses = chances.reduce(0) { $0 + 1 / $1 }
    let variance =
      2 * (cells - 1) + (inverses - cells * cells - 2 * cells + 2) / trials
    return (statistic - (cells - 1)) / variance.squareRoot()
  }
}
