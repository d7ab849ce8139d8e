import BenchmarkSuite
import Foundation
import Reporting
import ResultFiles

/// What the event loop asked of the runtime, scenario by scenario.
struct CallCounts {
  /// One scenario.
  private struct Row: Encodable {
    var scenario: String
    var events: Int
    var allocations: Int
    var retains: Int
    var releases: Int
    var uniquenessChecks: Int
  }

  private var rows: [Row] = []

  /// Counts over some events of each of some scenario files.
  ///
  /// - Throws: what reading a scenario throws; `LoadError` when the counter has seen nothing of
  ///   that, since it would see nothing of the loop either.
  init(_ paths: [String], events: Int, counter: RuntimeCounter) throws {
    for path in paths {
      let load = try ScenarioLoad(path: path)
      let seen = counter.counts
      if [seen.allocations, seen.retains, seen.releases, seen.uniquenessChecks].contains(0) {
        throw LoadError(
          "the counter does not see all calls: reading \(path) came to \(seen.allocations) "
            + "allocations, \(seen.retains) retains, \(seen.releases) releases and "
            + "\(seen.uniquenessChecks) uniqueness checks")
      }
      let (happened, counts) = load.countingLoop(events: events) { counter.counts }
      rows.append(
        Row(
          scenario: path, events: happened, allocations: counts.allocations,
          retains: counts.retains, releases: counts.releases,
          uniquenessChecks: counts.uniquenessChecks))
    }
  }

  /// What the loop does that it never should, in any scenario; `nil` when all is well.
  var fault: String? {
    if rows.contains(where: { $0.allocations > 0 }) { return "the event loop allocates" }
    if rows.contains(where: { $0.uniquenessChecks > 0 }) {
      return "the event loop asks whether memory is shared"
    }
    return nil
  }

  /// The counts as a table.
  var table: String {
    var table = TextTable(columns: [
      .init("Scenario"), .init("events", .right), .init("allocations", .right),
      .init("retains", .right), .init("releases", .right), .init("uniqueness checks", .right),
    ])
    for row in rows {
      table.addRow(
        [row.scenario]
          + [row.events, row.allocations, row.retains, row.releases, row.uniquenessChecks].map {
            NumberText.count($0)
          })
    }
    return table.rendered(width: 120)
  }

  /// The counts as JSON: an array with an object for each scenario.
  func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(rows), as: UTF8.self) + "\n"
  }
}
