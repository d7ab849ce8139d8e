/// A vehicle that waits at a checkpoint, and who waits behind it.
struct WaitingVehicle: Sendable, BitwiseCopyable {
  /// The vehicle.
  var vehicle: Vehicle
  /// The record of the one behind it, if there is one.
  var next: UInt32 = 0

  /// A record that nobody uses.
  static let none = WaitingVehicle(
    vehicle: Vehicle(arrivedAt: 0, inspectionDraw: 0, consignment: Vehicle.licit))
}
