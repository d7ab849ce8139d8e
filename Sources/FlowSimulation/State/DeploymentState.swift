/// Where the mobile patrols are, and what that does to the hazards of layers and corridors.
struct DeploymentState: Sendable {
  /// How many moves each frontier's patrols have made.
  var moves: [UInt64]
  /// The section on which they are, as an index of the deployment's sections.
  var targets: [Int]
  /// What the hazard of each layer is multiplied with; 1 but for mobile patrols.
  var layerFactors: [Double]
  /// The hazard of each corridor under the present deployment, for a reference consignment.
  var hazards: [Double]

  /// The state of a network's deployments; of no size when there are none.
  init(of network: CompiledNetwork) {
    let count = network.stages[0].deployments.count
    moves = [UInt64](repeating: 0, count: count)
    targets = [Int](repeating: 0, count: count)
    layerFactors = [Double](repeating: 1, count: count == 0 ? 0 : network.layerCount)
    hazards = [Double](repeating: 0, count: count == 0 ? 0 : network.corridorCount)
  }

  /// Whether any patrols move.
  var isActive: Bool { !moves.isEmpty }

  /// Nothing has moved yet.
  mutating func reset() {
    for deployment in moves.indices { moves[deployment] = 0 }
  }
}
