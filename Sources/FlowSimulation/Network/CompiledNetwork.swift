import ElementaryFunctions
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
  let corridors: [CompiledCorridor]
  let layers: [CompiledLayer]
  /// The distinct distributions of travel time that corridors refer to.
  let transitDistributions: [Distribution]
  let places: [CompiledPlace]
  let classTraits: [ClassTraits]
  let supplies: [CompiledSupply]
  /// Price (USD/kg) by market and commodity, market-major; 0 without demand.
  let prices: [Double]
  /// Detection by mass, by commodity.
  let massEffects: [MassEffect]

  let spans: [TimeSpan]
  let seasons: [Season]
  /// For each season, the table in force.
  let tableOfSeason: [Int]
  let tables: [RoutingTable]
  let horizonDays: Double

  /// How many commodities, the inner dimension of most tallies.
  var commodityCount: Int { scenario.contents.commodities.count }

  /// How many monthly rows, the warm-up's first.
  var monthRowCount: Int { (spans.last?.row ?? 0) + 1 }

  /// Lays out a scenario.
  ///
  /// - Throws: if route choice has no solution, or the scenario is larger than one replication may
  ///   be (`maximumConsignments`, `maximumTableEntries`).
  public init(_ scenario: Scenario) throws(ScenarioError) {
    let contents = scenario.contents
    self.scenario = scenario
    let layout = CorridorLayout(contents)
    scenarioCorridors = layout.order
    corridorStarts = layout.starts
    corridors = layout.corridors
    layers = layout.layers
    transitDistributions = layout.transitDistributions
    places = CompiledPlace.places(of: contents)
    massEffects = contents.commodities.map(MassEffect.init)
    prices = contents.markets.indices.flatMap { market in
      contents.commodities.indices.map { commodity in
        contents.demand(of: Market.Index(market), for: Commodity.Index(commodity))?
          .pricePerKilogram ?? 0
      }
    }
    let dispatch = DispatchPlan(contents)
    classes = dispatch.classes
    supplies = dispatch.supplies
    classTraits = dispatch.classes.map { ClassTraits($0, in: contents) }
    spans = TimeSpan.spans(of: contents.period)
    seasons = Season.seasons(of: contents)
    horizonDays = Double(contents.period.simulatedDays)
    try CompiledNetwork.checkFlow(of: contents)
    try CompiledNetwork.checkTables(
      classes: classes.count, corridors: corridors.count, seasons: Set(seasons.map(\.closed)).count)
    let routing = try RoutingPlan(
      contents, layout: layout, classes: dispatch.classes, seasons: seasons)
    tables = routing.tables
    tableOfSeason = routing.tableOfSeason
  }

  /// The most consignments that a scenario may be expected to dispatch in one replication.
  public static let maximumConsignments = 1e8

  /// The most choice probabilities that routing tables may hold: 2 GiB.
  public static let maximumTableEntries = 1 << 28

  /// Refuses a scenario that would not end in a lifetime because of a slip in a unit.
  private static func checkFlow(of contents: ScenarioContents) throws(ScenarioError) {
    let years = Double(contents.period.simulatedDays) / 365.25
    let counts = contents.supplies.map { supply in
      let available =
        supply.initialStockKilograms + supply.productionKilogramsPerYear * (years + 1)
      let released = available * min(1, supply.releasePerYear * years)
      return released / supply.consignmentKilograms.mean
    }
    guard counts.reduce(0, +) > maximumConsignments,
      let largest = counts.indices.max(by: { counts[$0] < counts[$1] })
    else { return }
    throw ScenarioError(
      ScenarioProblem(
        pointer: "/supplies/\(contents.supplies[largest].id)",
        found: "found about \(counts[largest].rounded()) consignments in one replication",
        allowed: "at most \(Int(maximumConsignments)) consignments over all supplies",
        hint: "check the units: masses are in kilograms, rates per year"))
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
    return tables[tableOfSeason[season]]
      .share(ofClass: routingClass, corridor: corridor, first: first)
  }
}
