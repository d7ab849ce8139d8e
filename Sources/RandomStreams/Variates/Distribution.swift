/// Any of the distributions a scenario can name.
///
/// An enumeration rather than an existential: it is copied as plain bytes and sampled through one
/// exhaustive switch, without allocation.
@frozen
public enum Distribution: Variate {
  /// A number without chance.
  case deterministic(Deterministic)
  /// Equally likely anywhere between two bounds.
  case uniform(Uniform)
  /// The waiting time for an event of constant rate.
  case exponential(Exponential)
  /// Positive, between exponential and normal by its shape.
  case gamma(Gamma)
  /// The normal distribution.
  case normal(Normal)
  /// Positive with a normal logarithm.
  case lognormal(Lognormal)
  /// Known by its least, most likely and greatest value.
  case triangular(Triangular)
  /// The number of independent events.
  case poisson(Poisson)
  /// A lognormal body with a power-law tail, cut off at both ends.
  case paretoTailedLognormal(ParetoTailedLognormal)

  /// The variate whose cumulative probability is `u`, strictly between 0 and 1.
  @inlinable @inline(__always)
  public func quantile(_ u: Double) -> Double {
    switch self {
    case .deterministic(let variate): variate.quantile(u)
    case .uniform(let variate): variate.quantile(u)
    case .exponential(let variate): variate.quantile(u)
    case .gamma(let variate): variate.quantile(u)
    case .normal(let variate): variate.quantile(u)
    case .lognormal(let variate): variate.quantile(u)
    case .triangular(let variate): variate.quantile(u)
    case .poisson(let variate): variate.quantile(u)
    case .paretoTailedLognormal(let variate): variate.quantile(u)
    }
  }

  /// The expected value.
  public var mean: Double {
    switch self {
    case .deterministic(let variate): variate.mean
    case .uniform(let variate): variate.mean
    case .exponential(let variate): variate.mean
    case .gamma(let variate): variate.mean
    case .normal(let variate): variate.mean
    case .lognormal(let variate): variate.mean
    case .triangular(let variate): variate.mean
    case .poisson(let variate): variate.mean
    case .paretoTailedLognormal(let variate): variate.mean
    }
  }

  /// The variance, in the square of the variate's unit.
  public var variance: Double {
    switch self {
    case .deterministic(let variate): variate.variance
    case .uniform(let variate): variate.variance
    case .exponential(let variate): variate.variance
    case .gamma(let variate): variate.variance
    case .normal(let variate): variate.variance
    case .lognormal(let variate): variate.variance
    case .triangular(let variate): variate.variance
    case .poisson(let variate): variate.variance
    case .paretoTailedLognormal(let variate): variate.variance
    }
  }

  /// The lower end of the support, possibly minus infinity.
  public var minimum: Double {
    switch self {
    case .deterministic(let variate): variate.minimum
    case .uniform(let variate): variate.minimum
    case .exponential(let variate): variate.minimum
    case .gamma(let variate): variate.minimum
    case .normal(let variate): variate.minimum
    case .lognormal(let variate): variate.minimum
    case .triangular(let variate): variate.minimum
    case .poisson(let variate): variate.minimum
    case .paretoTailedLognormal(let variate): variate.minimum
    }
  }

  /// The upper end of the support, possibly infinity.
  public var maximum: Double {
    switch self {
    case .deterministic(let variate): variate.maximum
    case .uniform(let variate): variate.maximum
    case .exponential(let variate): variate.maximum
    case .gamma(let variate): variate.maximum
    case .normal(let variate): variate.maximum
    case .lognormal(let variate): variate.maximum
    case .triangular(let variate): variate.maximum
    case .poisson(let variate): variate.maximum
    case .paretoTailedLognormal(let variate): variate.maximum
    }
  }
}
