import Foundation
import Testing

/// What `panj analyze` says of the indices of a sweep, and where it cannot.
@Suite("The command line: indices of a sweep")
struct CommandLineAnalyzeTests {
  private let folder: CommandLineFolder

  init() throws { folder = try CommandLineFolder() }

  /// An experiment with a response that is 0 at every point between two that are not.
  private func put(_ members: String, responses: String? = nil) throws -> String {
    try folder.put(
      "experiment.json",
      """
      {
        "format": "panj-experiment/1", "title": "A test", "description": "For tests.",
        "scenarios": {"small": "\(CommandLineRepository.smallScenario)"},
        "factors": {
          "stock": {
            "parameter": "/supplies/*/initialStockKilograms", "operation": "scale",
            "distribution": {"uniform": {"lower": 0.5, "upper": 2}}
          }
        }, \(members)
        "responses": {
          \(responses ?? """
            "delivered_kg": {"columns": ["delivered_kg__heroin"]}, \(Self.constant),
            "dispatched_kg": {"columns": ["dispatched_kg__heroin"]}
            """)
        }
      }
      """)
  }

  /// A response that is the same at every point.
  private static let constant = "\"nothing\": {\"columns\": [\"corruptly_passed_kg__heroin\"]}"

  private func swept(_ members: String, responses: String? = nil) throws -> String {
    let path = folder.path("sweep")
    let ending = try CommandLineProcess.panj(
      "sweep", try put(members, responses: responses), "--out", path, "--quiet")
    try #require(ending.status == 0, "\(ending.text)")
    return path
  }

  private static let blocks =
    "\"design\": {\"saltelli\": {\"basePoints\": 16}}, \"replications\": 1,"

  @Test("a response without indices says why in its place, and the others follow")
  func oneRefusal() throws {
    let ending = try CommandLineProcess.panj("analyze", try swept(Self.blocks))
    #expect(ending.status == 0, "\(ending.text)")
    let text = ending.outputText
    let places = [
      "What moves delivered_kg", "In small nothing has no indices: it is 0.0 at every point",
      "What moves dispatched_kg",
    ].map { text.range(of: $0)?.lowerBound }
    #expect(!places.contains(nil) && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
    #expect(text.contains("luck is the same at all points of a base point"))
  }

  @Test("without any index the status is 65, and the reason stands in its place")
  func onlyRefusals() throws {
    let ending = try CommandLineProcess.panj(
      "analyze", try swept(Self.blocks, responses: Self.constant))
    #expect(ending.status == 65)
    #expect(ending.outputText.contains("In small nothing has no indices"))
    #expect(ending.errors.contains("no response has indices"))
  }

  @Test("too few resamples are a mistake in the command line", arguments: ["5", "99"])
  func resamples(count: String) throws {
    let path = try swept(
      "\"design\": {\"morris\": {\"trajectories\": 2}}, \"replications\": 1,")
    let ending = try CommandLineProcess.panj("analyze", path, "--resamples", count)
    #expect(ending.status == 64 && !ending.isSignalled)
    #expect(ending.errors.contains("from 100 to 100000"))
    let sound = try CommandLineProcess.panj("analyze", path, "--resamples", "100")
    #expect(sound.status == 0)
    #expect(sound.outputText.contains("another luck gives others"))
  }

  @Test("the plan says what luck is shared, and that a design is too small for its indices")
  func plan() throws {
    let few = try CommandLineProcess.panj(
      "sweep",
      try put("\"design\": {\"sobol\": {\"points\": 2}}, \"replications\": 1,"), "--plan")
    #expect(few.outputText.contains("luck          the same at every point"))
    #expect(few.outputText.contains("2 points are too few: no rank correlations below 4 points"))
    let blocks = try CommandLineProcess.panj("sweep", try put(Self.blocks), "--plan")
    #expect(
      blocks.outputText.contains("luck          the same at all points of a base point"))
    #expect(!blocks.outputText.contains("too few"))
  }
}
