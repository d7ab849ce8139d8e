/// A distribution of one real number, sampled by inversion.
///
/// One uniform draw makes one variate, and a larger draw never makes a smaller variate. So common
/// random numbers and antithetic draws keep their full effect, and two runs cannot get out of step,
/// because no method rejects a draw. Initialisers treat parameters outside their range as
/// programming errors; what a user writes is checked where it is read.
public protocol Variate: Sendable, Equatable, BitwiseCopyable {
  /// The variate whose cumulative probability is `u`, strictly between 0 and 1.
  func quantile(_ u: Double) -> Double

  /// The expected value.
  var mean: Double { get }

  /// The variance, in the square of the variate's unit.
  var variance: Double { get }

  /// The lower end of the support, possibly minus infinity.
  var minimum: Double { get }

  /// The upper end of the support, possibly infinity.
  var maximum: Double { get }
}
