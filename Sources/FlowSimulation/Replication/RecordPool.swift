/// Small records that events refer to by number, in memory that is used again.
struct RecordPool<Record: BitwiseCopyable & Sendable>: Sendable {
  private var records: [Record] = []
  private var freeRecords: [UInt32] = []

  /// Takes a record in; allocates only when more are in use than ever before.
  mutating func insert(_ record: Record) -> UInt32 {
    if let number = freeRecords.popLast() {
      records[Int(number)] = record
      return number
    }
    records.append(record)
    // Room for every record to be free at once, so that `take` never allocates.
    freeRecords.reserveCapacity(records.capacity)
    return UInt32(records.count - 1)
  }

  /// Gives a record out and forgets it.
  mutating func take(_ number: UInt32) -> Record {
    freeRecords.append(number)
    return records[Int(number)]
  }

  /// Forgets all records and keeps the memory.
  mutating func removeAll() {
    records.removeAll(keepingCapacity: true)
    freeRecords.removeAll(keepingCapacity: true)
  }
}
