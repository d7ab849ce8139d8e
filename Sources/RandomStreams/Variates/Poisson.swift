import ElementaryFunctions

/// The number of events that come independently at a constant rate.
@frozen
public struct Poisson: Variate {
  /// The expected number.
  public let mean: Double
  /// exp(-mean), the chance of no event.
  @usableFromInline let probabilityOfZero: Double

  /// The Poisson distribution of a mean in 0...1e9.
  @inlinable
  public init(mean: Double) {
    precondition(mean >= 0 && mean <= 1e9, "mean \(mean) is not in 0...1e9")
    self.mean = mean
    probabilityOfZero = Portable.exp(-mean)
  }

  /// The smallest whole number whose cumulative probability reaches `u`.
  ///
  /// From a few nanoseconds for means below 1 to about half a microsecond; the cost does not grow
  /// with the mean.
  @inlinable
  public func quantile(_ u: Double) -> Double {
    u <= probabilityOfZero ? 0 : mean < 12 && u < 1 - 0x1p-30 ? countFromZero(u) : search(u)
  }

  /// Adds probabilities from zero up.
  ///
  /// For small means, and away from the end of the upper tail,
  /// where the sum stops growing before it reaches `u`.
  @usableFromInline
  func countFromZero(_ u: Double) -> Double {
    var count = 0.0
    var term = probabilityOfZero
    var cumulative = term
    while cumulative < u, count < 100 {
      count += 1
      term *= mean / count
      cumulative += term
    }
    return count
  }

  /// Steps from a normal guess to the answer, evaluating the tail afresh at every step so that the
  /// answer does not depend on the guess.
  @usableFromInline
  func search(_ u: Double) -> Double {
    let z = Portable.normalQuantile(u)
    let guess = mean + z * mean.squareRoot() + (z * z - 1) / 6
    var count = guess > 0 ? Double(Int64(guess)) : 0
    if reaches(u, count) {
      while count > 0, reaches(u, count - 1) { count -= 1 }
    } else {
      repeat { count += 1 } while !reaches(u, count)
    }
    return count
  }

  /// Whether the cumulative probability at `count` is at least `u`, decided by the smaller tail.
  private func reaches(_ u: Double, _ count: Double) -> Bool {
    let tails = Portable.incompleteGamma(shape: count + 1, at: mean)
    return u <= 0.5 ? tails.upper >= u : tails.lower <= 1 - u
  }

  /// The mean.
  public var variance: Double { mean }

  /// Zero.
  public var minimum: Double { 0 }

  /// Infinity, or zero if the mean is zero.
  public var maximum: Double { mean > 0 ? .infinity : 0 }
}
