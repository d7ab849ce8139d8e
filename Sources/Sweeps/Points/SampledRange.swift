import ElementaryFunctions
import ScenarioFormat

/// The values that a number is sampled from, by their quantiles.
///
/// A distribution that reaches beyond what the number may be is cut to it, so no sample is refused
/// for its range. The tails of a distribution without ends are reached up to the quantile 10^-9.
public struct SampledRange: Sendable, Equatable {
  private let distribution: Uncertainty
  private let isWhole: Bool
  /// The value with half of the others on each side, where a uniform distribution has another one
  /// than its middle: then all values on the same side of it are alike.
  private var median: Double?
  /// The least and the greatest value.
  private let ends: ClosedRange<Double>
  /// The probabilities of the distribution below the least value and up to the greatest.
  private let probabilities: ClosedRange<Double>

  /// How near to 0 and 1 the quantile of a distribution without ends may come.
  private static let tail = 1e-9
  /// How much of a distribution has to be left when it is cut.
  private static let leastProbability = 1e-12

  /// A distribution cut to what a number may be; `nil` when that leaves nothing of it.
  ///
  /// - Parameter isWhole: whether only whole numbers are sampled: of a uniform distribution all
  ///   alike, of any other the nearest ones.
  public init?(_ distribution: Uncertainty, cutTo limits: QuantityRange, isWhole: Bool) {
    self.distribution = distribution
    self.isWhole = isWhole
    var (least, greatest) = (-Double.greatestFiniteMagnitude, Double.greatestFiniteMagnitude)
    if limits.lower.isFinite { least = limits.isLowerOpen ? limits.lower.nextUp : limits.lower }
    if limits.upper.isFinite {
      greatest = limits.isUpperOpen ? limits.upper.nextDown : limits.upper
    }
    switch distribution {
    case .uniform(let lower, let upper), .triangular(let lower, _, let upper):
      guard (upper - lower).isFinite else { return nil }
      (least, greatest) = (max(least, lower), min(greatest, upper))
    case .normal, .lognormal: break
    }
    if isWhole { (least, greatest) = (least.rounded(.up), greatest.rounded(.down)) }
    guard isWhole ? least <= greatest : least < greatest else { return nil }
    ends = least...greatest
    let low = distribution.cumulative(least)
    let high = distribution.cumulative(greatest)
    guard isWhole || high - low >= Self.leastProbability else { return nil }
    probabilities = low...max(low, high)
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
      self.init(.uniform(lower: low, upper: high), cutTo: limits, isWhole: isWhole)
      let inside = ends.lowerBound..<ends.upperBound
      if inside.contains(quantity.value), quantity.value > ends.lowerBound {
        median = quantity.value
      }
    } else {
      return nil
    }
  }

  /// How many values it has, where they are whole numbers that are all alike.
  var wholeValueCount: Int? {
    guard isWhole, median == nil, case .uniform = distribution else { return nil }
    return Int(exactly: ends.upperBound - ends.lowerBound + 1)
  }

  /// Whether its values at the quantiles 0 or 1 are those of a tail without an end.
  var hasOpenTail: Bool {
    switch distribution {
    case .uniform, .triangular: false
    case .normal, .lognormal:
      probabilities.lowerBound < Self.tail || probabilities.upperBound > 1 - Self.tail
    }
  }

  /// The value at a quantile from 0 to 1; does not fall as the quantile rises.
  public func value(at quantile: Double) -> Double {
    precondition(quantile >= 0 && quantile <= 1, "a quantile lies between 0 and 1")
    var value: Double
    if let median {
      value = self.value(at: quantile, around: median)
    } else if case .uniform = distribution {
      value = uniformValue(at: quantile)
    } else {
      let (low, high) = (probabilities.lowerBound, probabilities.upperBound)
      value = distribution.quantile(low + quantile * (high - low), tail: Self.tail)
      if isWhole { value = value.rounded() }
    }
    return min(max(value, ends.lowerBound), ends.upperBound)
  }

  private func value(at quantile: Double, around median: Double) -> Double {
    // A whole number stands for all that is rounded to it.
    let margin = isWhole ? 0.5 : 0
    let (low, high) = (ends.lowerBound - margin, ends.upperBound + margin)
    let value =
      quantile < 0.5
      ? low + 2 * quantile * (median - low) : median + (2 * quantile - 1) * (high - median)
    return isWhole ? (value + 0.5).rounded(.down) : value
  }

  private func uniformValue(at quantile: Double) -> Double {
    let width = ends.upperBound - ends.lowerBound
    // Of whole numbers the last one is as likely as the others.
    return isWhole
      ? ends.lowerBound + (quantile * (width + 1)).rounded(.down)
      : ends.lowerBound + quantile * width
  }
}

extension Uncertainty {
  /// The probability of a value up to this one.
  fileprivate func cumulative(_ value: Double) -> Double {
    switch self {
    case .uniform(let lower, let upper):
      return min(max((value - lower) / (upper - lower), 0), 1)
    case .triangular(let lower, let mode, let upper):
      if value <= lower { return 0 }
      if value >= upper { return 1 }
      return value < mode
        ? (value - lower) / (upper - lower) * ((value - lower) / (mode - lower))
        : 1 - (upper - value) / (upper - lower) * ((upper - value) / (upper - mode))
    case .normal(let mean, let deviation):
      return Portable.normalCumulative((value - mean) / deviation)
    case .lognormal:
      if value <= 0 { return 0 }
      let (center, deviation) = logarithmicMoments
      // A ratio whose square is too small for a number.
      if deviation == 0 { return Portable.log(value) < center ? 0 : 1 }
      return Portable.normalCumulative((Portable.log(value) - center) / deviation)
    }
  }

  /// The value up to which the probability is this, which of a distribution without ends comes no
  /// nearer to 0 and 1 than the tail.
  fileprivate func quantile(_ probability: Double, tail: Double) -> Double {
    let score = { Portable.normalQuantile(min(max(probability, tail), 1 - tail)) }
    switch self {
    case .uniform(let lower, let upper): return lower + probability * (upper - lower)
    case .triangular(let lower, let mode, let upper):
      let width = (upper - lower).squareRoot()
      // Each side ends at the mode, so that rounding cannot make one overtake the other.
      if probability < (mode - lower) / (upper - lower) {
        return min(mode, lower + (mode - lower).squareRoot() * width * probability.squareRoot())
      }
      return max(mode, upper - (upper - mode).squareRoot() * width * (1 - probability).squareRoot())
    case .normal(let mean, let deviation): return mean + deviation * score()
    case .lognormal:
      let (center, deviation) = logarithmicMoments
      return Portable.exp(center + deviation * score())
    }
  }

  /// Mean and standard deviation of the logarithm of a lognormal distribution.
  private var logarithmicMoments: (mean: Double, deviation: Double) {
    guard case .lognormal(let mean, let ratio) = self else { return (0, 1) }
    let square = ratio * ratio
    let variance = square.isFinite ? Portable.logOnePlus(square) : 2 * Portable.log(ratio)
    return (Portable.log(mean) - variance / 2, variance.squareRoot())
  }
}
