import EventKernel
import PlainStorage
import RandomStreams

/// Deployment: mobile patrols move between the sections of a frontier at random.
///
/// The hazard of a patrol is linear in the distance it covers, so moving effort multiplies hazards.
extension Replication {
  /// Schedules the first move of each frontier's patrols, at the start.
  mutating func scheduleRedeployments() {
    for frontier in stage.deployments.indices {
      events.schedule(.redeployment(deployment: UInt32(frontier)), at: 0)
    }
  }

  /// The mobile patrols of a frontier move to a section, drawn in proportion to length.
  mutating func redeploy(_ number: Int, at time: Double) {
    let entity = stage.deployments[number].entity
    let draw = streams.uniforms(.redeployment, entity: entity, step: deployment.moves[number])
    deployment.moves[number] += 1
    record(.redeployments)
    var target = 0
    while draw.first >= stage.deployments[number].cumulativeShares[target] { target += 1 }
    deployment.targets[number] = target
    applyDeployment(number)
    events.schedule(
      .redeployment(deployment: UInt32(number)),
      at: time + stage.deployments[number].redeploymentDays)
  }

  /// Hazards follow the numbers of a stage that begins and where the patrols are.
  mutating func applyDeployments() {
    guard deployment.isActive else { return }
    for corridor in deployment.hazards.indices {
      deployment.hazards[corridor] = stage.corridors[corridor].hazard
    }
    for number in stage.deployments.indices { applyDeployment(number) }
  }

  private mutating func applyDeployment(_ number: Int) {
    let target = deployment.targets[number]
    for layer in stage.deployments[number].layers {
      deployment.layerFactors[layer.layer] =
        stage.deployments[number].factor(of: layer, whileOn: target)
    }
    for layer in stage.deployments[number].layers {
      let compiled = stage.corridors[layer.corridor]
      var hazard = 0.0
      for layer in Int(compiled.firstLayer)..<Int(compiled.firstLayer + compiled.layerCount) {
        hazard += stage.layers[layer].hazard * deployment.layerFactors[layer]
      }
      deployment.hazards[layer.corridor] = hazard
    }
  }
}
