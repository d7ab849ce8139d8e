/// The consignments on their way, in records that are used again.
struct ConsignmentPool: Sendable {
  private(set) var records: [Consignment] = []
  private var freeRecords: [UInt32] = []

  init(reservingCapacity capacity: Int) {
    records.reserveCapacity(capacity)
    freeRecords.reserveCapacity(capacity)
  }

  subscript(number: UInt32) -> Consignment {
    get { records[Int(number)] }
    _modify { yield &records[Int(number)] }
  }

  /// Takes a record in; allocates only when more consignments are on their way than ever before.
  mutating func insert(_ consignment: Consignment) -> UInt32 {
    if let number = freeRecords.popLast() {
      records[Int(number)] = consignment
      return number
    }
    records.append(consignment)
    // Room for every record to be free at once, so that `remove` never allocates.
    freeRecords.reserveCapacity(records.capacity)
    return UInt32(records.count - 1)
  }

  /// Gives a record back.
  mutating func remove(_ number: UInt32) {
    records[Int(number)].massKilograms = 0
    freeRecords.append(number)
  }

  /// Forgets all consignments and keeps the memory.
  mutating func removeAll() {
    records.removeAll(keepingCapacity: true)
    freeRecords.removeAll(keepingCapacity: true)
  }

  /// How many consignments are on their way.
  var count: Int { records.count - freeRecords.count }
}
