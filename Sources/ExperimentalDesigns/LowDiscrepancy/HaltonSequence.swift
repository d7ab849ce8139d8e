public import RandomStreams

/// The first points of a Halton sequence, plain or with random permutations of the digits.
///
/// Dimension d mirrors the digits of the point's number in the d-th prime base at the point. Any
/// number of points will do, and a longer sequence begins with the points of a shorter one. Plain
/// points are of use in up to some 8 dimensions: two dimensions with large bases b and c rise
/// together for b points and are even only over some b c of them, so with 20 dimensions (bases up
/// to 71) thousands of points still lie on a few lines. Random permutations, one for each dimension
/// and place of a digit, break these lines and make every point uniform; they do not make
/// neighbouring large bases any more even. From some 20 dimensions on ``SobolSequence`` is better.
///
/// Plain points lie in [0, 1), and point 0 is the origin; permuted ones lie strictly between 0 and
/// 1 and give unbiased means. Sources: Halton, Numer. Math. 2 (1960) 84-90; Owen, arXiv:1706.02808.
public struct HaltonSequence: QuantileDesign {
  /// The most dimensions, 256; the last base is then 1,619.
  public static let largestDimensionCount = 256

  /// How many points are visited.
  public let pointCount: Int

  /// How many dimensions each point has.
  public let factorCount: Int

  /// The base of every dimension: the first primes.
  public let bases: [Int]

  private let permutations: [DigitPermutations]

  /// The first `pointCount` points in `factorCount` dimensions, permuted if streams are given.
  ///
  /// At most ``DesignLimits/pointCount`` points and ``largestDimensionCount`` dimensions.
  public init(pointCount: Int, factorCount: Int, permutedBy streams: RandomStreams? = nil) {
    DesignLimits.check(pointCount: pointCount, factorCount: factorCount)
    precondition(
      factorCount <= Self.largestDimensionCount,
      "\(factorCount) dimensions; at most \(Self.largestDimensionCount) are allowed")
    self.pointCount = pointCount
    self.factorCount = factorCount
    let bases = Self.primes(count: factorCount)
    self.bases = bases
    permutations =
      streams.map { streams in
        bases.enumerated().map {
          DigitPermutations(base: $1, dimension: $0, streams: streams)
        }
      } ?? []
  }

  /// How many images of digits a permuted sequence of so many factors holds in memory, 2 bytes
  /// each: 12 thousand for 20 factors, a million for 256.
  public static func storedDigits(factorCount: Int) -> Int {
    primes(count: factorCount).reduce(0) { $0 + DigitPermutations.storedDigits(inBase: $1) }
  }

  /// Zero, at the origin, unless permuted; one never.
  public var reachedExtremes: QuantileExtremes { permutations.isEmpty ? .zero : [] }

  /// The coordinates of `point`.
  public func quantiles(ofPoint point: Int) -> [Double] {
    checkPoint(point)
    return (0..<factorCount).map { dimension in
      permutations.isEmpty
        ? Self.radicalInverse(of: point, base: bases[dimension])
        : permutations[dimension].radicalInverse(of: point)
    }
  }

  /// The digits of `number` mirrored at the point: the sum of d_k / base^(k + 1).
  ///
  /// Numerator and denominator are exact, so there is one rounding.
  private static func radicalInverse(of number: Int, base: Int) -> Double {
    var numerator = 0
    var denominator = 1
    var rest = number
    while rest > 0 {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: base)
      numerator = numerator * base + digit
      denominator *= base
      rest = quotient
    }
    return Double(numerator) / Double(denominator)
  }

  /// The first primes, by division by those before.
  private static func primes(count: Int) -> [Int] {
    var primes = [2]
    var candidate = 3
    while primes.count < count {
      if primes.allSatisfy({ candidate % $0 != 0 }) { primes.append(candidate) }
      candidate += 2
    }
    return primes
  }
}
