/// One trajectory of Morris's design: from its start, every factor takes one step in turn.
public struct MorrisTrajectory: Equatable, Sendable {
  /// How many levels each factor has, an even number.
  public let levelCount: Int

  /// The level of every factor at the start, counted from 0.
  public let startLevels: [Int]

  /// The factors in the order in which they take their steps.
  public let order: [Int]

  /// By how much a factor's level changes at its step: levelCount / 2 up or down.
  ///
  /// There is one way only that stays among the levels.
  public func levelStep(ofFactor factor: Int) -> Int {
    startLevels[factor] < levelCount / 2 ? levelCount / 2 : -levelCount / 2
  }

  /// By how much a factor's quantile changes at its step: p / (2 (p - 1)) up or down, for p levels.
  ///
  /// An elementary effect is the change of the response divided by it.
  public func quantileStep(ofFactor factor: Int) -> Double {
    Double(levelStep(ofFactor: factor)) / Double(levelCount - 1)
  }

  /// The levels of all factors after the first `steps` steps, from 0 to as many as factors.
  public func levels(afterSteps steps: Int) -> [Int] {
    var levels = startLevels
    for factor in order[..<steps] { levels[factor] += levelStep(ofFactor: factor) }
    return levels
  }
}
