import ElementaryFunctions

/// The cumulative probabilities of a binomial count.
struct BinomialCumulative {
  /// How many trials there are, 1 or more.
  let trials: Int
  /// The chance of a success, strictly between 0 and 1.
  let chance: Double

  /// The chance of at most `count` successes, 0 <= count <= trials.
  func callAsFunction(_ count: Int) -> Double {
    if count >= trials { return 1 }
    return Portable.regularizedBeta(
      a: Double(trials - count), b: Double(count + 1), at: 1 - chance)
  }

  /// The least count whose cumulative probability meets a condition that holds from there on.
  func first(where condition: (Double) -> Bool) -> Int {
    var (low, high) = (0, trials)
    while low < high {
      let middle = low + (high - low) / 2
      if condition(self(middle)) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
