import Testing

/// What the report of a sweep says of the ranges of the factors.
@Suite("The command line: means over ranges")
struct CommandLineRangeTests {
  private let folder: CommandLineFolder

  init() throws { folder = try CommandLineFolder() }

  /// The report of a sweep by some design.
  private func report(_ design: String, common: Bool = true) throws -> String {
    let experiment = try folder.put(
      "experiment.json",
      """
      {
        "format": "panj-experiment/1", "title": "A test", "description": "For tests.",
        "scenarios": {"small": "\(CommandLineRepository.smallScenario)"},
        "factors": {
          "skill": {
            "parameter": "/agencies/*/skill", "operation": "scale",
            "distribution": {"uniform": {"lower": 0.99, "upper": 1}}
          }
        },
        "design": {\(design)}, "replications": 1, "commonRandomNumbers": \(common),
        "responses": {"seized_kg": {"columns": ["seized_kg*"]}}
      }
      """)
    let ending = try CommandLineProcess.panj(
      "sweep", experiment, "--out", folder.path("out"), "-q", "--replace")
    try #require(ending.status == 0, "\(ending.text)")
    return ending.outputText
  }

  @Test("Randomisations have a table, with an interval and what was won, beside few points too")
  func randomisations() throws {
    let design = "\"latinHypercube\": {\"points\": 4, \"randomisations\": 3}"
    let own = try report(design, common: false)
    #expect(own.contains("Points\n") && own.contains("Over the ranges of the factors"))
    let row = try #require(own.split(separator: "\n").last { $0.hasPrefix("seized_kg ") })
    #expect(row.contains("±") || row.contains("+/-"))
    #expect(own.contains("3 independent randomisations; VR") && !own.contains("VR below 1"))
    #expect(own.split(separator: "\n").allSatisfy { $0.count <= 80 })
    // Where a factor does next to nothing, common luck is most of what means differ by.
    let common = try report(design)
    #expect(common.contains("luck is the same at all points of a randomisation"))
    #expect(common.contains("VR below 1"))
  }

  @Test("One design has a mean without interval, and the report says why")
  func oneDesign() throws {
    let text = try report("\"latinHypercube\": {\"points\": 41}")
    #expect(text.contains("Mean") && text.contains("No interval of the mean"))
    let row = try #require(text.split(separator: "\n").last { $0.hasPrefix("seized_kg ") })
    #expect(!row.contains("±") && !row.contains("+/-"))
  }

  @Test("Points that are not spread evenly have no mean over ranges")
  func otherDesigns() throws {
    let text = try report("\"fourierAmplitude\": {\"samples\": 65, \"repetitions\": 1}")
    #expect(text.contains("Means of the points, from least to greatest"))
    #expect(!text.contains("No interval") && !folder.contains("out/ranges.csv"))
  }
}
