/// Every combination of the factors' levels.
///
/// The last factor changes fastest, as in nested loops written in the order of the factors.
public struct FullFactorial: Design {
  /// How many levels each factor has, at least 1.
  public let levelCounts: [Int]

  /// The product of the numbers of levels.
  public let pointCount: Int

  /// A design over factors with these numbers of levels.
  ///
  /// At least one factor and at most ``DesignLimits/pointCount`` points.
  public init(levelCounts: [Int]) {
    precondition(!levelCounts.isEmpty, "a design of no factors")
    guard let count = Self.pointCount(levelCounts: levelCounts) else {
      preconditionFailure("\(levelCounts) are not levels of 1 to \(DesignLimits.pointCount) points")
    }
    self.levelCounts = levelCounts
    pointCount = count
  }

  /// How many combinations there are, or nil if there are none or too many for a design.
  public static func pointCount(levelCounts: [Int]) -> Int? {
    var product = 1
    for count in levelCounts {
      let (next, overflow) = product.multipliedReportingOverflow(by: count)
      guard count >= 1, !overflow, next <= DesignLimits.pointCount else { return nil }
      product = next
    }
    return product
  }

  /// As many as there are numbers of levels.
  public var factorCount: Int { levelCounts.count }

  /// The combination at `point`: its digits in the mixed radix of the numbers of levels.
  public func settings(ofPoint point: Int) -> [FactorSetting] {
    checkPoint(point)
    var settings = [FactorSetting](repeating: .nominal, count: factorCount)
    var rest = point
    for factor in levelCounts.indices.reversed() {
      settings[factor] = .level(rest % levelCounts[factor])
      rest /= levelCounts[factor]
    }
    return settings
  }
}
