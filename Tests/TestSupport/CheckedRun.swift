import FlowSimulation
import TraffickingModel

/// Runs replications and checks on the way what must hold in every one of them.
package struct CheckedRun {
  private let network: CompiledNetwork
  private let layout: OutcomeLayout

  /// What no replication may do.
  package struct BrokenInvariant: Error, CustomStringConvertible {
    /// What was found.
    package let description: String
  }

  /// How many events pass between two looks at the books.
  private static let eventsBetweenChecks = 997

  /// Runs of one network.
  package init(_ network: CompiledNetwork) {
    self.network = network
    layout = OutcomeLayout(of: network)
  }

  /// What one replication came to.
  ///
  /// - Throws: if an event runs backwards in time or beyond the horizon, if a stock falls below
  ///   zero, or if the masses do not balance to 1e-9, at the end or at any look in between.
  package func reading(seed: UInt64, index: UInt64 = 0) throws(BrokenInvariant) -> Reading {
    var replication = Replication(of: network, seed: seed)
    return try reading(of: &replication, index: index)
  }

  /// What the replications 0 to `count` - 1 came to.
  package func readings(seed: UInt64, count: Int) throws(BrokenInvariant) -> [Reading] {
    var replication = Replication(of: network, seed: seed)
    var readings = [Reading]()
    for index in 0..<count {
      readings.append(try reading(of: &replication, index: UInt64(index)))
    }
    return readings
  }

  private func reading(
    of replication: inout Replication, index: UInt64
  ) throws(BrokenInvariant) -> Reading {
    let horizon = Double(network.scenario.contents.period.simulatedDays)
    var last = 0.0
    replication.begin(index: index)
    while !replication.advance(events: 1) {
      let day = replication.day
      if !(day >= last && day < horizon) {
        throw BrokenInvariant(description: "an event of day \(day) follows day \(last)")
      }
      last = day
      if replication.eventCount.isMultiple(of: Self.eventsBetweenChecks) {
        try check(replication)
      }
    }
    try check(replication)
    return Reading(
      outcome: replication.outcome(in: layout), layout: layout, contents: network.scenario.contents)
  }

  private func check(_ replication: borrowing Replication) throws(BrokenInvariant) {
    let residual = replication.massBalanceResidual()
    if !(residual < 1e-9) {
      throw BrokenInvariant(
        description: "on day \(replication.day) the masses balance only to \(residual)")
    }
    let unaccounted = replication.unaccountedConsignments()
    if unaccounted != 0 {
      throw BrokenInvariant(
        description: "on day \(replication.day) \(unaccounted) consignments are unaccounted for")
    }
    if let stock = replication.kilogramsInSystem().stock.min(), !(stock >= 0) {
      throw BrokenInvariant(description: "on day \(replication.day) a stock is \(stock) kg")
    }
  }
}
