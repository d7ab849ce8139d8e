/// A stretch of time divided into buckets of equal width: one rung of the ladder.
///
/// Which bucket an event belongs to follows from its time by one formula that never decreases, so
/// events of equal time always meet in one bucket and an earlier event never lies in a later one,
/// however sums and products are rounded. Positions carry 2^52 added: the addition rounds them to
/// whole buckets, and the number of the bucket stands in the lowest bits.
@frozen @usableFromInline
struct Rung: BitwiseCopyable, Sendable {
  /// The time of position 0.
  @usableFromInline var start = 0.0
  @usableFromInline var bucketsPerTime = 0.0
  /// Later events count as this late (buckets).
  @usableFromInline var limit = 0.0
  /// The first position that takes events; earlier ones belong to the rungs below.
  @usableFromInline var next = 0x1p52
  /// The first position beyond the rung.
  @usableFromInline var end = 0x1p52
  /// The slot of the first bucket, less the bits of 2^52.
  @usableFromInline var slotOffset = 0

  /// A rung of no length.
  @inlinable init() {}

  /// A rung of `bucketCount` buckets over the times from `start` to `last`, in the slots from
  /// `firstSlot` on.
  ///
  /// - Parameter isOpen: whether what is later lies beyond the rung instead of in its last bucket.
  @inlinable
  init(
    from start: Double, to last: Double, bucketCount: Double, firstSlot: Int, isOpen: Bool
  ) {
    self.start = start
    bucketsPerTime = (bucketCount - 1) / (last - start)
    limit = isOpen ? .infinity : bucketCount - 1
    end = 0x1p52 + bucketCount
    slotOffset = firstSlot &- Int(truncatingIfNeeded: (0x1p52).bitPattern)
  }

  /// Whether its buckets tell times apart; they do not where the times lie too near each other, or
  /// too far, for the quotient to be a number.
  @inlinable var isUsable: Bool { bucketsPerTime > 0 && bucketsPerTime < .infinity }

  /// Where a time lies.
  @inlinable @inline(__always)
  func position(of time: Double) -> Double {
    let position = (time - start) * bucketsPerTime
    return (position > 0 ? (position < limit ? position : limit) : 0) + 0x1p52
  }

  /// The slot of the bucket at a position.
  @inlinable @inline(__always)
  func slot(at position: Double) -> Int {
    Int(truncatingIfNeeded: position.bitPattern) &+ slotOffset
  }

  /// The slot of the bucket of a time.
  @inlinable @inline(__always)
  func slot(of time: Double) -> Int { slot(at: position(of: time)) }

  /// The position of the bucket in a slot.
  @inlinable
  func position(ofSlot slot: Int) -> Double {
    Double(bitPattern: UInt64(bitPattern: Int64(slot &- slotOffset)))
  }
}
