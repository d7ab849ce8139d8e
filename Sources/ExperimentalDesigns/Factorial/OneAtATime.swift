/// One factor at a time away from where the scenario has it.
///
/// Point 0 leaves every factor nominal; then come the levels of the first factor with all others
/// nominal, those of the second, and so on. It shows no interactions.
public struct OneAtATime: Design {
  /// How many levels each factor has; a factor may have none.
  public let levelCounts: [Int]

  /// One more than all levels together.
  public let pointCount: Int

  /// The point at which each factor's levels begin.
  private let firstPoints: [Int]

  /// A design over factors with these numbers of levels.
  ///
  /// At least one factor and at most ``DesignLimits/pointCount`` points.
  public init(levelCounts: [Int]) {
    precondition(!levelCounts.isEmpty, "a design of no factors")
    var firstPoints: [Int] = []
    var next = 1
    for count in levelCounts {
      precondition(
        count >= 0 && count <= DesignLimits.pointCount - next,
        "\(levelCounts) are not levels of a design of up to \(DesignLimits.pointCount) points")
      firstPoints.append(next)
      next += count
    }
    self.levelCounts = levelCounts
    self.firstPoints = firstPoints
    pointCount = next
  }

  /// As many as there are numbers of levels.
  public var factorCount: Int { levelCounts.count }

  /// Which factor is away from nominal at `point`, and at which level; nil for point 0.
  public func change(atPoint point: Int) -> (factor: Int, level: Int)? {
    checkPoint(point)
    guard point > 0 else { return nil }
    // The last factor that begins at or before the point has it: one without levels shares its
    // beginning with the factor after it.
    for factor in levelCounts.indices.reversed() where firstPoints[factor] <= point {
      return (factor, point - firstPoints[factor])
    }
    return nil
  }

  /// All nominal but for the factor whose turn it is.
  public func settings(ofPoint point: Int) -> [FactorSetting] {
    var settings = [FactorSetting](repeating: .nominal, count: factorCount)
    if let change = change(atPoint: point) { settings[change.factor] = .level(change.level) }
    return settings
  }
}
