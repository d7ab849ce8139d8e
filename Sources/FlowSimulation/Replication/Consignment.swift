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
  var route: Int8
  /// Whether the current passage was inspected at its checkpoint, or has none.
  var isInspected = true
  /// The agency under whose watch it travels, or -1.
  var watcher: Int16 = -1

  /// A free record.
  static var none: Consignment {
    Consignment(
      massKilograms: 0, entity: 0, dispatchedAt: 0, hazardFactor: 0, detectionDraw: 0,
      holdingDraw: 0, position: 0, routingClass: 0, hop: 0, route: -1)
  }
}
