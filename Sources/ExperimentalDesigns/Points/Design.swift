/// Which points an experiment visits, as settings of factors that the design knows by number only.
///
/// A design is a pure function of its arguments: points may be asked for in any order and on any
/// thread, and nobody ever needs to hold them all.
public protocol Design: Sendable {
  /// How many points the design has, at most ``DesignLimits/pointCount``.
  var pointCount: Int { get }

  /// How many factors every point sets, at least 1.
  var factorCount: Int { get }

  /// One setting for each factor at `point`, counted from 0.
  ///
  /// A point that the design does not have is a programming error. The cost never grows with the
  /// number of points.
  func settings(ofPoint point: Int) -> [FactorSetting]
}

extension Design {
  /// Traps for a point that the design does not have.
  func checkPoint(_ point: Int) {
    precondition(
      point >= 0 && point < pointCount, "point \(point) of a design of \(pointCount) points")
  }
}
