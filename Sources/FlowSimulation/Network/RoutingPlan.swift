import RandomStreams
import TraffickingModel

/// The routing tables of a scenario, one for each stage and distinct set of open corridors.
struct RoutingPlan {
  var tables: [RoutingTable] = []
  var tableOfSeason: [Int] = []

  init(
    _ scenario: Scenario, layouts: [CorridorLayout], classes: [RoutingClass],
    seasons: [Season]
  ) throws(ScenarioError) {
    let closures = layouts[0].order.map {
      scenario.contents.closures(of: scenario.contents.corridors[$0])
    }
    var known: [Season.Key: Int] = [:]
    for season in seasons {
      if let table = known[season.key] {
        tableOfSeason.append(table)
        continue
      }
      known[season.key] = tables.count
      tableOfSeason.append(tables.count)
      let contents = scenario.stages[season.key.stage].contents
      let layout = layouts[season.key.stage]
      let isOpen = closures.map { $0.isDisjoint(with: season.key.closed) }
      switch contents.routing {
      case .fixed:
        tables.append(
          RoutingPlan.fixedTable(contents, layout: layout, classes: classes, isOpen: isOpen))
      case .recursiveLogit:
        tables.append(
          try RoutingPlan.logitTable(contents, layout: layout, classes: classes, isOpen: isOpen))
      }
    }
  }

  private static func fixedTable(
    _ contents: ScenarioContents, layout: CorridorLayout, classes: [RoutingClass], isOpen: [Bool]
  ) -> RoutingTable {
    var table = RoutingTable(classCount: classes.count, corridorCount: layout.order.count)
    let shares = zip(layout.order, isOpen).map { corridor, isOpen in
      isOpen ? contents.corridors[corridor].share ?? 0 : 0
    }
    for number in classes.indices {
      table.setShares(shares, forClass: number, starts: layout.starts)
    }
    return table
  }

  private static func logitTable(
    _ contents: ScenarioContents, layout: CorridorLayout, classes: [RoutingClass], isOpen: [Bool]
  ) throws(ScenarioError) -> RoutingTable {
    var table = RoutingTable(classCount: classes.count, corridorCount: layout.order.count)
    let logit = RecursiveLogit(
      starts: layout.starts, heads: layout.corridors.map { Int($0.head) })
    for (number, routingClass) in classes.enumerated() {
      guard let market = routingClass.market else { continue }
      let utilities = RoutingPlan.utilities(routingClass, market, contents, layout: layout)
      guard
        let values = logit.values(
          utilities: utilities, isOpen: isOpen,
          destination: contents.markets[market].place.offset)
      else {
        let organisation = contents.organisations[routingClass.organisation]
        throw ScenarioError(
          ScenarioProblem(
            pointer: "/organisations/\(organisation.id)/choiceSensitivity",
            found: "found \(organisation.choiceSensitivity) per USD/kg, at which round trips on "
              + "the way to \"\(contents.markets[market].id)\" cost too little to be left out",
            allowed: "a sensitivity at which the sum over all routes converges",
            hint: "raise it, raise the costs of two-way corridors, or make them one-way"))
      }
      let shares = logit.shares(utilities: utilities, isOpen: isOpen, values: values)
      table.setShares(shares, forClass: number, starts: layout.starts)
    }
    return table
  }

  /// The utility of each corridor for a class: minus the generalised cost per kilogram
  /// `cost + time value × days + risk aversion × perceived detection probability × price`, times
  /// the choice sensitivity.
  ///
  /// Days are the mean travel time and the mean holding time at the corridor's end. The perceived
  /// probability is the true one for a reference consignment of this organisation and commodity.
  private static func utilities(
    _ routingClass: RoutingClass, _ market: Market.Index, _ contents: ScenarioContents,
    layout: CorridorLayout
  ) -> [Double] {
    let organisation = contents.organisations[routingClass.organisation]
    let traits = ClassTraits(routingClass, in: contents)
    let price =
      contents.demand(of: market, for: routingClass.commodity)?.pricePerKilogram ?? 0
    return layout.order.indices.map { offset in
      let corridor = contents.corridors[layout.order[offset]]
      let mode = contents.modes[corridor.mode]
      let cost =
        corridor.extraCostPerKilogram
        + mode.costPerKilogramPerThousandKilometres * corridor.lengthKilometres / 1000
      let days =
        layout.meanTransitDays(offset) + (contents.places[corridor.to].holdingDays?.mean ?? 0)
      let risk = DetectionHazard.probability(
        ofHazard: layout.corridors[offset].hazard * traits.hazardFactor)
      let generalisedCost =
        cost + organisation.timeValuePerKilogramDay * days
        + organisation.riskAversion * risk * price
      return -organisation.choiceSensitivity * generalisedCost
    }
  }
}
