import ElementaryFunctions

/// How often something happened in independent trials, and the chance of it.
public struct Proportion: Sendable, Equatable, BitwiseCopyable {
  /// In how many trials it happened.
  public let successes: Int
  /// How many trials there were.
  public let trials: Int

  /// So many successes in so many trials, at least one; anything else is a programming error.
  public init(successes: Int, trials: Int) {
    precondition(trials >= 1, "\(trials) trials say nothing of a chance")
    precondition(
      successes >= 0 && successes <= trials, "\(successes) successes in \(trials) trials")
    self.successes = successes
    self.trials = trials
  }

  /// The proportion of a tally of at least one number, each of them 1 or 0.
  public init(of tally: Tally) {
    let successes = (tally.mean * Double(tally.count)).rounded()
    self.init(successes: Int(successes), trials: tally.count)
  }

  /// The share of trials in which it happened.
  public var estimate: Double { Double(successes) / Double(trials) }

  /// The interval for the chance, within 0 to 1: the chances that a score test would not reject.
  ///
  /// `level` is the coverage, strictly between 0 and 1, kept on average over chances and missed
  /// somewhat for some. Without a success the lower end is exactly 0, without a failure the upper
  /// end exactly 1, and the interval has a width all the same. Source: Wilson, Journal of the
  /// American Statistical Association 22 (1927) 209-212.
  ///
  /// The ends are the solutions p of |estimate - p| = z √(p (1 - p) / n), a quadratic equation
  /// whose smaller root is found from the product of both, so that small chances keep their digits.
  public func confidenceInterval(level: Double) -> ConfidenceInterval {
    precondition(level > 0 && level < 1, "level \(level) is not between 0 and 1")
    let z = -Portable.normalQuantile(0.5 * (1 - level))
    let (n, k) = (Double(trials), Double(successes))
    let share = z * z / n
    let spread = z * (k / n * ((n - k) / n) / n + share / (4 * n)).squareRoot()
    let upper = (k / n + 0.5 * share + spread) / (1 + share)
    let lower = successes == 0 ? 0 : k / n * (k / n) / ((1 + share) * upper)
    return ConfidenceInterval(
      level: level, lower: lower, upper: successes == trials ? 1 : Swift.min(upper, 1))
  }
}
