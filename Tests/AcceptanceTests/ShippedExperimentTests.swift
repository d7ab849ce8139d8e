import Foundation
import ScenarioFormat
import Sweeps
import TestSupport
import Testing

/// What is promised of experiments on the scenarios that come with the program.
@Suite("Experiments on the shipped baseline")
struct ShippedExperimentTests {
  @Test(
    "Every combination of annotated quantities that a design visits is a scenario",
    arguments: ["kind", "none"])
  func annotated(together: String) throws {
    let folder = try TemporaryFolder()
    let baseline = CommandLineRepository.root + "/scenarios/northern-route.json"
    try folder.put(
      "all.json",
      """
      {
        "format": "panj-experiment/1", "title": "All ranges", "description": "For tests.",
        "scenarios": {"baseline": "\(baseline)"},
        "annotatedQuantities": {"together": "\(together)"},
        "design": {"latinHypercube": {"points": 12}}, "replications": 1,
        "responses": {"delivered_kg": {"columns": ["delivered_kg__heroin"]}}
      }
      """)
    let experiment = try ExperimentReader.read(path: folder.path("all.json"))
    let points = SweepPoints(of: experiment)
    for point in 0..<experiment.pointCount {
      #expect(throws: Never.self, "point \(point)") {
        try ScenarioDocument.scenario(of: points.document(ofPoint: point))
      }
    }
  }
}
