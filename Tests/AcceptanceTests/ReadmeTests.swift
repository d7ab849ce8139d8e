import FlowSimulation
import Foundation
import ScenarioFormat
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

  @Test("its variant can be run from the project's folder, and its policy has effect")
  func variant() throws {
    let parts = text.components(separatedBy: "```json\n")
    try #require(parts.count == 2, "the README has one JSON example")
    let json = try #require(parts[1].components(separatedBy: "```").first)
    let folder = try CommandLineFolder()
    let path = try folder.put("my-variant.json", json)
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("scenarios"),
      withDestinationPath: CommandLineRepository.root + "/scenarios")
    let scenario = try ScenarioDocument(path: path).scenario
    #expect(scenario.stages.count > 1)
    _ = try CompiledNetwork(scenario)
  }

  @Test(
    "every command that it names exists",
    arguments: [
      "run", "compare", "validate", "describe", "schema", "completion",
    ])
  func commands(name: String) throws {
    #expect(text.contains("panj \(name) "))
    let ending = try CommandLineProcess([name, "--help"]).ending()
    #expect(ending.status == 0)
  }
}
