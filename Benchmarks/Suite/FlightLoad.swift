import FlowSimulation
import TraffickingModel

/// The full simulation with few to very many consignments on their way at once: what is left of
/// the speed when state and future event list do not fit the caches.
public struct FlightLoad {
  private let network: CompiledNetwork
  private let inFlight: Int
  private let events: Int

  /// A network of 100 places where so many consignments set out within a day and hardly ever come
  /// to an end, so that they go on for any number of events.
  ///
  /// - Parameter events: how many are timed, when all have set out and moved once.
  /// - Throws: `ScenarioError`, only if the network is not a scenario after all.
  public init(inFlight: Int, events: Int) throws {
    self.inFlight = inFlight
    self.events = events
    network = try CompiledNetwork(
      Scenario(
        SyntheticNetwork(
          places: 100, dispatchesPerDay: 0, stockKilograms: Double(inFlight),
          // The whole stock leaves within nine hours.
          releasePerYear: 1000, detection: 1e-6, shareAlongRing: 1e-6, days: 3650
        ).contents()))
  }

  /// Lets all set out and then times what follows.
  public func run() -> WorkDone {
    let before = ProcessMemory.resident
    var replication = Replication(of: network, seed: 1)
    replication.begin(index: 0)
    _ = replication.advance(events: 2 * inFlight)
    let eventsBefore = replication.eventCount
    let stopwatch = Stopwatch()
    _ = replication.advance(events: events)
    let time = stopwatch.reading
    let memory = ProcessMemory.growth("memory of the replication", since: before)
    let layout = OutcomeLayout(of: network)
    let responses = replication.outcome(in: layout).responses
    var checksum = Checksum()
    for response in responses { checksum.add(response) }
    // Every consignment has one kilogram.
    let moving = layout.columns.firstIndex { $0.response == .inTransitKilograms }
    return WorkDone(
      operations: replication.eventCount - eventsBefore, checksum: checksum.value, time: time,
      check: moving.map { responses[$0] }, figures: memory)
  }
}
