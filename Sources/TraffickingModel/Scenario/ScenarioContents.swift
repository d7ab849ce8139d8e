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
  /// The crossings where vehicles wait.
  public var checkpoints: [Checkpoint] = []
  /// The laboratory areas.
  public var laboratories: [Laboratory] = []
  /// What happens when carriers resist; `nil` where they never do.
  public var clashes: Clashes?
  /// How controlled deliveries go; `nil` where there are none.
  public var controlledDelivery: ControlledDelivery?
  /// Leads and their exchange; `nil` where there are none.
  public var intelligence: Intelligence?
  /// The policies.
  public var policies: [Policy] = []

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
