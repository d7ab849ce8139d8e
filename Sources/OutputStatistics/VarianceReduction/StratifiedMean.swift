/// A mean over observations drawn in strata, from each as many as its probability calls for.
///
/// Proportional allocation never does harm: the variance is that within strata alone. Source:
/// Cochran, Sampling Techniques (3rd edition, 1977), chapter 5.
public struct StratifiedMean: Sendable, Equatable {
  /// How many observations there are in all strata.
  public let count: Int
  /// The estimate: the plain mean of all observations.
  public let mean: Double
  /// The estimated standard deviation of the mean.
  public let standardError: Double
  /// The interval by Student's t with Satterthwaite's degrees of freedom, of width 0 when nothing
  /// varies within strata.
  public let interval: ConfidenceInterval
  /// How many times larger the variance of a mean of as many independent observations would be.
  ///
  /// The variance of one independent observation is estimated without bias from that within strata
  /// and that between their means, less what chance adds to the latter. Infinite when observations
  /// vary between strata only; `nil` when nothing varies.
  public let varianceRatio: Double?

  /// The estimate from the observations of each stratum.
  ///
  /// A stratum of probability p has p times all observations; that is the caller's promise. At
  /// least one stratum, all numbers finite: else a programming error.
  ///
  /// - Throws: when a stratum has fewer than two observations, which say nothing of its variance.
  ///   With one observation in each, repeat the whole set several times independently and take a
  ///   ``Tally`` of the means of the sets.
  public init(strata: [[Double]], level: Double) throws(VarianceReductionError) {
    precondition(!strata.isEmpty, "an estimate needs at least one stratum")
    let tallies = strata.map { Tally($0) }
    if let index = tallies.firstIndex(where: { $0.count < 2 }) {
      throw .tooSmallStratum(index: index, found: tallies[index].count)
    }
    var whole = Tally()
    for tally in tallies { whole.merge(tally) }
    let total = Double(whole.count)
    let parts = tallies.map { tally in
      let share = Double(tally.count) / total
      return EffectiveDegrees.Part(
        variance: share * tally.variance / total, degreesOfFreedom: Double(tally.count - 1))
    }
    let combined = EffectiveDegrees(of: parts)
    count = whole.count
    mean = whole.mean
    standardError = combined.variance.squareRoot()
    interval = combined.interval(around: whole.mean, level: level)
    varianceRatio = Self.ratio(of: tallies, whole: whole, variance: combined.variance)
  }

  /// The variance of an independent observation over count times that of the estimate.
  private static func ratio(of tallies: [Tally], whole: Tally, variance: Double) -> Double? {
    if whole.sumOfSquaredDeviations == 0 { return nil }
    let total = Double(whole.count)
    var within = 0.0
    var between = 0.0
    var chance = 0.0
    for tally in tallies {
      let share = Double(tally.count) / total
      let deviation = tally.mean - whole.mean
      within += share * tally.variance
      between += share * deviation * deviation
      chance += tally.variance / total
    }
    return (within + between - chance + variance) / total / variance
  }
}
