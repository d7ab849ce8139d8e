/// One shipment of one commodity by one organisation: what moves.
///
/// An event touches most of a consignment and nothing of its neighbours, so it is one record of
/// one cache line (64 bytes) rather than a row over many arrays.
struct Consignment: Sendable, BitwiseCopyable {
  /// What is moved (kg); 0 marks a free record.
  var massKilograms: Double
  /// The name of its random streams.
  var entity: UInt64
  /// When it, or what it is a part of, was dispatched (days).
  var dispatchedAt: Double
  /// What its mass, commodity and organisation multiply every detection hazard with.
  var hazardFactor: Double
  /// The draw in (0, 1) that decides whether the current passage is detected.
  var detectionDraw: Double
  /// The draw in (0, 1) that decides how long it is held after the current passage.
  var holdingDraw: Double
  /// The corridor while it moves, the place while it is held.
  var position: Int32
  /// Its row of the routing table.
  var routingClass: Int32
  /// How many corridors it has entered: names the block of draws of each.
  var hop: UInt32
  /// The route by which it left its country of origin, or -1.
  var route: Int16
}

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
