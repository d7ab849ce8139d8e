/// Everything a run needs to know: valid by construction.
///
/// Entities refer to each other by typed index; arrays keep the order of the file. A `Scenario`
/// exists only if `ScenarioContents` passed every check of `ScenarioContents.problems()`.
public struct Scenario: Sendable, Equatable {
  /// What the scenario says, checked.
  public let contents: ScenarioContents

  /// A scenario from checked contents.
  ///
  /// - Throws: all problems at once, each with the JSON Pointer of the value it is about.
  public init(_ contents: ScenarioContents) throws(ScenarioError) {
    let problems = contents.problems()
    if !problems.isEmpty { throw ScenarioError(problems: problems) }
    self.contents = contents
  }
}

/// How the next corridor is chosen.
public enum RoutingRule: String, Sendable, CaseIterable {
  /// By the corridors' given shares: an absorbing Markov chain.
  case fixed
  /// By the recursive logit of Fosgerau, Frejinger and Karlström (2013).
  case recursiveLogit
}

/// The time that a run covers.
public struct Period: Sendable, Equatable {
  /// The first reported day.
  public var start: CivilDate
  /// The first day that is not reported any more.
  public var end: CivilDate
  /// How long the simulation runs before `start`, unreported (days, whole).
  public var warmUpDays: Int

  /// A period.
  public init(start: CivilDate, end: CivilDate, warmUpDays: Int = 0) {
    self.start = start
    self.end = end
    self.warmUpDays = warmUpDays
  }

  /// The length of the reported part (days).
  public var reportedDays: Int { end.dayNumber - start.dayNumber }

  /// The length of the whole simulation (days).
  public var simulatedDays: Int { warmUpDays + reportedDays }

  /// The day on which the simulation starts.
  public var simulationStart: CivilDate {
    CivilDate(dayNumber: start.dayNumber - warmUpDays)
  }

  /// The longest simulation, warm-up included (days): a hundred years.
  public static let maximumDays = 36_525
}

/// What a scenario says, before it is known whether it makes sense.
public struct ScenarioContents: Sendable, Equatable {
  /// A line that says what the scenario is.
  public var title: String
  /// What it is for, in sentences.
  public var description: String
  /// The time it covers.
  public var period: Period
  /// How routes are chosen.
  public var routing: RoutingRule
  /// The countries.
  public var countries: [Country] = []
  /// The routes that exits are grouped by.
  public var routes: [Route] = []
  /// What is moved.
  public var commodities: [Commodity] = []
  /// The ways of transport.
  public var modes: [Mode] = []
  /// The layers of enforcement.
  public var agencies: [Agency] = []
  /// The yearly closures.
  public var closures: [Closure] = []
  /// The borders.
  public var frontiers: [Frontier] = []
  /// The sections of all borders, frontier by frontier.
  public var sections: [FrontierSection] = []
  /// The places.
  public var places: [Place] = []
  /// The corridors.
  public var corridors: [Corridor] = []
  /// The synthetic organisations.
  public var organisations: [Organisation] = []
  /// The supplies.
  public var supplies: [Supply] = []
  /// The markets.
  public var markets: [Market] = []

  /// Contents without entities.
  public init(title: String, description: String, period: Period, routing: RoutingRule) {
    self.title = title
    self.description = description
    self.period = period
    self.routing = routing
  }

  /// The demand of a market for a commodity, `nil` when it takes none.
  public func demand(of market: Market.Index, for commodity: Commodity.Index) -> Market.Demand? {
    markets[market].demands.first { $0.commodity == commodity }
  }

  /// All closures that shut a corridor: its own and those of its two ends.
  public func closures(of corridor: Corridor) -> Set<Closure.Index> {
    Set(corridor.closures)
      .union(places[corridor.from].closures)
      .union(places[corridor.to].closures)
  }
}
