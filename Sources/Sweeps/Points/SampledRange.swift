import ElementaryFunctions
import ScenarioFormat

/// The values that a number is sampled from, by their quantiles.
///
/// A distribution that reaches beyond what the number may be is cut to it, so no sample is refused
/// for its range. The tails of a distribution without ends are reached up to the quantile 10^-9.
public struct SampledRange: Sendable, Equatable {
  private let law: Law
  private let limits: QuantityRange
  private let isWhole: Bool

  /// How values are spread.
  private enum Law: Sendable, Equatable {
    /// By a distribution that is written down.
    case distribution(Uncertainty)
    /// Between a low and a high value, half of them on each side of the median.
    case aroundMedian(low: Double, median: Double, high: Double)
  }

  /// How near to 0 and 1 the quantile of a distribution without ends may come.
  private static let tail = 1e-9

  /// - Parameter isWhole: whether only whole numbers are sampled, those at both ends as often as
  ///   any other if the distribution is uniform between whole numbers.
  public init(_ distribution: Uncertainty, cutTo limits: QuantityRange, isWhole: Bool) {
    self.init(.distribution(distribution), cutTo: limits, isWhole: isWhole)
  }

  private init(_ law: Law, cutTo limits: QuantityRange, isWhole: Bool) {
    self.law = law
    self.limits = limits
    self.isWhole = isWhole
  }

  /// What an annotated number may be: its distribution; or from low to high, with the stated value
  /// as the median and every value on the same side of it alike.
  ///
  /// A stated value is a best estimate, so truth is as likely above as below it, however lopsided
  /// the range. A value at an end of its range says nothing of the kind: then all values are alike.
  /// `nil` when the scenario says nothing about it, or only one end.
  public init?(of quantity: AnnotatedQuantity) {
    let limits = quantity.quantity.range
    let isWhole = quantity.quantity.isInteger
    if let distribution = quantity.uncertainty {
      self.init(distribution, cutTo: limits, isWhole: isWhole)
    } else if let low = quantity.low, let high = quantity.high, low < high {
      let value = quantity.value
      self.init(
        low < value && value < high
          ? .aroundMedian(low: low, median: value, high: high)
          : .distribution(.uniform(lower: low, upper: high)), cutTo: limits, isWhole: isWhole)
    } else {
      return nil
    }
  }

  /// The value at a quantile from 0 to 1; does not fall as the quantile rises.
  public func value(at quantile: Double) -> Double {
    precondition(quantile >= 0 && quantile <= 1, "a quantile lies between 0 and 1")
    var value = continuousValue(at: quantile)
    if isWhole { value = value.rounded(.down) }
    return min(max(value, lowest), highest)
  }

  private var lowest: Double {
    guard limits.lower.isFinite else { return -.greatestFiniteMagnitude }
    return limits.isLowerOpen ? limits.lower.nextUp : limits.lower
  }

  private var highest: Double {
    guard limits.upper.isFinite else { return .greatestFiniteMagnitude }
    return limits.isUpperOpen ? limits.upper.nextDown : limits.upper
  }

  private func continuousValue(at quantile: Double) -> Double {
    switch law {
    case .distribution(let distribution): return value(of: distribution, at: quantile)
    case .aroundMedian(let low, let median, let high):
      // A whole number stands for all that is rounded to it.
      let margin = isWhole ? 0.5 : 0
      let value =
        quantile < 0.5
        ? low - margin + 2 * quantile * (median - low + margin)
        : median + (2 * quantile - 1) * (high - median + margin)
      return isWhole ? min(max((value + 0.5).rounded(.down), low), high) : value
    }
  }

  private func value(of distribution: Uncertainty, at quantile: Double) -> Double {
    switch distribution {
    case .uniform(let lower, let upper):
      // Of whole numbers the last one is as likely as the others.
      let end = isWhole ? upper + 1 : upper
      let value = lower + quantile * (end - lower)
      return isWhole ? min(value, upper) : value
    case .triangular(let lower, let mode, let upper):
      let split = (mode - lower) / (upper - lower)
      if quantile < split {
        return lower + (quantile * (upper - lower) * (mode - lower)).squareRoot()
      }
      return upper - ((1 - quantile) * (upper - lower) * (upper - mode)).squareRoot()
    case .normal(let mean, let deviation):
      return mean + deviation * standardNormal(at: quantile) { ($0 - mean) / deviation }
    case .lognormal(let mean, let ratio):
      let variance = Portable.log(1 + ratio * ratio)
      let (center, deviation) = (Portable.log(mean) - variance / 2, variance.squareRoot())
      let score = standardNormal(at: quantile) { bound in
        bound <= 0 ? -.infinity : (Portable.log(bound) - center) / deviation
      }
      return Portable.exp(center + deviation * score)
    }
  }

  /// The standard normal quantile within the limits, given how these are standardised.
  private func standardNormal(at quantile: Double, _ score: (Double) -> Double) -> Double {
    func cumulative(_ bound: Double) -> Double {
      if !bound.isFinite { return bound < 0 ? 0 : 1 }
      let value = score(bound)
      return value.isFinite ? Portable.normalCumulative(value) : (value < 0 ? 0 : 1)
    }
    let (low, high) = (cumulative(limits.lower), cumulative(limits.upper))
    let probability = low + quantile * (high - low)
    return Portable.normalQuantile(min(max(probability, Self.tail), 1 - Self.tail))
  }
}
