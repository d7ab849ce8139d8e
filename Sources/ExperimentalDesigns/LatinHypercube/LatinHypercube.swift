public import RandomStreams

/// A Latin hypercube: in every factor, exactly one point in each of as many equal strata as points.
///
/// Which strata meet in a point is left to chance or searched for by ``MaximinSearch``. A design
/// grows by doubling: every stratum is halved, and the new points take the halves in which no old
/// point lies. The old points stay the first ones, and the whole is a Latin hypercube again, as in
/// Dakota's incremental sampling. All coordinates lie strictly between 0 and 1.
///
/// The strata are held in memory, 4 bytes for each point and factor. Sources: McKay, Beckman and
/// Conover, Technometrics 21 (1979) 239-245; Sallaberry, Helton and Hora, Reliab. Eng. Syst. Saf.
/// 93 (2008) 1047-1059 (doubling).
public struct LatinHypercube: QuantileDesign {
  /// The most points, 2^24: up to there every coordinate lies in its stratum despite rounding.
  public static let largestPointCount = 1 << 24

  /// Where in its stratum a point lies.
  public enum Placement: Equatable, Sendable {
    /// In the middle.
    case centred
    /// Anywhere, uniformly; each point by itself is then uniform, and means are unbiased.
    case jittered
  }

  /// How many points there are, all doublings included.
  public let pointCount: Int

  /// How many factors each point sets.
  public let factorCount: Int

  /// How many points there were before the first doubling.
  public let basePointCount: Int

  /// Where in their strata the points lie.
  public let placement: Placement

  private let jitter: StratumJitter

  /// The stratum of every factor of every point, among the strata at the point's own doubling.
  private let strata: [UInt32]

  /// `basePointCount` points, doubled `doublings` times.
  ///
  /// At most ``largestPointCount`` points and ``DesignLimits/storedCells`` cells in all. A centred
  /// design cannot be doubled: its points lie on the border between the halves. The design is a
  /// pure function of the streams' seed and replication; with a search, whose limits are stated at
  /// ``MaximinSearch``, of its parameters too. The same arguments with fewer doublings give the
  /// first points of this design.
  public init(
    basePointCount: Int, factorCount: Int, doublings: Int = 0, placement: Placement = .jittered,
    streams: RandomStreams, search: MaximinSearch? = nil
  ) {
    DesignLimits.check(pointCount: basePointCount, factorCount: factorCount)
    precondition(doublings >= 0 && doublings <= 24, "\(doublings) doublings are not in 0...24")
    precondition(placement == .jittered || doublings == 0, "a centred design cannot be doubled")
    let pointCount = basePointCount << doublings
    precondition(
      pointCount <= Self.largestPointCount && factorCount <= DesignLimits.storedCells / pointCount,
      "a Latin hypercube of \(pointCount) points and \(factorCount) factors is too large")
    let jitter = StratumJitter(streams: streams)
    var strata: [UInt32] = []
    for doubling in 0...doublings {
      let layout = StratumLayout(
        doubling: doubling, count: basePointCount << doubling, factorCount: factorCount,
        placed: strata, jitter: jitter)
      let chosen =
        search.map { $0.best(of: layout, streams: streams) }
        ?? layout.filled(streams: streams, candidate: 0)
      strata += chosen.newStrata
    }
    self.pointCount = pointCount
    self.factorCount = factorCount
    self.basePointCount = basePointCount
    self.placement = placement
    self.jitter = jitter
    self.strata = strata
  }

  /// None.
  public var reachedExtremes: QuantileExtremes { [] }

  /// How close the closest points are, in n^2 d / 2 steps and 8 n^2 bytes.
  package var closeness: Closeness {
    let doublings = Doubling.ofPoint(pointCount - 1, basePointCount: basePointCount)
    let layout = StratumLayout(
      doubling: doublings, count: pointCount, factorCount: factorCount, placed: strata,
      jitter: jitter)
    return PointDistances(layout).closeness
  }

  /// The coordinates of `point`.
  public func quantiles(ofPoint point: Int) -> [Double] {
    checkPoint(point)
    // The strata in force when the point came.
    let doubling = Doubling.ofPoint(point, basePointCount: basePointCount)
    let count = Double(basePointCount << doubling)
    let own = strata[(point * factorCount)..<((point + 1) * factorCount)]
    switch placement {
    case .centred: return own.map { (Double($0) + 0.5) / count }
    case .jittered:
      let offsets = jitter.offsets(ofPoint: point, factorCount: factorCount)
      return zip(own, offsets).map { (Double($0) + Double($1) * 0x1p-25) / count }
    }
  }
}

/// The arithmetic of doubling.
enum Doubling {
  /// At which doubling a point came: 0 for those of the base, then 1, 2, ...
  static func ofPoint(_ point: Int, basePointCount: Int) -> Int {
    Int.bitWidth - (point / basePointCount).leadingZeroBitCount
  }
}
