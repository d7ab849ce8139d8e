import Foundation
import Testing

/// A sweep's memory does not grow with its rows.
///
/// With the program that `PANJ_RELEASE` names, as `.ci/run` does: a debug build takes minutes.
@Suite("The memory of a large sweep")
struct SweepMemoryTests {
  static let program = ProcessInfo.processInfo.environment["PANJ_RELEASE"]

  private let folder: CommandLineFolder

  init() throws { folder = try CommandLineFolder() }

  /// The most memory (bytes) that a sweep over so many points, two replications each, has in use,
  /// looked at every 10 ms.
  private func peak(points: Int) throws -> Int {
    try folder.put("small.json", try CommandLineRepository.smallScenarioText())
    let path = try folder.put(
      "experiment.json",
      """
      {"format": "panj-experiment/1", "title": "Rows", "description": "Many.",
       "scenarios": {"base": "small.json"},
       "factors": {"skill": {"parameter": "/agencies/*/skill",
         "distribution": {"uniform": {"lower": 0.1, "upper": 1}}}},
       "design": {"sobol": {"points": \(points), "scrambled": true}}, "replications": 2,
       "responses": {"seized": {"columns": ["seized_kg__heroin"]}}}
      """)
    let sweep = try CommandLineProcess(
      ["sweep", path, "--out", folder.path("out-\(points)"), "-q"],
      program: try #require(Self.program), limit: 300)
    let peak = sweep.peakMemory(pollingEvery: 0.01)
    #expect(sweep.ending().status == 0)
    return peak
  }

  @Test(
    "6,000 further rows take less than 3 kB each",
    .enabled(if: program != nil, "needs PANJ_RELEASE: the path of an optimised panj"))
  func growth() throws {
    // Peaks of one sweep differ by up to 10 MB, for its few kept networks lie differently in memory
    // each time. A row itself takes some 50 bytes; an array for each point once made it 30 kB.
    let few = try peak(points: 500)
    let many = try peak(points: 3_500)
    #expect(many - few < 6_000 * 3_000, "from \(few) to \(many) bytes")
  }
}
