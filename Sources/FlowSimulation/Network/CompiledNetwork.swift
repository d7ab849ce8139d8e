import RandomStreams
import TraffickingModel

/// A scenario laid out for simulation: immutable, dense arrays, shared by all workers.
///
/// Corridors are reordered by the place they leave, so that the corridors out of place `k` are
/// `corridorStarts[k] ..< corridorStarts[k + 1]`; `scenarioCorridors` leads back.
public struct CompiledNetwork: Sendable {
  /// The scenario it was compiled from.
  public let scenario: Scenario
  /// The scenario's corridors, in the order of this network.
  public let scenarioCorridors: [Corridor.Index]
  /// Who chooses how: every combination that a supply of the scenario can dispatch.
  public let classes: [RoutingClass]

  let corridorStarts: [Int]
  /// The numbers in force, stage by stage.
  let stages: [NetworkStage]

  let spans: [TimeSpan]
  let seasons: [Season]
  let tables: RoutingTables
  /// The networks in which classes choose their routes.
  let routeNetworks: [RouteNetwork]
  /// By table and class, the number of its route network, or -1 under fixed routing.
  private let networkOfClass: [Int32]
  /// The organisations that learn, as they are at the start.
  var learners: [Learner] { stages[0].learners }
  /// By market, the laboratory that takes its inputs there, or -1.
  let laboratoryOfMarket: [Int32]
  /// By market and commodity, the number of the demand's price response, or -1.
  let responseOfDemand: [Int32]
  /// Whether any price answers to deliveries.
  let pricesRespond: Bool
  let horizonDays: Double
  /// How many commodities, the inner dimension of most tallies.
  let commodityCount: Int
  /// How many corridors there are.
  let corridorCount: Int
  /// How many frontiers there are.
  let frontierCount: Int

  /// How many monthly rows, the warm-up's first.
  var monthRowCount: Int { (spans.last?.row ?? 0) + 1 }

  /// Lays out a scenario.
  ///
  /// - Throws: if route choice has no solution, or the scenario is larger than one replication may
  ///   be (`maximumConsignments`, `maximumTableEntries`).
  public init(_ scenario: Scenario) throws(ScenarioError) {
    let contents = scenario.contents
    self.scenario = scenario
    commodityCount = contents.commodities.count
    corridorCount = contents.corridors.count
    frontierCount = contents.frontiers.count
    let layouts = scenario.stages.map { CorridorLayout($0.contents) }
    scenarioCorridors = layouts[0].order
    corridorStarts = layouts[0].starts
    var dispatch = DispatchPlan()
    let supplies = scenario.stages.map { dispatch.supplies(of: $0.contents) }
    classes = dispatch.classes
    stages = scenario.stages.indices.map { stage in
      NetworkStage(
        scenario.stages[stage].contents, layout: layouts[stage], supplies: supplies[stage],
        classes: dispatch.classes)
    }
    spans = TimeSpan.spans(of: scenario)
    seasons = Season.seasons(of: scenario)
    horizonDays = Double(contents.period.simulatedDays)
    for (number, stage) in scenario.stages.enumerated() {
      do throws(ScenarioError) {
        try CompiledNetwork.checkFlow(of: stage.contents)
        try CompiledNetwork.checkRegularEvents(of: stage.contents)
      } catch {
        throw number == 0 ? error : error.underPolicies(on: stage.from)
      }
    }
    try CompiledNetwork.checkTables(
      classes: classes.count, corridors: scenarioCorridors.count,
      seasons: Set(seasons.map(\.key)).count)
    try CompiledNetwork.checkTraffic(of: scenario)
    try CompiledNetwork.checkColumns(of: contents)
    let routing = try RoutingPlan(
      scenario, layout: layouts[0], stages: stages, classes: dispatch.classes, seasons: seasons)
    tables = routing.tables
    routeNetworks = routing.networks
    networkOfClass = routing.networkOfClass
    laboratoryOfMarket = CompiledLaboratory.laboratoriesByMarket(of: contents)
    responseOfDemand = CompiledPriceResponse.numbersByDemand(of: contents)
    pricesRespond = !stages[0].priceResponses.isEmpty
  }

  /// Whether a span begins a stage that changes a supply.
  func supplyChanges(_ supply: Int, inSpan span: Int) -> Bool {
    guard span > 0, spans[span].stage != spans[span - 1].stage else { return false }
    return stages[spans[span].stage].supplies[supply]
      != stages[spans[span - 1].stage].supplies[supply]
  }

  /// Whether a span begins a stage that changes a demand whose price responds.
  func demandChanges(_ response: Int, inSpan span: Int) -> Bool {
    guard span > 0, spans[span].stage != spans[span - 1].stage else { return false }
    return stages[spans[span].stage].priceResponses[response]
      != stages[spans[span - 1].stage].priceResponses[response]
  }

  /// The number of the route network of a class in a season.
  func routeNetwork(ofClass routingClass: Int, inSeason season: Int) -> Int {
    Int(networkOfClass[tables.tableOfSeason[season] * classes.count + routingClass])
  }

  /// How many layers of enforcement there are on all corridors together.
  var layerCount: Int { stages[0].layers.count }

  /// The most choice probabilities that routing tables may hold: 2 GiB.
  public static let maximumTableEntries = 1 << 28

  /// Refuses ids that run together in the names of response columns, such as `a--b` and `c` beside
  /// `a` and `b--c`.
  private static func checkColumns(of contents: ScenarioContents) throws(ScenarioError) {
    var columns: [String: ResponseColumn] = [:]
    for column in Response.columns(for: contents) {
      guard let other = columns.updateValue(column, forKey: column.name) else { continue }
      let ids = [other, column].map { $0.members.joined(separator: " and ") }
      throw ScenarioError(
        ScenarioProblem(
          pointer: "", found: "found the ids \(ids[0]) beside \(ids[1])",
          allowed: "ids that give every response a column name of its own, not \(column.name) "
            + "twice",
          hint: "avoid two hyphens in a row and hyphens at the ends of ids"))
    }
  }

  /// Refuses a scenario whose routing tables would not fit into memory.
  private static func checkTables(
    classes: Int, corridors: Int, seasons: Int
  ) throws(ScenarioError) {
    let (perSeason, tooMany) = classes.multipliedReportingOverflow(by: max(1, corridors))
    if tooMany || perSeason > maximumTableEntries / max(1, seasons) {
      throw ScenarioError(
        ScenarioProblem(
          pointer: "/corridors",
          found: "found \(corridors) corridors for \(classes) classes of consignments "
            + "(organisation, commodity, market) in \(seasons) seasons",
          allowed: "at most \(maximumTableEntries) choice probabilities",
          hint: "let organisations serve fewer markets, or merge corridors or closures"))
    }
  }

  /// The corridors that leave a place.
  func corridors(leaving place: Int) -> Range<Int> {
    corridorStarts[place]..<corridorStarts[place + 1]
  }

  /// The probability that a class takes a corridor at the place where it starts, in the season that
  /// a day falls into; for tests and reports.
  ///
  /// - Parameter day: days from the start of the simulation.
  package func choiceProbability(
    ofClass routingClass: Int, corridor id: Corridor.Index, onDay day: Double = 0
  ) -> Double {
    guard let corridor = scenarioCorridors.firstIndex(of: id),
      let season = seasons.lastIndex(where: { $0.startDay <= day })
    else { return 0 }
    let first = corridorStarts[scenario.contents.corridors[id].from.offset]
    return tables.share(
      ofClass: routingClass, inSeason: season, corridor: corridor, first: first)
  }
}
