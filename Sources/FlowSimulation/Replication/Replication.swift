import EventKernel
import PlainStorage
import RandomStreams
import TraffickingModel

/// One replication: the state of the simulated world and the loop that moves it on.
///
/// Owned by one worker, used for one replication after the other (`begin`). Memory is
/// taken at the start and when more consignments are on their way than ever before, never per
/// event. Reads no clock, no environment and no shared state: what happens follows from the
/// network, the seed and the index alone.
public struct Replication: ~Copyable {
  /// What is simulated; another one after a branch (`enter`).
  var network: CompiledNetwork
  let seed: UInt64

  var streams: RandomStreams
  var events: FutureEventList<FlowEvent>
  var consignments: RecordPool<Consignment>
  var supplies: Slab<SupplyState>
  var observations: Observations
  var calendar = CalendarState()
  /// The month, or part of one, in which the simulation is, as an index of `network.spans`.
  var span: Int
  /// The row of monthly observations of that span.
  var monthRow: Int
  /// The season in which the simulation is, as an index of `network.seasons`.
  var season: Int
  /// The numbers in force.
  var stage: NetworkStage
  var learning: LearningState
  var organisations: Slab<OrganisationState>
  var intelligence: IntelligenceState
  var deployment: DeploymentState
  var checkpoints: CheckpointStates
  var laboratories: LaboratoryState
  var prices: PriceState

  /// When others than this network open corridors, while it stands for others as well.
  var openings: SharedOpenings?
  /// Whether consignments wait for several of these days.
  var waitsForSeveralDays = false

  /// How many events have happened since `begin(index:)`, turns of the calendar among them.
  public internal(set) var eventCount = 0

  /// How many consignments may be on their way before memory grows: 1 MB.
  private static let initialCapacity = 1 << 14

  /// A replication that has not begun.
  ///
  /// - Parameter seed: names the experiment; every replication of it has luck of its own.
  public init(of network: CompiledNetwork, seed: UInt64) {
    self.network = network
    self.seed = seed
    streams = RandomStreams(seed: seed, replication: 0)
    events = FutureEventList()
    consignments = RecordPool(capacity: Self.initialCapacity, blank: Consignment.none)
    supplies = Slab(
      network.stages[0].supplies.map { SupplyState(stockKilograms: $0.initialStockKilograms) })
    observations = Observations(of: network)
    span = 0
    monthRow = 0
    season = 0
    stage = network.stages[0]
    learning = LearningState(of: network)
    organisations = Slab(network.stages[0].organisations.map(OrganisationState.init))
    intelligence = IntelligenceState(of: network)
    deployment = DeploymentState(of: network)
    checkpoints = CheckpointStates(of: network)
    laboratories = LaboratoryState(of: network)
    prices = PriceState(of: network)
  }

  /// Starts the replication of an index anew, whatever happened before.
  ///
  /// - Parameter isMirrored: whether every draw u is 1 - u, as in the mirror image of the plain
  ///   replication of this index.
  public mutating func begin(index: UInt64, isMirrored: Bool = false) {
    streams = RandomStreams(seed: seed, replication: index, isMirrored: isMirrored)
    events.removeAll()
    consignments.removeAll()
    observations.resetAll()
    eventCount = 0
    calendar = CalendarState()
    openings = nil
    waitsForSeveralDays = false
    span = 0
    monthRow = 0
    season = 0
    stage = network.stages[0]
    for supply in supplies.indices {
      let stock = stage.supplies[supply].initialStockKilograms
      supplies[supply] = SupplyState(stockKilograms: stock)
      observations.openingKilograms[Int(stage.supplies[supply].commodity)] += stock
    }
    learning.reset(to: network)
    for organisation in organisations.indices {
      organisations[organisation] = OrganisationState(stage.organisations[organisation])
    }
    intelligence.reset(to: network)
    deployment.reset()
    applyDeployments()
    laboratories.reset()
    prices.reset(to: network)
    scheduleReviews()
    scheduleLeadSources()
    scheduleRedeployments()
    openCheckpoints()
    scheduleBatches()
  }

  /// Lets up to `limit` events happen, turns of the calendar among them.
  ///
  /// - Parameter day: what happens on or after it stays pending (days from the start).
  /// - Returns: whether that day or the horizon has been reached.
  public mutating func advance(events limit: Int, until day: Double = .infinity) -> Bool {
    let end = min(day, network.horizonDays)
    var pause = min(end, calendar.nextDay)
    for _ in 0..<limit {
      if let event = events.popEarliest(before: pause) {
        dispatch(event.event, at: event.time)
      } else if calendar.nextDay < end {
        turnCalendar()
        pause = min(end, calendar.nextDay)
      } else {
        return true
      }
      eventCount += 1
    }
    return false
  }

  /// Runs the replication of an index from start to horizon.
  ///
  /// - Parameter isMirrored: see `begin(index:isMirrored:)`.
  public mutating func run(index: UInt64, isMirrored: Bool = false) {
    begin(index: index, isMirrored: isMirrored)
    while !advance(events: 1 << 20) {}
  }

  /// A month, a stage or a season begins.
  @inline(never) @discardableResult
  mutating func turnCalendar() -> CalendarState.Turn {
    let turn = calendar.turn(in: network)
    switch turn {
    case .span(let span): beginSpan(span, at: calendar.lastDay)
    case .season(let season): beginSeason(season)
    }
    return turn
  }

  /// The one dispatcher: which process handles which event.
  @inline(__always)
  mutating func dispatch(_ event: FlowEvent, at time: Double) {
    switch event {
    case .dispatch(let supply): dispatchConsignment(from: Int(supply), at: time)
    case .arrival(let consignment): reachCheckpoint(consignment, at: time)
    case .inspected(let consignment): completePassage(of: consignment, at: time)
    case .departure(let consignment): depart(consignment, at: time)
    case .reopening(let consignment): enterCorridor(consignment, at: time)
    case .licitArrival(let checkpoint): admitLicitVehicle(to: Int(checkpoint), at: time)
    case .laneFreed(let checkpoint): callVehicles(to: Int(checkpoint), at: time)
    case .review(let learner): review(Int(learner), at: time)
    case .recovery(let organisation, let formation):
      recover(Int(organisation), formation: formation)
    case .leadArises(let source): leadArises(from: Int(source), at: time)
    case .leadArrives(let message): leadArrives(message, at: time)
    case .jointOperation(let operation): strike(operation, at: time)
    case .redeployment(let deployment): redeploy(Int(deployment), at: time)
    case .batch(let laboratory): makeBatch(in: Int(laboratory), at: time)
    }
  }

  /// When the event that happened last did (days from the start); minus infinity before the first.
  package var day: Double { max(events.now, calendar.lastDay) }

  /// In stock and on the way, by commodity (kg).
  package func kilogramsInSystem() -> (stock: [Double], transit: [Double]) {
    var stock = [Double](repeating: 0, count: network.commodityCount)
    var transit = stock
    for supply in supplies.indices {
      stock[Int(stage.supplies[supply].commodity)] += supplies[supply].stockKilograms
    }
    for number in consignments.numbers where consignments[number].massKilograms > 0 {
      let consignment = consignments[number]
      let traits = stage.classTraits[Int(consignment.routingClass)]
      transit[Int(traits.commodity)] += consignment.massKilograms
    }
    return (stock, transit)
  }
}
