import PlainStorage

/// How events come down the ladder as their time comes.
extension FutureEventList {
  /// Finds the next event: in the bottom, or in a bucket that holds few. The bottom must be empty.
  ///
  /// - Returns: whether there is one.
  @inlinable @inline(never)
  mutating func findEarliest() -> Bool {
    bottom.removeAll()
    while true {
      guard depth > 0 else { return takeTop() }
      let end = (rungs[depth &- 1].slot(at: rungs[depth &- 1].end) &+ 63) &>> 6
      while currentWord < end, store.occupied[currentWord] == 0 { currentWord &+= 1 }
      guard currentWord < end else {
        leaveRung()
        continue
      }
      let slot = currentWord &* 64 &+ store.occupied[currentWord].trailingZeroBitCount
      if store.buckets[slot].count > Bucket<Event>.capacity { takeBucket(slot) }
      return true
    }
  }

  /// Lets the search begin anew at the start of the lowest rung: what was found was not taken out,
  /// so events may yet be scheduled before it.
  @inlinable @inline(never)
  mutating func restartSearch() {
    currentWord = rungs[depth &- 1].slot(at: 0x1p52) &>> 6
  }

  /// The lowest rung is used up: the one above goes on with the bucket that it divided.
  @inlinable
  mutating func leaveRung() {
    depth &-= 1
    if depth > 0 {
      let above = rungs[depth &- 1]
      // What comes now belongs to that bucket or later ones.
      currentWord = (above.slot(at: above.next) &- 1) &>> 6
      rungs[depth &- 1].next = 0x1p52
    } else {
      bottomEnd = .infinity
    }
  }

  /// Moves the events of the top to the bottom, or to a first rung.
  @inlinable
  mutating func takeTop() -> Bool {
    guard topCount > 0 else { return false }
    bottomEnd = .infinity
    bottom.reserve(topCount, filler: top[0])
    for index in 0..<topCount { bottom.appendAnywhere(top[index]) }
    topCount = 0
    divideBottom()
    return true
  }

  /// Moves the events of a bucket with too many of them to the bottom, or to a lower rung.
  @inlinable
  mutating func takeBucket(_ slot: Int) {
    store.empty(slot, into: &bottom)
    currentSlot = slot
    divideBottom()
  }

  /// Divides a bottom that has grown too long.
  @inlinable @inline(never)
  mutating func relieveBottom() {
    // What is scheduled after equal times goes to the end without moving any of them.
    if bottom.isOfOneTime { return }
    // What was put into the bottom's bucket meanwhile belongs between it and the next bucket.
    if depth > 0 { store.empty(currentSlot, into: &bottom) }
    divideBottom()
  }

  /// Sorts the bottom if it is short, else divides it into the buckets of a new rung.
  @inlinable
  mutating func divideBottom() {
    if bottom.count <= Ladder.longestBottom { return sortBottom() }
    var (least, most) = (bottom.events[bottom.head].time, bottom.events[bottom.head].time)
    for index in bottom.head..<bottom.tail {
      least = Swift.min(least, bottom.events[index].time)
      most = Swift.max(most, bottom.events[index].time)
    }
    guard least < most else { return sortBottom() }
    dropEmptyRung()
    guard addRung(from: least, to: most) else { return sortBottom() }
    let rung = rungs[depth &- 1]
    for index in bottom.head..<bottom.tail {
      store.append(bottom.events[index], to: rung.slot(of: bottom.events[index].time))
    }
    bottom.removeAll()
    bottomEnd = -.infinity
  }

  /// Forgets the lowest rung if all its events are in the bottom now: a new one takes its place.
  ///
  /// Otherwise, while events go on being scheduled a little beyond the last bucket of a rung, each
  /// such bucket would be divided below the one before, without end. The first rung stays: what is
  /// later than its buckets lies in the top.
  @inlinable
  mutating func dropEmptyRung() {
    guard depth > 1 else { return }
    let lowest = rungs[depth &- 1]
    let words = (lowest.slot(at: 0x1p52) &>> 6)..<((lowest.slot(at: lowest.end) &+ 63) &>> 6)
    for word in words where store.occupied[word] != 0 { return }
    let above = rungs[depth &- 2]
    currentSlot = above.slot(at: above.next) &- 1
    leaveRung()
  }

  @inlinable
  mutating func sortBottom() {
    bottom.sort()
    if depth > 0 { bottomEnd = bottom.lastTime }
  }

  /// Adds a rung for the events of the bottom, which lie between two times.
  ///
  /// - Returns: whether its buckets would tell the times apart.
  @inlinable
  mutating func addRung(from least: Double, to most: Double) -> Bool {
    let share = depth == 0 ? Ladder.bucketsPerTopEvent : Ladder.bucketsPerEvent
    let bucketCount = Swift.min(Double(bottom.count) * share, Ladder.mostBuckets).rounded()
    // Slots begin with a word of their own, so that a rung's bits are nobody else's.
    let above = depth == 0 ? Rung() : rungs[depth &- 1]
    let firstSlot = depth == 0 ? 0 : (above.slot(at: above.end) &+ 63) & ~63
    let rung = Rung(
      from: least, to: most, bucketCount: bucketCount, firstSlot: firstSlot, isOpen: depth == 0)
    guard rung.isUsable else { return false }
    if depth > 0 { rungs[depth &- 1].next = above.position(ofSlot: currentSlot &+ 1) }
    if depth == rungs.count { rungs.grow(to: 2 * depth, filling: Rung()) }
    rungs[depth] = rung
    depth &+= 1
    store.reserve(
      slotCount: rung.slot(at: rung.end), filler: bottom.events[bottom.head].event)
    currentWord = firstSlot &>> 6
    return true
  }
}
