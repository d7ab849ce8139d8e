import ElementaryFunctions

extension ParetoTailedLognormal {
  /// The expected value, in closed form: partial moments of the lognormal body and the Pareto tail.
  ///
  /// About 150 ns.
  public var mean: Double { moment(1) }

  /// The variance, in closed form from the first two moments.
  ///
  /// The two nearly cancel where the support is narrow against its distance from zero; the result
  /// is never below zero. About 300 ns.
  public var variance: Double {
    let mean = moment(1)
    return Swift.max(moment(2) - mean * mean, 0)
  }

  /// The moment about zero of the given order.
  private func moment(_ order: Double) -> Double {
    var total = 0.0
    if minimum < tailFrom { total += bodyMoment(order) }
    if maximum > tailFrom { total += tailMoment(order) }
    return total / (survivalAtMinimum - survivalAtMaximum)
  }

  /// The integral of x^order over the lognormal density below the tail: the density times x^order
  /// is another lognormal density, shifted by order times the variance of the logarithm.
  private func bodyMoment(_ order: Double) -> Double {
    let shift = order * logStandardDeviation
    let from = (Portable.log(minimum) - logMean) / logStandardDeviation - shift
    let to = (Portable.log(Swift.min(maximum, tailFrom)) - logMean) / logStandardDeviation - shift
    // Above the median the difference of the upper tails keeps the digits.
    let probability =
      from > 0
      ? Portable.normalCumulative(-from) - Portable.normalCumulative(-to)
      : Portable.normalCumulative(to) - Portable.normalCumulative(from)
    return Portable.exp(order * logMean + 0.5 * shift * shift) * probability
  }

  /// The integral of x^order over the Pareto density from where the tail begins to the maximum.
  private func tailMoment(_ order: Double) -> Double {
    let from = Swift.max(minimum, tailFrom)
    let survival = survivalAtTail * Portable.power(tailFrom / from, tailExponent)
    let scale = survival * tailExponent * Portable.power(from, order)
    let excess = order - tailExponent
    if maximum == .infinity { return scale / -excess }
    // (b^excess - 1) / excess tends to log b as the exponent nears the order.
    let logRatio = Portable.log(maximum / from)
    let growth = excess * logRatio
    let integral = growth == 0 ? logRatio : Portable.expMinusOne(growth) / excess
    return scale * integral
  }
}
