/// The events of one short stretch of time in the order of their scheduling: three in the bucket,
/// which is one cache line for small events, and the others in chunks elsewhere.
@frozen @usableFromInline
struct Bucket<Event: BitwiseCopyable & Sendable>: BitwiseCopyable, Sendable {
  /// The first events; where there is none, the time is infinite.
  @usableFromInline var events: InlineArray<3, ScheduledEvent<Event>>
  @usableFromInline var count: Int32 = 0
  @usableFromInline var firstChunk: Int32 = -1
  @usableFromInline var lastChunk: Int32 = -1

  /// How many events a bucket holds itself.
  @inlinable static var capacity: Int { 3 }

  /// A bucket without events.
  ///
  /// - Parameter filler: any event; it is never read.
  @inlinable
  init(filler: Event) {
    events = InlineArray(repeating: ScheduledEvent(time: .infinity, event: filler))
  }

  /// The time of the earliest event, if there are no more than three; infinite if there is none.
  @inlinable @inline(__always)
  var earliestTime: Double {
    Swift.min(events[2].time, Swift.min(events[1].time, events[0].time))
  }

  /// Takes out the earliest event, of equally early ones the first. There must be one to three.
  ///
  /// Without a branch on the times, since none could be foreseen: the position of the earliest is
  /// computed, and the events after it are moved up.
  @inlinable @inline(__always)
  mutating func popEarliest() -> ScheduledEvent<Event> {
    let ofFirstTwo = events[1].time < events[0].time ? 1 : 0
    let earliestOfTwo = Swift.min(events[1].time, events[0].time)
    let index = events[2].time < earliestOfTwo ? 2 : ofFirstTwo
    let earliest = events[index]
    let (first, second) = (events[index == 0 ? 1 : 0], events[index == 2 ? 1 : 2])
    events[0] = first
    events[1] = second
    events[2].time = .infinity
    count &-= 1
    return earliest
  }
}
