public import RandomStreams

/// Two Sobol' samples A and B with factors exchanged between them, for variance-based indices.
///
/// The first D coordinates of a Sobol' sequence in 2D dimensions are A, the others B. Each base
/// point makes a block of D + 2 points: A, then A with the first, second, ... factor from B, then
/// B. For indices of second order there are D more before B: B with the first, second, ... factor
/// from A. Blocks come one after the other, so a longer design begins with the points of a shorter
/// one, and the numbers of base points should be powers of 2. Sources: Saltelli, Comput. Phys.
/// Commun. 145 (2002) 280-297; Saltelli et al., ibid. 181 (2010) 259-270.
///
/// Plain coordinates lie in [0, 1), and the whole first block is the origin; scrambled ones lie
/// strictly between 0 and 1.
public struct SaltelliBlocks: QuantileDesign {
  /// The most factors: half the dimensions of ``SobolSequence``.
  public static var largestFactorCount: Int { SobolSequence.largestDimensionCount / 2 }

  /// How many base points there are.
  public let baseCount: Int

  /// How many factors each point sets.
  public let factorCount: Int

  /// Whether the blocks serve indices of second order too.
  public let hasSecondOrder: Bool

  private let sequence: SobolSequence

  /// Blocks of `baseCount` base points, scrambled if streams are given.
  ///
  /// At most ``DesignLimits/pointCount`` points and ``largestFactorCount`` factors.
  public init(
    baseCount: Int, factorCount: Int, secondOrder: Bool, scrambling streams: RandomStreams? = nil
  ) {
    precondition(
      factorCount >= 1 && factorCount <= Self.largestFactorCount,
      "\(factorCount) factors are not in 1...\(Self.largestFactorCount)")
    let size = Self.blockSize(factorCount: factorCount, secondOrder: secondOrder)
    precondition(
      baseCount >= 1 && baseCount <= DesignLimits.pointCount / size,
      "\(baseCount) blocks of \(size) points are not 1 to \(DesignLimits.pointCount) points")
    self.baseCount = baseCount
    self.factorCount = factorCount
    hasSecondOrder = secondOrder
    sequence = SobolSequence(
      pointCount: baseCount, factorCount: 2 * factorCount, scrambling: streams)
  }

  /// How many points a block has: D + 2, or 2D + 2 with those for second order.
  public var blockSize: Int {
    Self.blockSize(factorCount: factorCount, secondOrder: hasSecondOrder)
  }

  private static func blockSize(factorCount: Int, secondOrder: Bool) -> Int {
    (secondOrder ? 2 : 1) * factorCount + 2
  }

  /// All points of all blocks.
  public var pointCount: Int { baseCount * blockSize }

  /// Zero, in the first block, unless scrambled; one never.
  public var reachedExtremes: QuantileExtremes { sequence.reachedExtremes }

  /// Which base point a point belongs to, and what it is in the block.
  public func place(ofPoint point: Int) -> (base: Int, role: SaltelliRole) {
    checkPoint(point)
    let (base, place) = point.quotientAndRemainder(dividingBy: blockSize)
    if place == 0 { return (base, .first) }
    if place == blockSize - 1 { return (base, .second) }
    return place <= factorCount
      ? (base, .firstWithSecond(factor: place - 1))
      : (base, .secondWithFirst(factor: place - 1 - factorCount))
  }

  /// The point of a base point with a role in its block.
  ///
  /// `.secondWithFirst` exists only for second order; asking for it otherwise, or for a factor or
  /// base point that there is not, is a programming error.
  public func point(ofBase base: Int, role: SaltelliRole) -> Int {
    precondition(base >= 0 && base < baseCount, "base point \(base) of \(baseCount)")
    let start = base * blockSize
    switch role {
    case .first: return start
    case .firstWithSecond(let factor):
      checkFactor(factor)
      return start + 1 + factor
    case .secondWithFirst(let factor):
      checkFactor(factor)
      precondition(hasSecondOrder, "the blocks have no points for second order")
      return start + 1 + factorCount + factor
    case .second: return start + blockSize - 1
    }
  }

  private func checkFactor(_ factor: Int) {
    precondition(factor >= 0 && factor < factorCount, "factor \(factor) of \(factorCount)")
  }

  /// The coordinates of `point`.
  public func quantiles(ofPoint point: Int) -> [Double] {
    let (base, role) = place(ofPoint: point)
    let both = sequence.quantiles(ofPoint: base)
    var first = Array(both[..<factorCount])
    var second = Array(both[factorCount...])
    switch role {
    case .first: return first
    case .firstWithSecond(let factor):
      first[factor] = second[factor]
      return first
    case .secondWithFirst(let factor):
      second[factor] = first[factor]
      return second
    case .second: return second
    }
  }
}
