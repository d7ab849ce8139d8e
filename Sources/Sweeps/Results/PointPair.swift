/// Two points of an experiment whose difference says something by itself.
public struct PointPair: Sendable, Equatable {
  /// In what they differ.
  public enum Kind: String, Sendable {
    /// In their scenarios, at the same point of the design: a scenario against the base.
    case scenario
    /// In the values of factors, in the same scenario: a point of the design against its first.
    case factors
  }

  /// In what they differ.
  public let kind: Kind
  /// The one.
  public let point: Int
  /// The point that it is compared with.
  public let versus: Int
}

extension Experiment {
  /// Whether the first point of the design is one to compare the others with: where people chose
  /// the points, as a grid, one at a time or by a list.
  ///
  /// Points that are spread to sample have no first.
  public var hasComparablePoints: Bool {
    switch design.kind {
    case .plain, .list: design.pointCount > 1
    case .spread, .morris, .saltelli, .fourierAmplitude: false
    }
  }

  /// The pairs in which a point is compared with another.
  public func pairs(ofPoint point: Int) -> [PointPair] {
    let (scenario, designPoint) = parts(ofPoint: point)
    var pairs: [PointPair] = []
    if scenario != base {
      let versus = base * design.pointCount + designPoint
      pairs.append(PointPair(kind: .scenario, point: point, versus: versus))
    }
    if designPoint != 0, hasComparablePoints {
      let versus = scenario * design.pointCount
      pairs.append(PointPair(kind: .factors, point: point, versus: versus))
    }
    return pairs
  }
}
