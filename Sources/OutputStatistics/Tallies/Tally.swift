import ElementaryFunctions

/// Count, mean, spread and range of numbers seen one at a time.
///
/// Observations are not kept. Mean and sum of squared deviations are updated by Welford's
/// recurrence (Technometrics 4 (1962) 419-420), the mean in two parts, so that no digits are lost
/// where the mean is large against the spread: mean and variance are good to about 1e-12 as long as
/// the numbers themselves resolve the spread. The result depends on the order of observations in
/// the last bits, so whoever adds or merges does so in a fixed order, never in the order in which
/// workers finish.
@frozen
public struct Tally: Sendable, Equatable, BitwiseCopyable {
  /// How many numbers were added.
  public private(set) var count: Int

  /// The mean, 0 if nothing was added.
  public private(set) var mean: Double

  /// What `mean` lost to rounding.
  private var meanRemainder: Double

  /// The sum of squared deviations from the mean.
  package private(set) var sumOfSquaredDeviations: Double

  /// The least number, infinity if nothing was added.
  public private(set) var minimum: Double

  /// The greatest number, minus infinity if nothing was added.
  public private(set) var maximum: Double

  /// A tally of nothing.
  public init() {
    count = 0
    mean = 0
    meanRemainder = 0
    sumOfSquaredDeviations = 0
    minimum = .infinity
    maximum = -.infinity
  }

  /// A tally of the given numbers, added in their order.
  public init(_ values: [Double]) {
    self.init()
    for value in values { add(value) }
  }

  /// Adds a number.
  ///
  /// One that is not finite is a programming error.
  public mutating func add(_ value: Double) {
    precondition(value.isFinite, "observation \(value) is not finite")
    count += 1
    let deviation = (value - mean) - meanRemainder
    moveMean(by: deviation / Double(count))
    sumOfSquaredDeviations += deviation * ((value - mean) - meanRemainder)
    if value < minimum { minimum = value }
    if value > maximum { maximum = value }
  }

  /// Adds all that another tally has seen (Chan, Golub and LeVeque, The American Statistician 37
  /// (1983) 242-247).
  ///
  /// Equal to adding the numbers one by one up to rounding; merging is not associative in its last
  /// bits.
  public mutating func merge(_ other: Tally) {
    if other.count == 0 { return }
    if count == 0 {
      self = other
      return
    }
    let total = Double(count + other.count)
    let difference = (other.mean - mean) + (other.meanRemainder - meanRemainder)
    let share = Double(other.count) / total
    moveMean(by: difference * share)
    sumOfSquaredDeviations +=
      other.sumOfSquaredDeviations + difference * difference * (Double(count) * share)
    count += other.count
    minimum = Swift.min(minimum, other.minimum)
    maximum = Swift.max(maximum, other.maximum)
  }

  /// Adds to the mean in two parts.
  private mutating func moveMean(by difference: Double) {
    let (sum, lost) = Portable.exactSum(mean, difference)
    let remainder = lost + meanRemainder
    mean = sum + remainder
    meanRemainder = (sum - mean) + remainder
  }

  /// The unbiased sample variance, with divisor count - 1; 0 if there are fewer than two numbers.
  public var variance: Double {
    count < 2 ? 0 : sumOfSquaredDeviations / Double(count - 1)
  }

  /// The square root of the variance; 0 if there are fewer than two numbers.
  public var standardDeviation: Double { variance.squareRoot() }

  /// The estimated standard deviation of the mean of independent numbers; 0 if there are fewer than
  /// two.
  public var standardError: Double {
    count < 2 ? 0 : (variance / Double(count)).squareRoot()
  }

  /// The interval for the expected value by Student's t, nil if there are fewer than two numbers.
  ///
  /// `level` is the coverage, strictly between 0 and 1, exact for independent normal numbers.
  public func confidenceInterval(level: Double) -> ConfidenceInterval? {
    precondition(level > 0 && level < 1, "level \(level) is not between 0 and 1")
    guard count >= 2 else { return nil }
    let factor = StudentT.quantile(0.5 + 0.5 * level, degreesOfFreedom: Double(count - 1))
    return ConfidenceInterval(level: level, center: mean, halfWidth: factor * standardError)
  }
}
