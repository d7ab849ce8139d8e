import Foundation

/// Measures the timed part of a run, from its making to the reading.
public struct Stopwatch: Sendable {
  /// How long something took.
  public struct Reading: Sendable {
    /// By the clock on the wall (s).
    public var seconds: Double
    /// Of all processors in this process together (s): what is compared where a single worker runs,
    /// because others on the machine disturb it least.
    public var processorSeconds: Double
  }

  private let start = ContinuousClock.now
  private let processorStart = clock()

  /// A watch that runs from now on.
  public init() {}

  /// What has passed since; the processor time to about a microsecond.
  public var reading: Reading {
    let processor = Double(clock() - processorStart) / Double(CLOCKS_PER_SEC)
    return Reading(
      seconds: (ContinuousClock.now - start) / .seconds(1), processorSeconds: processor)
  }
}
