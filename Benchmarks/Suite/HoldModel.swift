import EventKernel
import RandomStreams

/// The hold model (Jones 1986), the standard load of a future event list: with a fixed number of
/// events pending, take out the earliest and schedule one at a random time after it.
public struct HoldModel: Sendable {
  /// How many events are pending.
  public var pending: Int
  /// How many holds are timed, rounded down to a multiple of four.
  public var holds: Int
  /// How many holds come before, untimed, so that the list has settled.
  public var untimedHolds: Int
  /// How far ahead events are scheduled.
  public var increments: HoldIncrements

  /// A load of so many holds; a tenth as many come before unless another number is given.
  public init(
    pending: Int, holds: Int, untimedHolds: Int? = nil, increments: HoldIncrements = .exponential
  ) {
    self.pending = pending
    self.holds = holds
    self.untimedHolds = untimedHolds ?? holds / 10
    self.increments = increments
  }

  /// Does the holds.
  ///
  /// - Returns: the number of holds, a checksum of the order in which events came out, and as a
  ///   check the mean time a hold moves an event.
  public func run() -> WorkDone {
    let streams = RandomStreams(seed: 1, replication: 0)
    var list = FutureEventList<UInt32>()
    for event in 0..<pending {
      let draw = streams.uniforms(.test, entity: 0, step: UInt64(event))
      list.schedule(UInt32(event), at: increments.startTime(draw: draw.first))
    }
    let start = UInt64(untimedHolds / 4)
    let end = start + UInt64(holds / 4)
    var untimed = Checksum()
    hold(&list, blocks: 0..<start, streams, &untimed)
    let timeBefore = max(0, list.now)
    var checksum = Checksum()
    let stopwatch = Stopwatch()
    hold(&list, blocks: start..<end, streams, &checksum)
    let time = stopwatch.reading
    let done = holds / 4 * 4
    return WorkDone(
      operations: done, checksum: checksum.value, time: time,
      check: (list.now - timeBefore) * Double(pending) / Double(done))
  }

  private func hold(
    _ list: inout FutureEventList<UInt32>, blocks: Range<UInt64>, _ streams: RandomStreams,
    _ checksum: inout Checksum
  ) {
    for step in blocks {
      let draws = streams.uniforms(.test, entity: 1, step: step)
      hold(&list, draws.first, &checksum)
      hold(&list, draws.second, &checksum)
      hold(&list, draws.third, &checksum)
      hold(&list, draws.fourth, &checksum)
    }
  }

  @inline(__always)
  private func hold(
    _ list: inout FutureEventList<UInt32>, _ draw: Double, _ checksum: inout Checksum
  ) {
    guard let (time, event) = list.popEarliest() else { return }
    checksum.add(UInt64(event))
    list.schedule(event, at: increments.time(after: time, draw: draw))
  }
}
