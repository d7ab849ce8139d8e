import PlainStorage

/// Events in the order in which they are to happen: from `head` to before `tail`.
///
/// Insertion moves what is later, so it suits few events, or events that come almost in order.
@frozen @usableFromInline
struct SortedList<Event: BitwiseCopyable & Sendable>: ~Copyable, Sendable {
  @usableFromInline var events: Slab<ScheduledEvent<Event>>
  @usableFromInline var head = 0
  @usableFromInline var tail = 0

  @inlinable
  init() { events = Slab() }

  @inlinable var count: Int { tail &- head }

  @inlinable var isEmpty: Bool { head == tail }

  /// The time of the last event; there must be one.
  @inlinable var lastTime: Double { events[tail &- 1].time }

  /// Whether all times are equal, in a list that is sorted.
  @inlinable var isOfOneTime: Bool { events[head].time == lastTime }

  /// Forgets all events.
  @inlinable
  mutating func removeAll() {
    head = 0
    tail = 0
  }

  /// Makes room for more events at the end.
  ///
  /// At most half of the list is ever in use, so events are moved to the front only when as many
  /// have been taken out. It starts large: a list that grows little by little allocates often.
  @inlinable @inline(never)
  mutating func reserve(_ more: Int, filler: ScheduledEvent<Event>) {
    guard tail + more > events.count else { return }
    if count + more > events.count / 2 {
      events.grow(to: max(16_384, 2 * (count + more)), filling: filler)
    }
    events.move(count, from: head, to: 0)
    tail = count
    head = 0
  }

  /// Adds an event at the end, wherever it belongs; there must be room.
  @inlinable @inline(__always)
  mutating func appendAnywhere(_ event: ScheduledEvent<Event>) {
    events[tail] = event
    tail &+= 1
  }

  /// Adds an event before all later ones, after all of equal time.
  @inlinable @inline(__always)
  mutating func insert(_ event: ScheduledEvent<Event>) {
    if tail == events.count { reserve(1, filler: event) }
    settle(event, at: tail)
    tail &+= 1
  }

  /// Sorts what was added anywhere.
  ///
  /// By insertion: for a few dozen events.
  @inlinable
  mutating func sort() {
    for index in head..<tail { settle(events[index], at: index) }
  }

  /// Puts an event where it belongs among those before `end`.
  @inlinable @inline(__always)
  mutating func settle(_ event: ScheduledEvent<Event>, at end: Int) {
    var hole = end
    while hole > head {
      let before = events[hole &- 1]
      if before.time <= event.time { break }
      events[hole] = before
      hole &-= 1
    }
    events[hole] = event
  }
}
