import Experiments
import FlowSimulation
import OutputStatistics
import TestSupport
import Testing
import TraffickingModel

@Suite("Comparison")
struct ComparisonTests {
  /// A chain with a policy that costs 1,000 USD on its first day and does what is said.
  private func result(
    cost: Double = 0, _ change: (inout ScenarioContents) -> Void = { _ in }
  ) throws -> BatchResult {
    var network = TestNetwork()
    network.agency("police")
    network.corridor("way", "origin", "end", days: .always(30), detections: ["police": 0.1])
    network.market("market", at: "end")
    network.steadySupply("field", at: "origin", perDay: 3)
    network.contents.policies = [
      Policy(id: "p", name: "P", from: network.contents.period.start, startUpCost: cost)
    ]
    let base = network.contents
    var changed = base
    change(&changed)
    let compiled = try CompiledNetwork(
      Scenario(base, from: "2023-02-01", changed))
    let plan = BatchPlan(seed: 12, stopping: .fixed(40), workerCount: 2)
    return try ReplicationBatch(of: compiled, plan: plan).run()
  }

  @Test("a variant that changes nothing differs nowhere and prevents nothing")
  func same() throws {
    let comparison = Comparison(base: try result(), variant: try result())
    #expect(comparison.replicationCount == 40)
    #expect(comparison.rows.allSatisfy { $0.difference.summary.minimum == 0 })
    #expect(comparison.rows.allSatisfy { $0.difference.summary.maximum == 0 })
    #expect(comparison.preventions.isEmpty)
  }

  @Test("what is prevented is what is seized more, kilogram by kilogram")
  func prevention() throws {
    let comparison = Comparison(
      base: try result(), variant: try result(cost: 1000) { $0.agencies[0].skill = 4 })
    let seized = try #require(
      comparison.rows.first { $0.column.response == .seizedKilograms }
    ).difference.summary
    let prevention = try #require(comparison.preventions.first)
    #expect(abs(prevention.kilograms.summary.mean - seized.mean) < 1e-4)
    #expect(seized.mean > 100)
    #expect(comparison.extraCost == 1000)
    let kilograms = try #require(prevention.kilograms.summary.interval)
    let price = try #require(prevention.costPerKilogram)
    #expect(abs(price.lower - 1000 / kilograms.upper) < 1e-9)
    #expect(abs(price.upper - 1000 / kilograms.lower) < 1e-9)
  }

  /// A transit of 90 days instead of 30 leaves some 180 kg more on the way at the end.
  @Test("what is merely delayed is not prevented")
  func delay() throws {
    let comparison = Comparison(
      base: try result(),
      variant: try result(cost: 1000) { $0.corridors[0].transitDays = .always(90) })
    let delivered = try #require(
      comparison.rows.first { $0.column.response == .deliveredKilograms }
    ).difference.summary
    #expect(delivered.mean < -100)
    // Fewer have come to the place where they would be seized.
    let prevention = try #require(comparison.preventions.first)
    #expect(prevention.kilograms.summary.mean < 0)
    #expect(prevention.costPerKilogram == nil)
  }
}
