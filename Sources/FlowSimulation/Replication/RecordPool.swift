import PlainStorage

/// Records that events refer to by number, in memory that is used again.
struct RecordPool<Record: BitwiseCopyable & Sendable>: ~Copyable, Sendable {
  private var records: Slab<Record>
  /// The numbers of free records, the first `freeCount` of them; last in, first out.
  private var freeNumbers: Slab<UInt32>
  private var freeCount = 0
  /// How many records have been in use at a time: what lies beyond has never been.
  private var usedCount = 0
  private let blank: Record

  /// An empty pool.
  ///
  /// - Parameters:
  ///   - capacity: how many records it has room for before it allocates, at least 1.
  ///   - blank: what a record is that is not in use.
  init(capacity: Int, blank: Record) {
    records = Slab(repeating: blank, count: max(1, capacity))
    freeNumbers = Slab(repeating: 0, count: max(1, capacity))
    self.blank = blank
  }

  /// The record of a number, in use or free.
  subscript(number: UInt32) -> Record {
    @inline(__always) get { records[Int(number)] }
    @inline(__always) _modify { yield &records[Int(number)] }
  }

  /// The numbers of all records in use, and of some that are free.
  var numbers: Range<UInt32> { 0..<UInt32(usedCount) }

  /// How many records are in use.
  var count: Int { usedCount - freeCount }

  /// Takes a record in; allocates only when more are in use than ever before.
  @inline(__always)
  mutating func insert(_ record: Record) -> UInt32 {
    if freeCount > 0 {
      freeCount -= 1
      let number = freeNumbers[freeCount]
      records[Int(number)] = record
      return number
    }
    if usedCount == records.count { grow() }
    records[usedCount] = record
    usedCount += 1
    return UInt32(usedCount - 1)
  }

  /// The number that the next record taken in will have.
  var nextNumber: UInt32 { freeCount > 0 ? freeNumbers[freeCount - 1] : UInt32(usedCount) }

  /// Gives a record back, which is blank from then on until its number is given out again.
  @inline(__always)
  mutating func remove(_ number: UInt32) {
    records[Int(number)] = blank
    freeNumbers[freeCount] = number
    freeCount += 1
  }

  /// Gives a record out and forgets it.
  mutating func take(_ number: UInt32) -> Record {
    let record = records[Int(number)]
    remove(number)
    return record
  }

  /// Becomes what another pool is: the same records under the same numbers.
  ///
  /// Allocates only when more are in use there than ever were here.
  mutating func copy(from other: borrowing RecordPool) {
    records.copy(other.usedCount, from: other.records, filling: blank)
    freeNumbers.copy(other.freeCount, from: other.freeNumbers, filling: 0)
    // There is room for every number to be free at once.
    if freeNumbers.count < records.count { freeNumbers.grow(to: records.count, filling: 0) }
    usedCount = other.usedCount
    freeCount = other.freeCount
  }

  /// Forgets all records and keeps the memory.
  mutating func removeAll() {
    freeCount = 0
    usedCount = 0
  }

  /// Doubles the memory, with room for every number to be free at once.
  private mutating func grow() {
    records.grow(to: 2 * records.count, filling: blank)
    freeNumbers.grow(to: records.count, filling: 0)
  }
}
