import Experiments
import FlowSimulation
import TestSupport
import Testing

/// A batch that is told to stop, or that meets a fault.
@Suite("Stopped batches")
struct CancellationTests {
  @Test("a cancelled batch leaves the whole of its first replications", arguments: [1, 3])
  func prefix(workers: Int) throws {
    let cancellation = Cancellation()
    let stopped = try BatchNetwork.run(
      .fixed(10_000), workers: workers, cancellation: cancellation
    ) { progress in
      if progress.done == 20 { cancellation.cancel() }
    }
    let whole = try BatchNetwork.run(.fixed(stopped.replicationCount), workers: 1)
    #expect(BatchNetwork.bits(stopped) == BatchNetwork.bits(whole))
  }

  @Test("a cancelled batch ends soon after the wish", arguments: [1, 3])
  func promptly(workers: Int) throws {
    // Each of the other workers may hand in the one replication that it is at, and those that
    // were waiting for a slower one are counted with it.
    let cancellation = Cancellation()
    let stopped = try BatchNetwork.run(
      .fixed(10_000), workers: workers, cancellation: cancellation
    ) { progress in
      if progress.done == 20 { cancellation.cancel() }
    }
    #expect((20...2_000).contains(stopped.replicationCount))
  }

  @Test("a cancelled batch says that it was interrupted")
  func ending() throws {
    let cancellation = Cancellation()
    let stopped = try BatchNetwork.run(
      .fixed(10_000), workers: 2, cancellation: cancellation
    ) { progress in
      if progress.done == 20 { cancellation.cancel() }
    }
    #expect(stopped.ending == .interrupted)
  }

  @Test("a batch cancelled before its start runs nothing")
  func beforehand() throws {
    let cancellation = Cancellation()
    cancellation.cancel()
    let result = try BatchNetwork.run(.fixed(10), workers: 2, cancellation: cancellation)
    #expect(result.replicationCount == 0 && result.ending == .interrupted)
  }

  @Test("a wish that comes when all is done changes nothing")
  func tooLate() throws {
    let cancellation = Cancellation()
    let result = try BatchNetwork.run(.fixed(10), workers: 1, cancellation: cancellation) {
      if $0.done == 10 { cancellation.cancel() }
    }
    #expect(result.ending == .completed)
  }

  /// A batch into which the outcome of replication 0 comes with a fault.
  private func fault(_ spoil: (inout Outcome) -> Void) throws -> ReplicationFault? {
    let network = try BatchNetwork.network()
    var outcome = try CheckedRun(network).reading(seed: 81).outcome
    spoil(&outcome)
    let batch = ReplicationBatch(
      of: network, plan: BatchPlan(seed: 81, stopping: .fixed(5), workerCount: 1))
    batch.deliver(outcome, of: 0)
    return #expect(throws: ReplicationFault.self) { try batch.run() }
  }

  @Test("books that do not balance end the batch with seed and number", arguments: [1e-6, .nan])
  func massFault(residual: Double) throws {
    let fault = try fault { $0.massBalanceResidual = residual }
    #expect(fault?.seed == 81 && fault?.replication == 0)
  }

  @Test("a consignment that is not accounted for ends the batch")
  func countFault() throws {
    let fault = try fault { $0.unaccountedConsignments = -1 }
    #expect(fault?.message.contains("-1 consignments") == true)
  }
}
