/// What a passage needs to know of a corridor.
struct CompiledCorridor: Sendable, BitwiseCopyable {
  /// Where it leads.
  var head: Int32
  /// Its layers are `layers[firstLayer ..< firstLayer + layerCount]`.
  var firstLayer: Int32
  /// How many layers it has.
  var layerCount: Int32
  /// The distribution of its travel time.
  var transitDistribution: Int32
  /// What a draw from that distribution is multiplied with to give days.
  var transitScale: Double
  /// The hazards of all layers together, for a reference consignment.
  var hazard: Double
  /// The route that a consignment enters here if it has none yet, or -1.
  var route: Int16
  /// The frontier that is crossed, or -1.
  var frontier: Int16
}
