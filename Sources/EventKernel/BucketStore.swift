import PlainStorage

/// The buckets of all rungs, one rung's slots after another's, and which of them hold events.
///
/// Nothing is allocated except when there are more buckets, or more events beyond the third of
/// their bucket, than ever before.
@frozen @usableFromInline
struct BucketStore<Event: BitwiseCopyable & Sendable>: ~Copyable, Sendable {
  @usableFromInline var buckets: Slab<Bucket<Event>>
  /// One bit for each slot, 64 to a word: whether its bucket holds events.
  @usableFromInline var occupied: Slab<UInt64>
  /// Events beyond the third of their bucket, in chunks of eight.
  @usableFromInline var chunks: Slab<ScheduledEvent<Event>>
  /// The chunk that follows each chunk, in its bucket or among the free ones.
  @usableFromInline var nextChunks: Slab<Int32>
  @usableFromInline var firstFreeChunk: Int32 = -1

  @inlinable static var chunkSize: Int { 8 }

  @inlinable
  init() {
    buckets = Slab()
    occupied = Slab()
    chunks = Slab()
    nextChunks = Slab()
  }

  /// Makes sure that there are slots up to `slotCount`.
  @inlinable
  mutating func reserve(slotCount: Int, filler: Event) {
    guard slotCount > buckets.count else { return }
    let words = (max(8192, slotCount, 2 * buckets.count) + 63) / 64
    buckets.grow(to: words * 64, filling: Bucket(filler: filler))
    occupied.grow(to: words, filling: 0)
  }

  /// Adds an event to the bucket in a slot, after those that are there.
  @inlinable @inline(__always)
  mutating func append(_ event: ScheduledEvent<Event>, to slot: Int) {
    let count = Int(buckets[slot].count)
    if count < Bucket<Event>.capacity {
      buckets[slot].events[count] = event
      buckets[slot].count = Int32(truncatingIfNeeded: count &+ 1)
      occupied[slot &>> 6] |= 1 &<< UInt64(truncatingIfNeeded: slot)
    } else {
      appendToChunk(event, of: slot)
    }
  }

  @inlinable @inline(never)
  mutating func appendToChunk(_ event: ScheduledEvent<Event>, of slot: Int) {
    let count = Int(buckets[slot].count) - Bucket<Event>.capacity
    let place = count % Self.chunkSize
    if place == 0 {
      let chunk = takeChunk(filler: event)
      if count == 0 {
        buckets[slot].firstChunk = chunk
      } else {
        nextChunks[Int(buckets[slot].lastChunk)] = chunk
      }
      buckets[slot].lastChunk = chunk
    }
    chunks[Int(buckets[slot].lastChunk) * Self.chunkSize + place] = event
    buckets[slot].count += 1
  }

  @inlinable
  mutating func takeChunk(filler: ScheduledEvent<Event>) -> Int32 {
    if firstFreeChunk < 0 { addChunks(filler: filler) }
    let chunk = firstFreeChunk
    firstFreeChunk = nextChunks[Int(chunk)]
    return chunk
  }

  @inlinable @inline(never)
  mutating func addChunks(filler: ScheduledEvent<Event>) {
    let old = nextChunks.count
    let new = max(2048, 2 * old)
    precondition(new < Int(Int32.max), "more than ten thousand million events are pending")
    nextChunks.grow(to: new, filling: -1)
    chunks.grow(to: new * Self.chunkSize, filling: filler)
    for chunk in (old..<new).reversed() {
      nextChunks[chunk] = firstFreeChunk
      firstFreeChunk = Int32(chunk)
    }
  }

  /// Takes the earliest event out of a bucket that has no chunks.
  ///
  /// - Parameter bits: the word of `occupied` in which the bucket's bit is the lowest that is set.
  @inlinable @inline(__always)
  mutating func popEarliest(of slot: Int, bits: UInt64) -> ScheduledEvent<Event> {
    let event = buckets[slot].popEarliest()
    // Less 1, the word loses its lowest bit.
    occupied[slot &>> 6] = bits & (bits &- (buckets[slot].count == 0 ? 1 : 0))
    return event
  }

  /// Moves all events of a bucket to the end of a list, in the order of their scheduling.
  @inlinable
  mutating func empty(_ slot: Int, into list: inout SortedList<Event>) {
    let count = Int(buckets[slot].count)
    guard count > 0 else { return }
    list.reserve(count, filler: buckets[slot].events[0])
    for index in 0..<min(count, Bucket<Event>.capacity) {
      list.appendAnywhere(buckets[slot].events[index])
    }
    var left = count - Bucket<Event>.capacity
    var chunk = Int(buckets[slot].firstChunk)
    while left > 0 {
      let first = chunk * Self.chunkSize
      for index in first..<(first + min(left, Self.chunkSize)) {
        list.appendAnywhere(chunks[index])
      }
      left -= Self.chunkSize
      chunk = Int(nextChunks[chunk])
    }
    discard(slot)
  }

  /// Forgets all events of a bucket.
  @inlinable
  mutating func discard(_ slot: Int) {
    if buckets[slot].count > Bucket<Event>.capacity {
      nextChunks[Int(buckets[slot].lastChunk)] = firstFreeChunk
      firstFreeChunk = buckets[slot].firstChunk
    }
    for index in 0..<Bucket<Event>.capacity { buckets[slot].events[index].time = .infinity }
    buckets[slot].count = 0
    occupied[slot &>> 6] &= ~(1 &<< UInt64(truncatingIfNeeded: slot))
  }

  /// Forgets all events.
  @inlinable
  mutating func discardAll() {
    for word in occupied.indices {
      while occupied[word] != 0 { discard(word * 64 + occupied[word].trailingZeroBitCount) }
    }
  }
}
