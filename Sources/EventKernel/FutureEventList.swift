import PlainStorage

/// The set of events that are scheduled and have not happened yet, earliest first.
///
/// **Order.** Events come out by time; events of equal time come out in the order in which they
/// were scheduled. A run is therefore one defined sequence, whatever the list does inside.
///
/// **How.** A ladder queue (Tang, Goh and Thng, ACM TOMACS 15 (2005) 175-204): what is far off
/// lies unsorted, and is sorted finer and finer as its time comes. Three parts follow each other in
/// time:
///
/// - the *bottom*, a sorted list;
/// - the *rungs*: each divides a stretch of time into buckets, and each but the first divides one
///   bucket of the rung above that was too full;
/// - the *top*: everything beyond the first rung, in the order of scheduling.
///
/// A few events need no more than the bottom. With more of them, most are put into a bucket of two
/// or three, found by one multiplication, and taken out of it by two comparisons that cost no
/// branch. Every event is moved at most once a rung, so `schedule` and `popEarliest` take the same
/// time for a hundred events as for a million. (Where looks with a limit that take nothing out come
/// in turn with events before what they found, all events of one bucket may be moved each time.)
/// Equal times need no sequence number: they meet in one bucket and stay in order wherever they are
/// moved together.
///
/// Nothing is allocated unless a part grows beyond the largest size it ever had.
///
/// The list knows nothing of what an event means. Time is a plain `Double` in the unit of whoever
/// uses the list; it must be finite and never lie before the event that was popped last.
@frozen
public struct FutureEventList<Event: BitwiseCopyable & Sendable>: ~Copyable, Sendable {
  @usableFromInline typealias Entry = ScheduledEvent<Event>

  @usableFromInline var bottom: SortedList<Event>
  /// Events before this time belong to the bottom. Infinite where there is no rung.
  @usableFromInline var bottomEnd = Double.infinity
  @usableFromInline var rungs: Slab<Rung>
  /// How many rungs there are.
  @usableFromInline var depth = 0
  /// Where the search for the next event goes on: a word of `store.occupied`.
  @usableFromInline var currentWord = 0
  /// The bucket of the lowest rung that was moved to the bottom last.
  @usableFromInline var currentSlot = 0
  @usableFromInline var store: BucketStore<Event>
  @usableFromInline var top: Slab<Entry>
  @usableFromInline var topCount = 0

  /// How many events are pending.
  public private(set) var count = 0

  /// The time of the event that was popped last; `-infinity` before the first.
  public private(set) var now = -Double.infinity

  /// An empty list.
  public init() {
    bottom = SortedList()
    rungs = Slab(repeating: Rung(), count: 16)
    store = BucketStore()
    top = Slab()
  }

  /// Whether no event is pending.
  @inlinable public var isEmpty: Bool { count == 0 }

  /// How many rungs the ladder has.
  package var rungCount: Int { depth }

  /// Removes all events and starts anew, keeping the memory.
  public mutating func removeAll() {
    bottom.removeAll()
    bottomEnd = .infinity
    store.discardAll()
    depth = 0
    topCount = 0
    count = 0
    now = -.infinity
  }

  /// Adds an event at a time not before `now`.
  @inlinable
  public mutating func schedule(_ event: Event, at time: Double) {
    precondition(
      time >= now && time.magnitude < .infinity, "an event lies in the past or has no finite time")
    countScheduled()
    let entry = Entry(time: time, event: event)
    if time < bottomEnd { return addToBottom(entry) }
    var level = 0
    while true {
      let position = rungs[level].position(of: time)
      if position >= rungs[level].next {
        guard position < rungs[level].end else { return addToTop(entry) }
        return store.append(entry, to: rungs[level].slot(at: position))
      }
      // The lowest rung takes everything, so there is one more.
      level &+= 1
    }
  }

  /// Takes out the earliest event that lies before `limit`; `nil` when none does.
  @inlinable @inline(__always)
  public mutating func popEarliest(
    before limit: Double = .infinity
  ) -> (time: Double, event: Event)? {
    while true {
      if !bottom.isEmpty {
        let entry = bottom.events[bottom.head]
        guard entry.time < limit else { return nil }
        bottom.head &+= 1
        countPopped(at: entry.time)
        return (entry.time, entry.event)
      }
      if depth > 0 {
        let bits = store.occupied[currentWord]
        let slot = currentWord &* 64 &+ bits.trailingZeroBitCount
        if bits != 0, store.buckets[slot].count <= Bucket<Event>.capacity {
          guard store.buckets[slot].earliestTime < limit else {
            restartSearch()
            return nil
          }
          let entry = store.popEarliest(of: slot, bits: bits)
          countPopped(at: entry.time)
          return (entry.time, entry.event)
        }
      }
      if !findEarliest() { return nil }
    }
  }

  @usableFromInline @inline(__always)
  mutating func countScheduled() { count &+= 1 }

  @usableFromInline @inline(__always)
  mutating func countPopped(at time: Double) {
    precondition(time >= now, "events never run backwards in time")
    count &-= 1
    now = time
  }

  /// Takes over how many events are pending in another list, and its time.
  @usableFromInline
  mutating func takeCounts(of other: borrowing FutureEventList) {
    count = other.count
    now = other.now
  }

  /// Sets the time back, or on to where the next event may lie.
  mutating func resume(at time: Double) { now = time }

  @inlinable @inline(__always)
  mutating func addToTop(_ entry: Entry) {
    if topCount == top.count { growTop(filler: entry) }
    top[topCount] = entry
    topCount &+= 1
  }

  @inlinable @inline(never)
  mutating func growTop(filler: Entry) {
    top.grow(to: max(16_384, 2 * top.count), filling: filler)
  }

  @inlinable @inline(never)
  mutating func addToBottom(_ entry: Entry) {
    bottom.insert(entry)
    if bottom.count > Ladder.longestBottom { relieveBottom() }
  }
}
