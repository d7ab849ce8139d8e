import FlowSimulation
import Foundation
import ScenarioFormat
import Sweeps
import Testing
import TraffickingModel

/// What the README shows works as it stands there.
@Suite("The README")
struct ReadmeTests {
  private let text: String

  init() throws {
    let path = CommandLineRepository.root + "/README.md"
    text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
  }

  /// One of the JSON examples, in a folder that has the shipped scenarios beside it.
  private func example(_ number: Int) throws -> (folder: CommandLineFolder, path: String) {
    let parts = text.components(separatedBy: "```json\n")
    try #require(parts.count == 3, "the README has two JSON examples")
    let json = try #require(parts[number + 1].components(separatedBy: "```").first)
    let folder = try CommandLineFolder()
    let path = try folder.put("my-example.json", json)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("scenarios"),
      withDestinationPath: CommandLineRepository.root + "/scenarios")
    return (folder, path)
  }

  @Test("its variant can be run from the project's folder, and its policy has effect")
  func variant() throws {
    let (folder, path) = try example(0)
    defer { _ = folder }
    let scenario = try ScenarioDocument(path: path).scenario
    #expect(scenario.stages.count > 1)
    _ = try CompiledNetwork(scenario)
  }

  @Test("its experiment can be run from the project's folder")
  func experiment() throws {
    let (folder, path) = try example(1)
    defer { _ = folder }
    let experiment = try ExperimentReader.read(path: path)
    #expect(experiment.pointCount == 64)
    #expect(experiment.factors.map(\.id) == ["skill", "corruption"])
    for point in 0..<experiment.pointCount {
      _ = try SweepPoints(of: experiment).prepared(point)
    }
  }

  @Test(
    "every command that it names exists",
    arguments: [
      "run", "compare", "sweep", "analyze", "merge", "slurm", "replay", "validate", "describe",
      "schema", "completion",
    ])
  func commands(name: String) throws {
    #expect(text.contains("panj \(name) "))
    let ending = try CommandLineProcess([name, "--help"]).ending()
    #expect(ending.status == 0)
  }
}
