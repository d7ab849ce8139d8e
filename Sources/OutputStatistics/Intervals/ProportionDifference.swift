/// The difference between two chances, whose interval has a width even where nothing differs.
///
/// The ends lie as far from the estimate as the Wilson intervals of both chances together reach, in
/// the manner of standard deviations. Source: Newcombe, Statistics in Medicine 17 (1998), pages
/// 873-890 for independent trials and 2635-2650 for trials in pairs, each time the tenth method.
public struct ProportionDifference: Sendable, Equatable {
  /// The share of the variant minus that of the base.
  public let estimate: Double
  /// The interval for the difference of the chances.
  public let interval: ConfidenceInterval

  /// The difference between independent trials; `level` strictly between 0 and 1.
  public init(base: Proportion, variant: Proportion, level: Double) {
    self.init(base: base, variant: variant, correlation: 0, level: level)
  }

  /// The difference between trials in pairs, at least one; `level` strictly between 0 and 1.
  public init(base: [Bool], variant: [Bool], level: Double) {
    precondition(base.count == variant.count && !base.isEmpty, "trials come in pairs")
    let pairs = zip(base, variant)
    let both = Double(pairs.count { $0 && $1 })
    let first = Double(pairs.count { $0 && !$1 })
    let second = Double(pairs.count { !$0 && $1 })
    let count = Double(base.count)
    let neither = count - both - first - second
    // The product is that of four sums of counts, taken in two halves so that it stays in range.
    let spread =
      ((both + first) * (second + neither)).squareRoot()
      * ((both + second) * (first + neither)).squareRoot()
    var excess = both * neither - first * second
    if excess > 0 { excess = max(0, excess - 0.5 * count) }
    self.init(
      base: Proportion(successes: base.count { $0 }, trials: base.count),
      variant: Proportion(successes: variant.count { $0 }, trials: variant.count),
      correlation: spread > 0 ? excess / spread : 0, level: level)
  }

  private init(base: Proportion, variant: Proportion, correlation: Double, level: Double) {
    let (first, second) = (
      base.confidenceInterval(level: level), variant.confidenceInterval(level: level)
    )
    func reach(_ own: Double, _ other: Double) -> Double {
      max(0, own * own - 2 * correlation * own * other + other * other).squareRoot()
    }
    estimate = variant.estimate - base.estimate
    interval = ConfidenceInterval(
      level: level,
      lower: estimate
        - reach(variant.estimate - second.lower, first.upper - base.estimate),
      upper: estimate
        + reach(second.upper - variant.estimate, base.estimate - first.lower))
  }
}
