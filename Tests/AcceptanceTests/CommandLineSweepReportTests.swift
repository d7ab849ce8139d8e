import Foundation
import Testing

/// What a sweep says on the terminal, besides sensitivity.
@Suite("The command line: the report of a sweep")
struct CommandLineSweepReportTests {
  private let folder: CommandLineFolder

  init() throws {
    folder = try CommandLineFolder()
    let small = try CommandLineRepository.smallScenarioText()
    try folder.put("small.json", small)
    try folder.put(
      "guarded.json", try small.replacingOnce("\"skill\": 0.75", with: "\"skill\": 1"))
  }

  /// Runs a sweep of some members and gives its report.
  private func report(_ members: String) throws -> String {
    let path = try folder.put(
      "experiment.json",
      """
      {
        "format": "panj-experiment/1", "title": "A test", "description": "For tests.",
        \(members)
        "responses": {
          "seized_kg": {"columns": ["seized_kg__heroin"]},
          "many": {"columns": ["seized_kg__heroin"], "above": 10},
          "never": {"columns": ["seized_kg__heroin"], "above": 1e9}
        }
      }
      """)
    let ending = try CommandLineProcess.panj(
      "sweep", path, "--out", folder.path("sweep"), "--replace", "--quiet")
    #expect(ending.status == 0, "\(ending.text)")
    let analysis = try CommandLineProcess.panj("analyze", folder.path("sweep"))
    #expect(analysis.status == 0, "\(analysis.text)")
    return analysis.outputText
  }

  private static let factor = """
    "factors": {
      "sensors": {
        "parameter": "/frontiers/tjk-afg/sections/lowland/sensors/detectionProbability",
        "levels": [0.1, 0.4]
      }
    },
    """

  @Test("One scenario with factors: what each point changes against the first, by pairs")
  func factors() throws {
    let text = try report(
      "\"scenarios\": {\"base\": \"small.json\"}, \"replications\": 8, " + Self.factor)
    #expect(text.contains("Difference from point 0"), "\(text)")
    #expect(text.contains("VR: variance ratio, what pairing has won for seized_kg"))
  }

  @Test("Without common random numbers the report has no variance ratio, and says why")
  func independent() throws {
    let text = try report(
      "\"scenarios\": {\"base\": \"small.json\"}, \"replications\": 8, "
        + "\"commonRandomNumbers\": false, " + Self.factor)
    #expect(text.contains("differences of independent means") && !text.contains("VR"), "\(text)")
  }

  @Test("Of many points the report says how means are spread")
  func ranges() throws {
    let levels = (0..<41).map { "\(0.01 * Double($0 + 1))" }.joined(separator: ", ")
    let text = try report(
      "\"scenarios\": {\"base\": \"small.json\"}, \"replications\": 1, "
        + Self.factor.replacingOccurrences(of: "0.1, 0.4", with: levels))
    #expect(text.contains("Means of the points, from least to greatest"), "\(text)")
  }

  @Test("A chance has an interval that does not lie evenly about it")
  func chance() throws {
    let text = try report("\"scenarios\": {\"base\": \"small.json\"}, \"replications\": 30, ")
    #expect(text.contains("0 (0 to 0.11)"), "\(text)")
  }

  @Test("Points that end without the precision asked for are counted, with the reason")
  func precision() throws {
    let text = try report(
      """
      "scenarios": {"base": "small.json"},
      "replications": {"response": "never", "relative": 0.5, "atMost": 20},
      """)
    #expect(
      text.contains(
        "1 point has the 20 replications allowed without the precision asked for, "
          + "1 of them because never is 0 on average"), "\(text)")
  }

  @Test("A selection says how far each is from the first, and a tie that it is one")
  func selection() throws {
    let text = try report(
      """
      "scenarios": {"base": "small.json", "same": "small.json", "guarded": "guarded.json"},
      "replications": 40,
      "selection": {
        "rule": "ocba", "response": "seized_kg", "goal": "maximise", "budget": 200
      },
      """)
    #expect(text.contains("From #1: over the replications that both have"), "\(text)")
    #expect(text.contains("Note: 80 replications of the budget of 200 were not made"), "\(text)")
    let table = try #require(folder.text("sweep/selection.csv"))
    #expect(table.hasPrefix("rank,point_id,scenario,status,n,mean,"), "\(table)")
    let elimination = try report(
      """
      "scenarios": {"base": "small.json", "same": "small.json"},
      "replications": 40, "seed": 2,
      "selection": {
        "rule": "kimNelson", "response": "seized_kg", "goal": "maximise", "indifference": 1
      },
      """)
    #expect(elimination.contains("in the race, a tie with #1"), "\(elimination)")
    #expect(elimination.contains("base, same came to the same in all of them"))
  }
}
