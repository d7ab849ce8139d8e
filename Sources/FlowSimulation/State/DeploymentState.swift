import PlainStorage

/// Where the mobile patrols are, and what that does to the hazards of layers and corridors.
struct DeploymentState: ~Copyable, Sendable {
  /// How many moves each frontier's patrols have made.
  var moves: Slab<UInt64>
  /// The section on which they are, as an index of the deployment's sections.
  var targets: Slab<Int>
  /// What the hazard of each layer is multiplied with; 1 but for mobile patrols.
  var layerFactors: Slab<Double>
  /// The hazard of each corridor under the present deployment, for a reference consignment.
  var hazards: Slab<Double>

  /// The state of a network's deployments; of no size when there are none.
  init(of network: CompiledNetwork) {
    let count = network.stages[0].deployments.count
    moves = Slab(repeating: 0, count: count)
    targets = Slab(repeating: 0, count: count)
    layerFactors = Slab(repeating: 1, count: count == 0 ? 0 : network.layerCount)
    hazards = Slab(repeating: 0, count: count == 0 ? 0 : network.corridorCount)
  }

  /// Becomes what another of the same network, or one of its structure, is.
  mutating func copy(from other: borrowing DeploymentState) {
    moves.copy(from: other.moves)
    targets.copy(from: other.targets)
    layerFactors.copy(from: other.layerFactors)
    hazards.copy(from: other.hazards)
  }

  /// Whether any patrols move.
  var isActive: Bool { moves.count > 0 }

  /// Nothing has moved yet.
  mutating func reset() {
    moves.fill(with: 0)
  }
}
