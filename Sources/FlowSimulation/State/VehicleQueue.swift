/// Vehicles that wait, first come, first served.
///
/// A ring over an array whose length is a power of two. It allocates only when more vehicles wait
/// than ever before.
struct VehicleQueue: Sendable {
  private var ring: [Vehicle]
  private var head = 0
  /// How many vehicles wait.
  private(set) var count = 0

  /// An empty queue.
  init() {
    ring = [Vehicle](
      repeating: Vehicle(arrivedAt: 0, inspectionDraw: 0, consignment: Vehicle.licit), count: 64)
  }

  /// Whether nobody waits.
  var isEmpty: Bool { count == 0 }

  /// Lets a vehicle wait behind all others.
  mutating func append(_ vehicle: Vehicle) {
    if count == ring.count { grow() }
    ring[(head + count) & (ring.count - 1)] = vehicle
    count += 1
  }

  /// Takes out the vehicle that came first; `nil` when nobody waits.
  mutating func popFirst() -> Vehicle? {
    guard count > 0 else { return nil }
    let first = ring[head]
    head = (head + 1) & (ring.count - 1)
    count -= 1
    return first
  }

  /// Forgets all vehicles and keeps the memory.
  mutating func removeAll() {
    head = 0
    count = 0
  }

  /// Doubles the ring, with the vehicle that came first in front.
  private mutating func grow() {
    ring = ring.indices.map { ring[(head + $0) & (ring.count - 1)] } + ring
    head = 0
  }
}
