/// One layer of enforcement on one corridor.
struct CompiledLayer: Sendable, BitwiseCopyable {
  /// The agency, by its place in the scenario.
  var agency: Int32
  /// The corridor, in the order of the network.
  var corridor: Int32
  /// Whether it is a patrol.
  var isPatrol: Bool
  /// The hazard of this layer, for a reference consignment.
  var hazard: Double
  /// The hazards of this layer and those before it on the corridor.
  var cumulativeHazard: Double
}
