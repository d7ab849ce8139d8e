/// The set of events that are scheduled and have not happened yet, earliest first.
///
/// **Order.** Events come out by time; events of equal time come out in the order in which they
/// were scheduled. A run is therefore one defined sequence, whatever the list does inside.
///
/// **How.** A four-ary implicit heap (children of `i` at `4i + 1 ... 4i + 4`) of entries by
/// `(time, sequence)`: half as deep as a binary heap, and the four children of an entry lie side by
/// side in memory. `schedule` and `popEarliest` take O(log n); nothing is allocated unless the
/// list grows beyond the largest size it ever had.
///
/// The list knows nothing of what an event means. Time is a plain `Double` in the unit of whoever
/// uses the list; it must be finite and never lie before the event that was popped last.
@frozen
public struct FutureEventList<Event: BitwiseCopyable & Sendable>: ~Copyable, Sendable {
  /// One scheduled event.
  @frozen @usableFromInline
  struct Entry: BitwiseCopyable, Sendable {
    @usableFromInline var time: Double
    @usableFromInline var sequence: UInt64
    @usableFromInline var event: Event

    @inlinable
    init(time: Double, sequence: UInt64, event: Event) {
      self.time = time
      self.sequence = sequence
      self.event = event
    }

    /// Whether this entry comes out before `other`: earlier, or equally early and scheduled first.
    @inlinable
    func precedes(_ other: Entry) -> Bool {
      time < other.time || (time == other.time && sequence < other.sequence)
    }
  }

  @usableFromInline var entries: [Entry]
  @usableFromInline var nextSequence: UInt64

  @usableFromInline var timeOfLastPop: Double

  /// An empty list with room for `capacity` events before it allocates again.
  public init(reservingCapacity capacity: Int = 0) {
    entries = []
    entries.reserveCapacity(capacity)
    nextSequence = 0
    timeOfLastPop = -.infinity
  }

  /// How many events are pending.
  @inlinable public var count: Int { entries.count }

  /// Whether no event is pending.
  @inlinable public var isEmpty: Bool { entries.isEmpty }

  /// The time of the event that was popped last; `-infinity` before the first.
  @inlinable public var now: Double { timeOfLastPop }

  /// The time of the earliest pending event, `nil` when there is none.
  @inlinable public var earliestTime: Double? { entries.first?.time }

  /// Removes all events and starts anew, keeping the memory.
  public mutating func removeAll() {
    entries.removeAll(keepingCapacity: true)
    nextSequence = 0
    timeOfLastPop = -.infinity
  }

  /// Adds an event at a time not before `now`.
  @inlinable
  public mutating func schedule(_ event: Event, at time: Double) {
    precondition(time >= now && time < .infinity, "an event lies in the past or has no finite time")
    let entry = Entry(time: time, sequence: nextSequence, event: event)
    nextSequence += 1
    entries.append(entry)
    siftUp(entry, from: entries.count - 1)
    checkInvariants()
  }

  /// Takes out the earliest event; `nil` when none is pending.
  @inlinable
  public mutating func popEarliest() -> (time: Double, event: Event)? {
    guard let earliest = entries.first, let last = entries.popLast() else { return nil }
    if !entries.isEmpty { siftDown(last) }
    precondition(earliest.time >= now, "events never run backwards in time")
    timeOfLastPop = earliest.time
    checkInvariants()
    return (earliest.time, earliest.event)
  }

  /// Moves `entry` from `start` towards the root until its parent precedes it.
  @inlinable
  mutating func siftUp(_ entry: Entry, from start: Int) {
    var heap = entries.mutableSpan
    var hole = start
    while hole > 0 {
      let parent = (hole - 1) / 4
      if !entry.precedes(heap[parent]) { break }
      heap[hole] = heap[parent]
      hole = parent
    }
    heap[hole] = entry
  }

  /// Puts `entry` into the hole at the root: down along the earliest children until it precedes
  /// them.
  @inlinable
  mutating func siftDown(_ entry: Entry) {
    var heap = entries.mutableSpan
    let count = heap.count
    var hole = 0
    while true {
      let firstChild = 4 * hole + 1
      if firstChild >= count { break }
      var earliest = firstChild
      let end = min(firstChild + 4, count)
      var child = firstChild + 1
      while child < end {
        if heap[child].precedes(heap[earliest]) { earliest = child }
        child += 1
      }
      if !heap[earliest].precedes(entry) { break }
      heap[hole] = heap[earliest]
      hole = earliest
    }
    heap[hole] = entry
  }

  /// Every parent precedes its children, and no pending event lies before `now`.
  ///
  /// Costs O(n) a call, so it is compiled in only under `INTERNAL_CHECKS` and looks at no more than
  /// the first entries of a long list.
  @usableFromInline
  func checkInvariants() {
    #if INTERNAL_CHECKS
      for index in entries.indices.dropFirst().prefix(64) {
        precondition(
          !entries[index].precedes(entries[(index - 1) / 4]), "a child precedes its parent")
      }
      if let first = entries.first {
        precondition(first.time >= now, "a pending event lies in the past")
      }
    #endif
  }
}
