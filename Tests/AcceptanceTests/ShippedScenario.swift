import Foundation
import ScenarioFormat
import Testing

/// A shipped scenario, read once for all tests.
struct ShippedScenario: Sendable, CustomTestStringConvertible {
  let path: String
  let document: ScenarioDocument

  var testDescription: String { URL(fileURLWithPath: path).lastPathComponent }

  /// All that are valid; that all are is a test of its own.
  static let all: [ShippedScenario] = CommandLineRepository.shippedScenarios.compactMap { path in
    (try? ScenarioDocument(path: path)).map { ShippedScenario(path: path, document: $0) }
  }

  /// The baseline.
  static func northernRoute() throws -> ScenarioDocument {
    try #require(all.first { $0.testDescription == "northern-route.json" }).document
  }
}
