import Experiments
import FlowSimulation
import TestSupport
import Testing
import TraffickingModel

/// Batches of several networks under the same random numbers.
@Suite("Batches of a family")
struct FamilyBatchTests {
  /// A base, two policies from different days on, and a scenario that differs from the start.
  private func networks() throws -> [CompiledNetwork] {
    let base = try BatchNetwork.network().scenario.contents
    func staged(_ day: String, _ skill: Double) throws -> CompiledNetwork {
      var changed = base
      changed.agencies[0].skill = skill
      return try CompiledNetwork(Scenario(base, from: day, changed))
    }
    var other = base
    other.agencies[1].skill = 2
    return [
      try CompiledNetwork(Scenario(base)), try staged("2023-07-01", 3),
      try staged("2023-09-20", 5), try CompiledNetwork(Scenario(other)),
    ]
  }

  private func run(
    _ stopping: StoppingRule, workers: Int, isAntithetic: Bool = false
  ) throws -> [BatchResult] {
    try FamilyBatch(
      of: NetworkFamily(networks()),
      plan: BatchPlan(
        seed: 82, stopping: stopping, workerCount: workers, isAntithetic: isAntithetic)
    ).run()
  }

  @Test("each result is that of a batch of its own, to the bit", arguments: [1, 2, 5])
  func alone(workers: Int) throws {
    let results = try run(.fixed(30), workers: workers)
    for (network, result) in zip(try networks(), results) {
      let own = try ReplicationBatch(
        of: network, plan: BatchPlan(seed: 82, stopping: .fixed(30), workerCount: 2)
      ).run()
      #expect(BatchNetwork.bits(own) == BatchNetwork.bits(result))
      #expect(result.ending == .completed)
    }
  }

  @Test("the same of antithetic pairs")
  func antithetic() throws {
    let one = try run(.fixed(20), workers: 1, isAntithetic: true)
    let other = try run(.fixed(20), workers: 4, isAntithetic: true)
    #expect(one.map(BatchNetwork.bits) == other.map(BatchNetwork.bits))
    #expect(one.allSatisfy { $0.isAntithetic && $0.replicationCount == 20 })
  }

  @Test("a stop leaves the same replications of every network")
  func cancelled() throws {
    let cancellation = Cancellation()
    let results = try FamilyBatch(
      of: NetworkFamily(networks()),
      plan: BatchPlan(seed: 82, stopping: .fixed(10_000), workerCount: 3),
      cancellation: cancellation
    ) { if $0.done == 7 { cancellation.cancel() } }.run()
    #expect(Set(results.map(\.replicationCount)).count == 1)
    #expect(results.allSatisfy { $0.ending == .interrupted && $0.replicationCount >= 7 })
  }
}
