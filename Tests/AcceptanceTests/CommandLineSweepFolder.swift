import Testing

/// A sweep of the small scenario: two scenarios, four points each, three replications.
struct CommandLineSweepFolder {
  let folder: CommandLineFolder
  /// The folder of the sweep.
  let path: String

  /// Runs the sweep.
  init() throws {
    folder = try CommandLineFolder()
    path = folder.path("sweep")
    let ending = try CommandLineProcess.panj(
      "sweep", try Self.putExperiment(into: folder), "--out", path, "--quiet")
    try #require(ending.status == 0, "\(ending.text)")
  }

  /// Writes the experiment and its scenarios, and gives its path.
  static func putExperiment(into folder: CommandLineFolder) throws -> String {
    let small = try CommandLineRepository.smallScenarioText()
    try folder.put("small.json", small)
    try folder.put(
      "guarded.json", try small.replacingOnce("\"skill\": 0.75", with: "\"skill\": 1"))
    return try folder.put(
      "experiment.json",
      """
      {
        "format": "panj-experiment/1", "title": "Sensors, \\"patrols\\" and demand",
        "description": "For tests of files.",
        "scenarios": {"base": "small.json", "guarded": "guarded.json"},
        "factors": {
          "sensors": {
            "parameter": "/frontiers/tjk-afg/sections/lowland/sensors/detectionProbability",
            "levels": [0.1, 0.4]
          },
          "routing": {"choice": "/routing", "words": ["recursiveLogit", "fixed"]}
        },
        "replications": 3,
        "responses": {
          "seized_kg": {"columns": ["seized_kg__heroin", "seized_kg__opium"]},
          "mean_seizure_kg": {"columns": ["mean_seized_consignment_kg__opium"]},
          "spring_kg": {"series": "delivered_kg", "commodity": "heroin", "from": "2023-03-01"}
        }
      }
      """)
  }
}
