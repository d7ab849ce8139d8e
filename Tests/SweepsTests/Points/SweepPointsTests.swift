import ResultFiles
import Sweeps
import Testing

/// Points are laid out when their turn comes, and some are kept.
@Suite("Points of a sweep")
struct SweepPointsTests {
  private let folder: ExperimentFolder

  init() throws { folder = try ExperimentFolder() }

  private func experiment(points: Int) throws -> Experiment {
    try folder.experiment(
      """
      "factors": {"skill": {"parameter": "/agencies/*/skill",
        "distribution": {"uniform": {"lower": 0.1, "upper": 1}}}},
      "design": {"sobol": {"points": \(points)}}
      """)
  }

  @Test("Kept or laid out anew, by one worker or event by event, a unit has the same record")
  func sameRecord() throws {
    let experiment = try experiment(points: 5)
    let (kept, forgetful) = (SweepPoints(of: experiment), SweepPoints(of: experiment, keptLimit: 1))
    #expect(kept.keepsAll && !forgetful.keepsAll)
    for replication in 0..<2 {
      for point in 0..<5 {
        let unit = SweepUnit(point: point, replication: replication)
        let record = try kept.record(of: unit)
        #expect(try forgetful.record(of: unit) == record)
        #expect(try kept.record(of: unit) { _ in } == record)
        guard case .done(let responses, let eventCount) = record?.result else {
          Issue.record("\(String(describing: record))")
          continue
        }
        #expect(responses.count == 1 && eventCount > 0)
      }
    }
  }

  @Test("A point whose scenario is wrong is said to be, and leaves the others alone")
  func wrongPoint() throws {
    let experiment = try folder.experiment(
      """
      "factors": {"skill": {"parameter": "/agencies/*/skill", "operation": "add",
        "levels": [0, -2]}}
      """)
    let points = SweepPoints(of: experiment)
    _ = try points.prepared(0)
    #expect(throws: (any Error).self) { try points.prepared(1) }
    #expect(throws: (any Error).self) { try points.prepared(1) }
    _ = try points.prepared(0)
  }
}
