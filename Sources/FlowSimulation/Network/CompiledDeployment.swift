import RandomStreams
import TraffickingModel

/// The mobile patrols of one frontier.
struct CompiledDeployment: Sendable {
  /// The patrols of one agency on one corridor.
  struct Layer: Sendable, BitwiseCopyable {
    /// Its place among all layers.
    var layer: Int
    /// The corridor it is on.
    var corridor: Int
    /// The section, as an index of those with patrols.
    var section: Int
    /// The agency, by its place in the scenario.
    var agency: Int
    /// What its hazard is multiplied with while the mobile patrols are on its section.
    var factorAsTarget: Double
  }

  /// The name of its random streams, from the frontier's id.
  var entity: UInt64
  /// The time between two moves (days).
  var redeploymentDays: Double
  /// The lengths of the sections with patrols, as running shares; the last is 1.
  var cumulativeShares: [Double]
  /// The layers of patrols on the frontier.
  var layers: [Layer]
  /// What a hazard is multiplied with while the agency's mobile patrols are on another section.
  var factorElsewhere: Double
  /// The sections on which each agency has patrols to move, as indices of those with patrols.
  private var sectionsOfAgency: [Int: Set<Int>] = [:]

  /// The deployments of a stage.
  static func deployments(
    of contents: ScenarioContents, layout: CorridorLayout
  ) -> [CompiledDeployment] {
    contents.frontiers.enumerated().compactMap { offset, frontier in
      frontier.deployment.map { deployment in
        CompiledDeployment(
          deployment, on: Frontier.Index(offset), of: contents, layout: layout)
      }
    }
  }

  private init(
    _ deployment: Frontier.Deployment, on frontier: Frontier.Index,
    of contents: ScenarioContents, layout: CorridorLayout
  ) {
    entity = EntityName.hash("frontier/" + contents.frontiers[frontier].id)
    redeploymentDays = deployment.redeploymentDays
    factorElsewhere = 1 - deployment.mobileShare
    let sections = contents.sections.indices.filter { number in
      contents.sections[number].frontier == frontier
        && contents.sections[number].surveillance?.patrols.isEmpty == false
    }
    cumulativeShares = DispatchPlan.cumulativeShares(
      sections.map { contents.sections[$0].lengthKilometres })
    var efforts: [Int: Double] = [:]
    for (number, section) in sections.enumerated() {
      for patrol in contents.sections[section].surveillance?.patrols ?? []
      where patrol.kilometresPerDay > 0 {
        efforts[patrol.agency.offset, default: 0] += patrol.kilometresPerDay
        sectionsOfAgency[patrol.agency.offset, default: []].insert(number)
      }
    }
    layers = []
    for (layer, compiled) in layout.layers.enumerated() where compiled.isPatrol {
      let crossing = contents.corridors[layout.order[Int(compiled.corridor)]].crossing
      guard let offset = crossing?.section.offset, let section = sections.firstIndex(of: offset)
      else { continue }
      let agency = Int(compiled.agency)
      let own =
        contents.sections[offset].surveillance?.patrols
        .first { $0.agency.offset == agency }?.kilometresPerDay ?? 0
      let mobile = deployment.mobileShare * (efforts[agency] ?? 0)
      layers.append(
        Layer(
          layer: layer, corridor: Int(compiled.corridor), section: section, agency: agency,
          factorAsTarget: own > 0 ? factorElsewhere + mobile / own : 1))
    }
  }

  /// What the hazard of a layer is multiplied with while the mobile patrols are on a section: those
  /// at home, and on the section itself all mobile ones of the agency. An agency without patrols on
  /// that section leaves all where they are.
  func factor(of layer: Layer, whileOn target: Int) -> Double {
    if layer.section == target { return layer.factorAsTarget }
    return sectionsOfAgency[layer.agency]?.contains(target) == true ? factorElsewhere : 1
  }
}
