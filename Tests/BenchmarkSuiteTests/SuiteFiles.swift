import FlowSimulation
import Foundation
import TestSupport

/// What the tests of the benchmarks run on.
enum SuiteFiles {
  /// The project's folder.
  static var root: String {
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path
  }

  /// A supply, two corridors in a row and a market.
  static func smallNetwork() throws -> CompiledNetwork {
    var network = TestNetwork()
    network.agency("police")
    network.corridor("first", "origin", "city", detections: ["police": 0.1])
    network.corridor("second", "city", "end", detections: ["police": 0.2])
    network.market("market", at: "end")
    network.steadySupply("field", at: "origin", perDay: 2)
    return try network.network()
  }
}
