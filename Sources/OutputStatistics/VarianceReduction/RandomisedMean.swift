/// A mean over several independent randomisations of a design whose points depend on each other.
///
/// The means of the randomisations are independent and alike, so Student's t with one degree of
/// freedom less than there are gives the interval, whatever the points of one have to do with each
/// other. Source: Owen, SIAM J. Numer. Anal. 34 (1997) 1884-1910; L'Ecuyer and Lemieux, in Modeling
/// Uncertainty (Kluwer 2002) 419-474. The t interval holds up where means are not normal: L'Ecuyer,
/// Nakayama, Owen and Tuffin, Proc. Winter Simulation Conf. (2023) 445-456.
public struct RandomisedMean: Sendable, Equatable {
  /// The means of the randomisations: their mean is the estimate, their spread gives its error.
  public let means: Tally
  /// How many values there are in all randomisations.
  public let count: Int
  /// How many times larger the variance of the mean of as many independent points would be.
  ///
  /// The variance of one point is estimated without bias from all values, those of a point of any
  /// randomisation being alike. It is a rough number where randomisations are few: the relative
  /// standard error is about √(2 / (k - 1)) for k of them. Infinite when points vary and means do
  /// not; `nil` when nothing varies.
  public let varianceRatio: Double?

  /// The estimate from the values at the points of each randomisation, one after the other.
  ///
  /// At least two randomisations of equally many points, at least one, all values finite: else a
  /// programming error.
  public init(_ values: [Double], randomisationCount: Int) {
    precondition(randomisationCount >= 2, "one randomisation says nothing of its error")
    precondition(
      !values.isEmpty && values.count.isMultiple(of: randomisationCount),
      "\(values.count) values are not those of \(randomisationCount) randomisations")
    let size = values.count / randomisationCount
    var (means, whole) = (Tally(), Tally())
    for start in stride(from: 0, to: values.count, by: size) {
      let own = Tally(Array(values[start..<(start + size)]))
      means.add(own.mean)
      whole.merge(own)
    }
    self.means = means
    count = values.count
    if whole.sumOfSquaredDeviations == 0 {
      varianceRatio = nil
    } else {
      // Deviations are from the mean of the values, which takes its variance away from them.
      let variance = means.variance / Double(randomisationCount)
      let ofPoint = whole.sumOfSquaredDeviations / Double(count) + variance
      varianceRatio = ofPoint / Double(count) / variance
    }
  }
}
