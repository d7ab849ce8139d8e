/// The mean over time of a level that changes in steps, such as a queue length or a stock.
@frozen
public struct TimeWeightedMean: Sendable, Equatable, BitwiseCopyable {
  /// The present level.
  public private(set) var level: Double

  private let start: Double
  private var lastChange: Double
  /// The integral of the level from the start to the last change.
  private var area: Double

  /// Begins to observe a level at a time, both finite.
  public init(level: Double = 0, at start: Double = 0) {
    precondition(level.isFinite && start.isFinite, "level \(level) at \(start) is not finite")
    self.level = level
    self.start = start
    lastChange = start
    area = 0
  }

  /// The level becomes `level` at `time`, finite and not before the last change.
  public mutating func set(_ level: Double, at time: Double) {
    precondition(level.isFinite, "level \(level) is not finite")
    area += self.level * elapsed(until: time)
    self.level = level
    lastChange = time
  }

  /// The mean from the start until `time`, not before the last change.
  ///
  /// At the start itself, where no time has passed, the level.
  public func mean(until time: Double) -> Double {
    let total = area + level * elapsed(until: time)
    return time > start ? total / (time - start) : level
  }

  private func elapsed(until time: Double) -> Double {
    precondition(
      time >= lastChange && time < .infinity,
      "time \(time) is before the last change, \(lastChange)")
    return time - lastChange
  }
}
