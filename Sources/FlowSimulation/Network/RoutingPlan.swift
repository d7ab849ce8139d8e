import RandomStreams
import TraffickingModel

/// The routing tables of a scenario under fixed beliefs, one for each stage and distinct set of
/// open corridors.
///
/// Costs, times and prices are those of the stage. Beliefs are those of the first stage: the true
/// detection probabilities of a reference consignment when the simulation starts. Who does not
/// learn does not notice that enforcement has changed.
struct RoutingPlan {
  var tables: [RoutingTable] = []
  var tableOfSeason: [Int] = []
  /// For each table and commodity, which corridors are open to it.
  var openCorridors: [[[Bool]]] = []

  /// - Parameter layout: the corridors, which all stages share.
  init(
    _ scenario: Scenario, layout: CorridorLayout, stages: [NetworkStage],
    classes: [RoutingClass], seasons: [Season]
  ) throws(ScenarioError) {
    let closures = layout.order.map {
      scenario.contents.closures(of: scenario.contents.corridors[$0])
    }
    var logit = RecursiveLogit(
      starts: layout.starts, heads: layout.corridors.map { Int($0.head) })
    var known: [Season.Key: Int] = [:]
    for season in seasons {
      if let table = known[season.key] {
        tableOfSeason.append(table)
        continue
      }
      let isOpen = RoutingPlan.openCorridors(
        scenario.contents, order: layout.order,
        isOpen: closures.map { $0.isDisjoint(with: season.key.closed) })
      openCorridors.append(isOpen)
      known[season.key] = tables.count
      tableOfSeason.append(tables.count)
      let contents = scenario.stages[season.key.stage].contents
      switch contents.routing {
      case .fixed:
        tables.append(
          RoutingPlan.fixedTable(contents, layout: layout, classes: classes, isOpen: isOpen[0]))
      case .recursiveLogit:
        tables.append(
          try RoutingPlan.logitTable(
            contents, stage: stages[season.key.stage], beliefs: stages[0], classes: classes,
            starts: layout.starts, logit: &logit, isOpen: isOpen))
      }
    }
  }

  /// By commodity: the corridors that are open in a season and admit it.
  private static func openCorridors(
    _ contents: ScenarioContents, order: [Corridor.Index], isOpen: [Bool]
  ) -> [[Bool]] {
    let isRestricted = order.contains { contents.corridors[$0].commodities != nil }
    return contents.commodities.indices.map { commodity in
      guard isRestricted else { return isOpen }
      return zip(order, isOpen).map { corridor, isOpen in
        isOpen && contents.corridors[corridor].admits(Commodity.Index(commodity))
      }
    }
  }

  private static func fixedTable(
    _ contents: ScenarioContents, layout: CorridorLayout, classes: [RoutingClass], isOpen: [Bool]
  ) -> RoutingTable {
    var table = RoutingTable(classCount: classes.count, starts: layout.starts)
    let shares = zip(layout.order, isOpen).map { corridor, isOpen in
      isOpen ? contents.corridors[corridor].share ?? 0 : 0
    }
    for number in classes.indices {
      table.setShares(shares, forClass: number)
    }
    return table
  }

  private static func logitTable(
    _ contents: ScenarioContents, stage: NetworkStage, beliefs: NetworkStage,
    classes: [RoutingClass], starts: [Int], logit: inout RecursiveLogit, isOpen: [[Bool]]
  ) throws(ScenarioError) -> RoutingTable {
    var table = RoutingTable(classCount: classes.count, starts: starts)
    let hazards = beliefs.corridors.map(\.believedHazard)
    var utilities = [Double](repeating: 0, count: hazards.count)
    for (number, routingClass) in classes.enumerated() {
      guard let market = routingClass.market else { continue }
      stage.setUtilities(
        &utilities, ofClass: number, believedHazards: hazards, from: 0,
        factor: beliefs.classTraits[number].hazardFactor, prices: stage.prices)
      let isSolved = logit.solve(
        utilities: utilities, isOpen: isOpen[routingClass.commodity.offset],
        destination: contents.markets[market].place.offset)
      if !isSolved {
        let organisation = contents.organisations[routingClass.organisation]
        throw ScenarioError(
          ScenarioProblem(
            pointer: "/organisations/\(organisation.id)/choiceSensitivity",
            found: "found \(organisation.choiceSensitivity) per USD/kg, at which round trips on "
              + "the way to \"\(contents.markets[market].id)\" cost too little to be left out",
            allowed: "a sensitivity at which the sum over all routes converges",
            hint: "raise it, raise the costs of two-way corridors, or make them one-way"))
      }
      table.setShares(logit.shares, forClass: number)
    }
    return table
  }
}
