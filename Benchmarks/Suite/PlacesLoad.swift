import FlowSimulation
import TraffickingModel

/// The full simulation on made-up networks of few to very many places, with equally many
/// consignments on their way: what is left of the speed when the network does not fit the caches.
public struct PlacesLoad {
  private let network: CompiledNetwork
  /// Seconds and memory of making the network.
  private let figures: [Figure]

  /// A network of so many places, made and laid out.
  ///
  /// - Parameters:
  ///   - inFlight: how many consignments are on their way when arrivals and seizures balance.
  ///   - days: how long the replication lasts.
  /// - Throws: `ScenarioError`, only if the network is not a scenario after all.
  public init(places: Int, inFlight: Double, days: Int) throws {
    // Detected once in twenty corridors of a day each.
    let contents = SyntheticNetwork(
      places: places, dispatchesPerDay: inFlight / 20, detection: 0.05, days: days
    ).contents()
    let checking = Stopwatch()
    let scenario = try Scenario(contents)
    let checkingSeconds = checking.reading.seconds
    let before = ProcessMemory.resident
    let compiling = Stopwatch()
    network = try CompiledNetwork(scenario)
    figures =
      [
        Figure("checking the scenario", checkingSeconds, "s"),
        Figure("laying out the network", compiling.reading.seconds, "s"),
      ] + ProcessMemory.growth("memory of the network", since: before)
  }

  /// Runs one replication from its beginning to the horizon.
  public func run() -> WorkDone {
    let before = ProcessMemory.resident
    var replication = Replication(of: network, seed: 1)
    replication.begin(index: 0)
    let stopwatch = Stopwatch()
    while !replication.advance(events: 1 << 20) {}
    let time = stopwatch.reading
    let memory = ProcessMemory.growth("memory of the replication", since: before)
    let outcome = replication.outcome(in: OutcomeLayout(of: network))
    var checksum = Checksum()
    for response in outcome.responses { checksum.add(response) }
    return WorkDone(
      operations: replication.eventCount, checksum: checksum.value, time: time,
      figures: figures + memory)
  }
}
