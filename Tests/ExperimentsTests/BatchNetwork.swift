import Experiments
import FlowSimulation
import OutputStatistics
import RandomStreams
import TestSupport
import TraffickingModel

/// A small network with chance in everything, and batches of it.
enum BatchNetwork {
  /// Some forty consignments a year over two corridors.
  static func network() throws -> CompiledNetwork {
    var network = TestNetwork()
    network.country("BBB")
    network.frontier("aaa-bbb", between: ["AAA", "BBB"], sections: ["pass": 50], route: "north")
    network.agency("police")
    network.agency("customs", .customs, of: "BBB")
    network.place("origin")
    network.place("city", in: "BBB")
    network.corridor(
      "c", "origin", "city", days: .exponential(Exponential(mean: 9)),
      detections: ["police": 0.1, "customs": 0.2], crossing: "pass")
    network.market("market", at: "city")
    network.supply(
      "field", at: "origin", stock: 200, releasePerYear: 1, shape: 2,
      mass: .lognormal(Lognormal(mean: 4, coefficientOfVariation: 0.8)))
    return try network.network()
  }

  static func run(
    seed: UInt64 = 81, _ stopping: StoppingRule, workers: Int,
    cancellation: Cancellation = Cancellation(),
    onProgress: @escaping @Sendable (BatchProgress) -> Void = { _ in }
  ) throws -> BatchResult {
    let batch = ReplicationBatch(
      of: try network(), plan: BatchPlan(seed: seed, stopping: stopping, workerCount: workers),
      cancellation: cancellation, onProgress: onProgress)
    return try batch.run()
  }

  /// The bits of all that a result holds of its replications: time apart, everything.
  static func bits(_ result: BatchResult) -> [UInt64] {
    let rows = (0..<result.replicationCount).flatMap { replication in
      result.layout.columns.indices.map {
        (result.response($0, replication: replication) ?? .nan).bitPattern
      }
    }
    let tallies = [
      result.tallies, result.monthly, result.monthlyCrossings, result.monthlyIncidents,
      result.corridors,
    ]
    .flatMap { $0 }.flatMap { bits($0) }
    let counts = result.eventCounts.map { UInt64($0) }
    return rows + tallies + counts
      + [UInt64(result.eventCount), result.massBalanceResidual.bitPattern]
  }

  private static func bits(_ tally: Tally) -> [UInt64] {
    [
      UInt64(tally.count), tally.mean.bitPattern, tally.variance.bitPattern,
      tally.minimum.bitPattern, tally.maximum.bitPattern,
    ]
  }

  /// The column of a response of one dimension or none.
  static func column(_ response: Response) throws -> Int {
    let layout = OutcomeLayout(of: try network())
    guard let column = layout.columns.firstIndex(where: { $0.response == response }) else {
      preconditionFailure("no column of \(response)")
    }
    return column
  }
}
