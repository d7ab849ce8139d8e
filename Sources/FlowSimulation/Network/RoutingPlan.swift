import ElementaryFunctions
import PlainStorage
import RandomStreams
import TraffickingModel

/// The routing tables of a scenario under fixed beliefs, one for each stage and distinct set of
/// open corridors.
///
/// Costs, times and prices are those of the stage. Beliefs are those of the first stage: the true
/// detection probabilities of a reference consignment when the simulation starts. Who does not
/// learn does not notice that enforcement has changed.
struct RoutingPlan {
  private(set) var tables: RoutingTables
  /// The distinct networks in which routes are chosen; none under fixed routing.
  private(set) var networks: [RouteNetwork] = []
  /// By table and class, the number of its network, or -1 where it heads for no market.
  private(set) var networkOfClass: [Int32] = []

  /// - Parameter layout: the corridors, which all stages share.
  init(
    _ scenario: Scenario, layout: CorridorLayout, stages: [NetworkStage],
    classes: [RoutingClass], seasons: [Season]
  ) throws(ScenarioError) {
    let base = scenario.contents
    let closures = layout.order.map { base.closures(of: base.corridors[$0]) }
    let admitted = RoutingPlan.admitted(base, order: layout.order)
    let graph = PlaceGraph(
      starts: layout.starts, heads: layout.corridors.map { Int($0.head) })
    var networks = RouteNetworks(graph, admitted: admitted, stages: stages, classes: classes)
    tables = RoutingTables(classCount: classes.count, corridorCount: layout.order.count)
    var known: [Season.Key: Int] = [:]
    for season in seasons {
      if let table = known[season.key] {
        tables.addSeason(table: table)
        continue
      }
      let isOpen = admitted.map { admitted in
        zip(admitted, closures).map { $0 && $1.isDisjoint(with: season.key.closed) }
      }
      known[season.key] = tables.tableCount
      tables.addSeason(table: tables.tableCount)
      tables.addTable()
      let contents = scenario.stages[season.key.stage].contents
      switch contents.routing {
      case .fixed: setShares(of: contents, layout: layout, classes: classes, isOpen: isOpen[0])
      case .recursiveLogit:
        let numbers = classes.indices.map { number in
          classes[number].market.map { market in
            networks.number(
              ofClass: number, to: contents.markets[market].place.offset,
              isOpen: isOpen[classes[number].commodity.offset])
          } ?? -1
        }
        networkOfClass += numbers.map { Int32($0) }
        try setRoutes(
          of: contents, stage: stages[season.key.stage], beliefs: stages[0], classes: classes,
          networks: numbers.map { $0 < 0 ? nil : networks.networks[$0] })
      }
    }
    self.networks = networks.networks
  }

  /// By commodity and corridor: whether the corridor admits it.
  private static func admitted(
    _ contents: ScenarioContents, order: [Corridor.Index]
  ) -> [[Bool]] {
    contents.commodities.indices.map { commodity in
      order.map { contents.corridors[$0].admits(Commodity.Index(commodity)) }
    }
  }

  private mutating func setShares(
    of contents: ScenarioContents, layout: CorridorLayout, classes: [RoutingClass], isOpen: [Bool]
  ) {
    let shares = zip(layout.order, isOpen).map { corridor, isOpen in
      isOpen ? contents.corridors[corridor].share ?? 0 : 0
    }
    for number in classes.indices {
      tables.setShares(shares, forClass: number, starts: layout.starts)
    }
  }

  /// - Parameter networks: by class, where it chooses its routes; `nil` without a market.
  private mutating func setRoutes(
    of contents: ScenarioContents, stage: NetworkStage, beliefs: NetworkStage,
    classes: [RoutingClass], networks: [RouteNetwork?]
  ) throws(ScenarioError) {
    let corridors = beliefs.corridors
    var probabilities = Slab<Double>(repeating: 0, count: corridors.count)
    var logit = RecursiveLogit(
      wayCapacity: corridors.count, placeCapacity: beliefs.places.count)
    for (number, routingClass) in classes.enumerated() {
      guard let market = routingClass.market, let network = networks[number] else { continue }
      let factor = beliefs.classTraits[number].hazardFactor
      for way in network.ways {
        let hazard = corridors[Int(way.corridor)].believedHazard * factor
        probabilities[Int(way.corridor)] = -Portable.expMinusOne(-hazard)
      }
      stage.routeCosts.setUtilities(
        of: &logit, in: network, ofClass: number,
        risk: stage.routeCosts.risk(
          ofClass: number, price: stage.prices[stage.routeCosts.demand(ofClass: number)]),
        probabilities: probabilities, from: 0)
      guard logit.solve(network) else {
        let organisation = contents.organisations[routingClass.organisation]
        throw ScenarioError(
          ScenarioProblem(
            pointer: "/organisations/\(organisation.id)/choiceSensitivity",
            found: "found \(organisation.choiceSensitivity) per USD/kg, at which round trips on "
              + "the way to \"\(contents.markets[market].id)\" cost too little to be left out",
            allowed: "a sensitivity at which the sum over all routes converges",
            hint: "raise it, raise the costs of two-way corridors, or make them one-way"))
      }
      tables.setRoutes(logit, in: network, forClass: number)
    }
  }
}
