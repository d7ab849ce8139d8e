/// What a passage needs to know of a corridor.
///
/// 64 bytes, since every hop asks for one.
struct CompiledCorridor: Sendable, BitwiseCopyable {
  /// Where it leads.
  var head: Int32
  /// Its layers are `layers[firstLayer ..< firstLayer + layerCount]`.
  var firstLayer: Int32
  /// How many layers it has.
  var layerCount: Int32
  /// How many of them, the first ones, act on who is not inspected at the checkpoint.
  var uninspectedLayerCount: Int32
  /// The distribution of its travel time.
  var transitDistribution: Int32
  /// The section of a frontier that is crossed, or -1.
  var section: Int32
  /// The frontier that is crossed, or -1.
  var frontier: Int16
  /// The checkpoint at its end, or -1.
  var checkpoint: Int16
  /// The route that a consignment enters here if it has none yet, or -1.
  var route: Int8
  /// What a draw from `transitDistribution` is multiplied with to give days.
  var transitScale: Double
  /// The hazards of all layers together, for a reference consignment.
  var hazard: Double
  /// The hazards of the layers that act on who is not inspected.
  var uninspectedHazard: Double
  /// What organisations take the hazard to be at the start; `hazard` where there is no checkpoint.
  var believedHazard: Double
}
