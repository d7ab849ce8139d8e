import PlainStorage

/// The pending events of one list in another, and without some of them.
extension FutureEventList {
  /// Becomes what another list is: the same events pending in the same order, the same time.
  ///
  /// Memory is copied block by block, as far as it is in use, so this takes some tens of
  /// microseconds for ten thousand events. Nothing is allocated unless a part of the other list has
  /// grown beyond what this one ever had.
  @inlinable
  public mutating func copy(from other: borrowing FutureEventList) {
    bottom.copy(from: other.bottom)
    bottomEnd = other.bottomEnd
    rungs.copy(other.depth, from: other.rungs, filling: Rung())
    depth = other.depth
    currentWord = other.currentWord
    currentSlot = other.currentSlot
    store.discardAll()
    // What lies beyond the lowest rung is empty.
    let slotCount =
      other.depth == 0
      ? 0 : other.rungs[other.depth &- 1].slot(at: other.rungs[other.depth &- 1].end)
    store.copy(from: other.store, slotCount: slotCount)
    if other.topCount > 0 {
      top.copy(other.topCount, from: other.top, filling: other.top[0])
    }
    topCount = other.topCount
    takeCounts(of: other)
  }

  /// Removes the events for which a condition holds; the order of the others stays.
  ///
  /// All of them are taken out and scheduled again, and a list of them is allocated: for rare
  /// turns.
  public mutating func removeAll(where isUnwanted: (_ time: Double, _ event: Event) -> Bool) {
    let time = now
    var kept = [Entry]()
    kept.reserveCapacity(count)
    while let (time, event) = popEarliest() {
      if !isUnwanted(time, event) { kept.append(Entry(time: time, event: event)) }
    }
    removeAll()
    for entry in kept { schedule(entry.event, at: entry.time) }
    resume(at: time)
  }
}

extension SortedList {
  /// Becomes what another list is.
  @inlinable
  mutating func copy(from other: borrowing SortedList) {
    if other.tail > 0 { events.copy(other.tail, from: other.events, filling: other.events[0]) }
    head = other.head
    tail = other.tail
  }
}

extension BucketStore {
  /// Takes over the events of another store that lie in its first `slotCount` slots, which must be
  /// all that it has; this one must have none.
  @inlinable
  mutating func copy(from other: borrowing BucketStore, slotCount: Int) {
    let words = (slotCount &+ 63) &>> 6
    if words > 0 {
      let filler = Bucket(filler: other.buckets[0].events[0].event)
      buckets.copy(words &* 64, from: other.buckets, filling: filler)
      occupied.copy(words, from: other.occupied, filling: 0)
    }
    let chunkCount = other.nextChunks.count
    if chunkCount > 0 {
      chunks.copy(other.chunks.count, from: other.chunks, filling: other.chunks[0])
      nextChunks.copy(chunkCount, from: other.nextChunks, filling: -1)
    }
    firstFreeChunk = other.firstFreeChunk
    // Those that only this store has are free.
    for chunk in chunkCount..<nextChunks.count {
      nextChunks[chunk] = firstFreeChunk
      firstFreeChunk = Int32(chunk)
    }
  }
}
