import Dispatch
import Foundation
import ScenarioFormat
import Synchronization
import Testing

/// A shipped scenario, read once for all tests.
struct ShippedScenario: Sendable, CustomTestStringConvertible {
  let path: String
  let document: ScenarioDocument

  var testDescription: String { URL(fileURLWithPath: path).lastPathComponent }

  /// What reading each shipped file came to; they are read side by side, a second each.
  static let readings: [(path: String, document: Result<ScenarioDocument, any Error>)] = {
    let paths = CommandLineRepository.shippedScenarios
    let documents = Mutex(
      [Result<ScenarioDocument, any Error>?](repeating: nil, count: paths.count))
    DispatchQueue.concurrentPerform(iterations: paths.count) { number in
      let document = Result { try ScenarioDocument(path: paths[number]) as ScenarioDocument }
      documents.withLock { $0[number] = document }
    }
    return zip(paths, documents.withLock { $0 }).compactMap { path, document in
      document.map { (path, $0) }
    }
  }()

  /// All that are valid; that all are is a test of its own.
  static let all: [ShippedScenario] = readings.compactMap { path, document in
    (try? document.get()).map { ShippedScenario(path: path, document: $0) }
  }

  /// Those that others extend: all but the policies, which only change numbers of theirs.
  static let bases = all.filter { !$0.path.contains("/policies/") }

  /// The baseline.
  static func northernRoute() throws -> ScenarioDocument {
    try #require(all.first { $0.testDescription == "northern-route.json" }).document
  }
}
