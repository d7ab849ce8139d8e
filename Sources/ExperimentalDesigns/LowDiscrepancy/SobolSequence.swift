public import RandomStreams

/// The first points of a Sobol' sequence, plain or with nested uniform scrambling.
///
/// Every block of 2^m points that begins at a multiple of 2^m is balanced: in each dimension one
/// point in each interval of length 2^-m. Numbers of points should be powers of 2, and the origin
/// must not be dropped, or the balance is lost (Owen, arXiv:2008.08051). A longer sequence begins
/// with the points of a shorter one, so a design is extended best by doubling.
///
/// Plain points are in Gray code order, with the direction numbers of Joe and Kuo; they lie in
/// [0, 1), and point 0 is the origin. Scrambled points are uniform on the unit cube each, keep the
/// balance, and lie strictly between 0 and 1; the mean over them is unbiased, and its variance can
/// be estimated from several scramblings (streams of several replications). Sources: Sobol', USSR
/// Comput. Math. Math. Phys. 7 (1967) 86-112; Antonov and Saleev, ibid. 19 (1979) 252-256; Owen, in
/// Lecture Notes in Statistics 106 (1995) 299-317.
///
/// A coordinate costs some 10 ns plain and 100 ns scrambled.
public struct SobolSequence: QuantileDesign {
  /// The most dimensions there are direction numbers for, 1,111.
  public static var largestDimensionCount: Int { JoeKuoNumbers.dimensionCount }

  /// How many points are visited.
  public let pointCount: Int

  /// How many dimensions each point has.
  public let factorCount: Int

  private var scrambling: NestedScrambling?

  /// The 32 direction numbers of every dimension.
  private let directions: [UInt32]

  /// The first `pointCount` points in `factorCount` dimensions, scrambled if streams are given.
  ///
  /// At most ``DesignLimits/pointCount`` points and ``largestDimensionCount`` dimensions. The
  /// scrambling is a pure function of the streams' seed and replication.
  public init(pointCount: Int, factorCount: Int, scrambling streams: RandomStreams? = nil) {
    DesignLimits.check(pointCount: pointCount, factorCount: factorCount)
    precondition(
      factorCount <= Self.largestDimensionCount,
      "\(factorCount) dimensions; there are numbers for \(Self.largestDimensionCount)")
    self.pointCount = pointCount
    self.factorCount = factorCount
    scrambling = streams.map { NestedScrambling(streams: $0) }
    directions = (0..<factorCount).flatMap { JoeKuoNumbers.directions(ofDimension: $0) }
  }

  /// The same points with another scrambling; the direction numbers are shared.
  public func scrambled(by streams: RandomStreams) -> SobolSequence {
    var sequence = self
    sequence.scrambling = NestedScrambling(streams: streams)
    return sequence
  }

  /// Zero, at the origin, unless scrambled; one never.
  public var reachedExtremes: QuantileExtremes { scrambling == nil ? .zero : [] }

  /// The coordinates of `point`.
  public func quantiles(ofPoint point: Int) -> [Double] {
    checkPoint(point)
    let grayCode = UInt32(point) ^ (UInt32(point) >> 1)
    return (0..<factorCount).map { dimension in
      var coordinate: UInt32 = 0
      var rest = grayCode
      while rest != 0 {
        coordinate ^= directions[dimension * 32 + rest.trailingZeroBitCount]
        rest &= rest - 1
      }
      guard let scrambling else { return Double(coordinate) * 0x1p-32 }
      return scrambling.scrambled(coordinate, dimension: UInt64(dimension))
    }
  }
}
