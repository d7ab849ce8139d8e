import Experiments
import FlowSimulation
import ScenarioFormat
import TraffickingModel

/// Whole replications of a scenario: what a researcher waits for.
public struct ScenarioLoad: Sendable {
  private let network: CompiledNetwork

  /// The load of a scenario file.
  public init(path: String) throws(ScenarioError) {
    network = try CompiledNetwork(ScenarioDocument(path: path).scenario)
  }

  /// The load of a network.
  public init(of network: CompiledNetwork) { self.network = network }

  /// The load of the same flows without what answers to them; see `ScenarioContents.plain`.
  public func plain() throws(ScenarioError) -> ScenarioLoad {
    ScenarioLoad(of: try CompiledNetwork(Scenario(network.scenario.contents.plain)))
  }

  /// Runs a batch of replications with a number of workers.
  ///
  /// - Returns: the number of events and a checksum of every response, the same for any number of
  ///   workers.
  public func run(replications: Int, workers: Int) throws(ReplicationFault) -> WorkDone {
    let plan = BatchPlan(seed: 1, stopping: .fixed(replications), workerCount: workers)
    let stopwatch = Stopwatch()
    let result = try ReplicationBatch(of: network, plan: plan).run()
    let time = stopwatch.reading
    var checksum = Checksum()
    for replication in 0..<result.replicationCount {
      for column in result.layout.columns.indices {
        checksum.add(result.response(column, replication: replication) ?? -1)
      }
    }
    return WorkDone(operations: result.eventCount, checksum: checksum.value, time: time)
  }

  /// Lets events of one replication after the other happen in the one loop, counting what a probe
  /// counts meanwhile.
  ///
  /// The first replication is not counted: it takes the memory that the others use again. Starting
  /// a replication and reading its outcome lie outside the loop and are not counted either.
  ///
  /// - Parameter probe: a running count of calls in this process.
  /// - Returns: the events that happened and the difference of the probe over them.
  public func countingLoop(
    events wanted: Int, probe: () -> RuntimeCounts
  ) -> (events: Int, counts: RuntimeCounts) {
    var replication = Replication(of: network, seed: 1)
    replication.run(index: 0)
    var events = 0
    var counts = RuntimeCounts.zero
    var index: UInt64 = 1
    while events < wanted {
      replication.begin(index: index)
      let before = probe()
      while !replication.advance(events: 1 << 20) {}
      counts = counts + (probe() - before)
      events += replication.eventCount
      index += 1
    }
    return (events, counts)
  }
}
