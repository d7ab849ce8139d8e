public import RandomStreams

/// Random trajectories through a grid of quantiles, for the screening of Morris.
///
/// The quantiles are 0, 1 / (p - 1), ..., 1 for p levels: both 0 and 1 are reached, so the caller
/// has to leave out the ends of infinite tails. Point t (D + 1) + s is trajectory t after s
/// steps, for D factors. A start is uniform over all levels and a step leads half the levels up or
/// down, whichever stays on the grid, so all levels are visited equally often. Trajectories are
/// independent, and a design of more begins with those of one of fewer. They may instead be chosen
/// among candidates for the widest spread, see ``TrajectoryChoice``. Source: Morris, Technometrics
/// 33 (1991) 161-174.
///
/// Nothing is stored but the numbers of chosen trajectories; a point costs some tens of nanoseconds
/// a factor.
public struct MorrisTrajectories: QuantileDesign {
  /// How many levels each factor has.
  public let levelCount: Int

  /// How many trajectories there are.
  public let trajectoryCount: Int

  /// How many factors take a step on each trajectory.
  public let factorCount: Int

  private let streams: RandomStreams

  /// Which candidates the trajectories are, if they were chosen.
  private let chosen: [Int]?

  /// Trajectories over an even number of levels.
  ///
  /// With `candidateCount` the trajectories are the ones of so many that lie farthest from each
  /// other: at least as many as trajectories, and within the limits of ``TrajectoryChoice``. The
  /// design is a pure function of the streams' seed and replication and of these numbers.
  public init(
    levelCount: Int = 4, trajectoryCount: Int, factorCount: Int, streams: RandomStreams,
    candidateCount: Int? = nil
  ) {
    precondition(
      levelCount >= 2 && levelCount <= 1 << 20 && levelCount.isMultiple(of: 2),
      "\(levelCount) levels are not an even number from 2 to 2^20")
    precondition(
      factorCount >= 1 && factorCount < DesignLimits.pointCount
        && trajectoryCount <= DesignLimits.pointCount / (factorCount + 1),
      "\(trajectoryCount) trajectories of \(factorCount) factors are too many points")
    DesignLimits.check(pointCount: trajectoryCount, factorCount: factorCount)
    self.levelCount = levelCount
    self.trajectoryCount = trajectoryCount
    self.factorCount = factorCount
    self.streams = streams
    chosen = candidateCount.map { count in
      TrajectoryChoice.mostSpread(
        trajectoryCount,
        of: (0..<count).map {
          Self.candidate($0, levelCount: levelCount, factorCount: factorCount, streams: streams)
        })
    }
  }

  /// One point more than factors for each trajectory.
  public var pointCount: Int { trajectoryCount * (factorCount + 1) }

  /// Both.
  public var reachedExtremes: QuantileExtremes { [.zero, .one] }

  /// What analysis needs to know of a trajectory: where it starts, and which factor steps when.
  public func trajectory(_ index: Int) -> MorrisTrajectory {
    precondition(
      index >= 0 && index < trajectoryCount, "trajectory \(index) of \(trajectoryCount)")
    return Self.candidate(
      chosen?[index] ?? index, levelCount: levelCount, factorCount: factorCount, streams: streams)
  }

  /// Which trajectory a point belongs to, and how many steps have been taken there.
  public func place(ofPoint point: Int) -> (trajectory: Int, steps: Int) {
    checkPoint(point)
    let (trajectory, steps) = point.quotientAndRemainder(dividingBy: factorCount + 1)
    return (trajectory, steps)
  }

  /// The levels of the point as quantiles.
  public func quantiles(ofPoint point: Int) -> [Double] {
    let place = place(ofPoint: point)
    return trajectory(place.trajectory).levels(afterSteps: place.steps)
      .map { Double($0) / Double(levelCount - 1) }
  }

  /// The levels of the point as quantiles for factors with levels of their own, strictly between 0
  /// and 1.
  ///
  /// Level g of p stands for the quantiles from g / p to (g + 1) / p, and each trajectory has for
  /// each factor a place of its own between these. So any number of levels of a factor, cut at
  /// equal quantiles, are met equally often, and a step leads over half of the quantiles.
  public func stratumQuantiles(ofPoint point: Int) -> [Double] {
    let place = place(ofPoint: point)
    let index = chosen?[place.trajectory] ?? place.trajectory
    // Numbers of trajectories are below this bit, so the words are none of theirs.
    var words = NamedWords(
      streams: streams, purpose: .morrisTrajectory, entity: UInt64(index) | 1 << 63)
    return trajectory(place.trajectory).levels(afterSteps: place.steps).map { level in
      // Few enough bits for the quotient to stay on its side of any border between strata.
      let within = (Double(words.next() >> 34) + 0.5) * 0x1p-30
      return (Double(level) + within) / Double(levelCount)
    }
  }

  /// The random trajectory of a number.
  private static func candidate(
    _ index: Int, levelCount: Int, factorCount: Int, streams: RandomStreams
  ) -> MorrisTrajectory {
    var words = NamedWords(
      streams: streams, purpose: .morrisTrajectory, entity: UInt64(index))
    let startLevels = (0..<factorCount).map { _ in words.next(below: levelCount) }
    var order = Array(0..<factorCount)
    words.permute(&order)
    return MorrisTrajectory(levelCount: levelCount, startLevels: startLevels, order: order)
  }
}
