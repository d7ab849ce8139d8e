import ExperimentalDesigns
import RandomStreams

/// What names the luck of a unit: the key of its random streams.
///
/// Units with equal names have the same luck wherever their points are alike.
public struct UnitLuck: Hashable, Sendable {
  /// The seed of the streams.
  public var seed: UInt64
  /// The replication of the streams.
  public var replication: UInt64
}

/// Which points of an experiment have the luck of a replication in common.
public enum SharedLuck: String, Sendable, CaseIterable {
  /// All of them.
  case everyPoint = "every_point"
  /// Those of a base point of a Saltelli design, in all scenarios.
  case basePoint = "base_point"
  /// Those of one of several randomisations of a design, in all scenarios.
  case randomisation
  /// Those of one of several repetitions of search curves, in all scenarios.
  case repetition
  /// None: each has luck of its own.
  case noPoint = "no_point"

  /// In words, to follow "luck is".
  public var words: String {
    switch self {
    case .everyPoint: "the same at every point"
    case .basePoint: "the same at all points of a base point, and new at the next"
    case .randomisation: "the same at all points of a randomisation, and new at the next"
    case .repetition: "the same at all points of a repetition, and new at the next"
    case .noPoint: "new at every point"
    }
  }
}

extension Experiment {
  /// Which points have the luck of a replication in common.
  ///
  /// Common random numbers of a Saltelli design are those of a base point: indices compare the
  /// points of one, and the luck of all of them may not be one luck, or the indices would be those
  /// of that luck alone. So it is with randomisations and repetitions: they have to be independent.
  public var sharedLuck: SharedLuck {
    guard hasCommonRandomNumbers else { return .noPoint }
    return switch design.kind {
    case .saltelli: .basePoint
    case .spread(let pool): pool.randomisations.count > 1 ? .randomisation : .everyPoint
    case .fourierAmplitude(let designs, _): designs.count > 1 ? .repetition : .everyPoint
    case .plain, .list, .morris: .everyPoint
    }
  }

  /// The luck of a unit.
  ///
  /// Replication r of base point, randomisation or repetition b has that of replication b 2^32 + r
  /// of the seed, in every scenario, whatever the number of replications; so the first has that of
  /// the plain replications. Without common random numbers every point has a seed of its own.
  public func luck(of unit: SweepUnit) -> UnitLuck {
    let replication = UInt64(unit.replication)
    guard hasCommonRandomNumbers else {
      return UnitLuck(
        seed: seed ^ EntityName.hash("point/\(unit.point)"), replication: replication)
    }
    let designPoint = parts(ofPoint: unit.point).designPoint
    let block =
      switch design.kind {
      case .saltelli(let blocks): blocks.place(ofPoint: designPoint).base
      case .spread(let pool): pool.randomisation(ofPoint: designPoint)
      case .fourierAmplitude(let designs, _): designPoint / designs[0].pointCount
      case .plain, .list, .morris: 0
      }
    return UnitLuck(seed: seed, replication: UInt64(block) << 32 | replication)
  }
}
