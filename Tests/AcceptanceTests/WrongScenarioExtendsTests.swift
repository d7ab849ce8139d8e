import Foundation
import ScenarioFormat
import Testing
import TraffickingModel

/// A scenario that says only what differs from another.
@Suite("Scenarios that extend others")
struct WrongScenarioExtendsTests {
  private let folder: CommandLineFolder

  init() throws {
    folder = try CommandLineFolder()
    try folder.put("base.json", try CommandLineRepository.smallScenarioText())
  }

  /// Writes a scenario that extends another.
  @discardableResult
  private func put(_ name: String, extends base: String, _ rest: String = "") throws -> String {
    try folder.put(name, "{\n  \"extends\": \"\(base)\"\(rest.isEmpty ? "" : ",\n  ")\(rest)\n}\n")
  }

  private func problems(_ name: String) -> [ScenarioProblem] {
    do throws(ScenarioError) {
      _ = try ScenarioDocument(path: folder.path(name))
      return []
    } catch {
      return error.problems
    }
  }

  /// Expects one problem, at `/extends` on the second line of a file.
  private func expectRefusal(
    _ name: String, found: String, hint: String? = nil,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let problems = problems(name)
    let problem = try #require(problems.first, sourceLocation: sourceLocation)
    #expect(problems.count == 1 && problem.pointer == "/extends", sourceLocation: sourceLocation)
    #expect(problem.found.contains(found), "\(problem)", sourceLocation: sourceLocation)
    #expect(problem.location?.line == 2, "\(problem)", sourceLocation: sourceLocation)
    if let hint {
      #expect(problem.hint?.contains(hint) == true, "\(problem)", sourceLocation: sourceLocation)
    }
  }

  @Test("What is named is changed, what is null is removed, all else stays")
  func merging() throws {
    let path = try put(
      "child.json", extends: "base.json",
      """
      "title": "Another", "modes": {"road": {"visibility": null, "kilometresPerDay": 300}}
      """)
    let child = try ScenarioDocument(path: path).scenario.contents
    let base = try ScenarioDocument(path: folder.path("base.json")).scenario.contents
    #expect(child.title == "Another")
    #expect(child.modes[0].kilometresPerDay == 300 && child.modes[0].visibility == 1)
    #expect(child.modes[0].delay == base.modes[0].delay)
    #expect(child.corridors == base.corridors && child.supplies == base.supplies)
  }

  @Test("A scenario that changes nothing means the same as what it extends")
  func identity() throws {
    let child = try ScenarioDocument(path: put("child.json", extends: "base.json"))
    let base = try ScenarioDocument(path: folder.path("base.json"))
    #expect(child.scenario == base.scenario)
    #expect(CanonicalJSON.bytes(child.resolved) == CanonicalJSON.bytes(base.resolved))
  }

  @Test("The resolved document does not extend any more")
  func resolved() throws {
    let child = try ScenarioDocument(path: put("child.json", extends: "base.json"))
    #expect(child.resolved["extends"] == nil)
  }

  @Test("A scenario may extend one in the folder above")
  func folderAbove() throws {
    try put("sub/child.json", extends: "../base.json")
    #expect(problems("sub/child.json") == [])
  }

  @Test("Sixteen files may extend each other, seventeen may not")
  func chain() throws {
    try put("1.json", extends: "base.json")
    for number in 2...17 { try put("\(number).json", extends: "\(number - 1).json") }
    #expect(problems("16.json") == [])
    try expectRefusal("17.json", found: "more than 16 files", hint: "shorten the chain")
  }

  @Test("A fault in a base is reported in the base's file")
  func faultInBase() throws {
    try folder.put("broken.json", "{\n  \"format\": \"panj-scenario/1\",\n}\n")
    try put("child.json", extends: "broken.json")
    let problem = try #require(problems("child.json").first)
    #expect(problem.location?.file == folder.path("broken.json") && problem.location?.line == 2)
  }

  @Test("A wrong value is reported in the file that gives it")
  func faultInChild() throws {
    try put("child.json", extends: "base.json", "\"modes\": {\"road\": {\"visibility\": -1}}")
    let problem = try #require(problems("child.json").first)
    #expect(problem.pointer == "/modes/road/visibility")
    #expect(problem.location?.file == folder.path("child.json") && problem.location?.line == 3)
  }

  @Test("A reference to what the child removes is reported where the reference stands")
  func removal() throws {
    try put("child.json", extends: "base.json", "\"agencies\": {\"rus-police\": null}")
    let problem = try #require(problems("child.json").first)
    #expect(problem.pointer == "/corridors/dushanbe--moscow/layers/rus-police")
    #expect(problem.location?.file == folder.path("base.json"))
  }

  @Test("Replacing a distribution by another kind is explained")
  func mergedAlternatives() throws {
    try put(
      "child.json", extends: "base.json",
      "\"modes\": {\"road\": {\"delay\": {\"exponential\": {\"mean\": 1}}}}")
    let problem = try #require(problems("child.json").first)
    #expect(problem.pointer == "/modes/road/delay/exponential")
    #expect(problem.hint?.contains("write \"gamma\": null there to replace it") == true)
  }

  @Test("A base that is not there is reported where it is named")
  func missing() throws {
    try put("child.json", extends: "bsae.json")
    try expectRefusal("child.json", found: "found no file")
  }

  @Test("A base that is a folder is reported where it is named")
  func folderAsBase() throws {
    try folder.put("sub/file.json")
    try put("child.json", extends: "sub")
    try expectRefusal("child.json", found: "is a folder")
  }

  @Test(
    "A scenario that extends itself is refused, however it spells its name",
    arguments: ["child.json", "./child.json"])
  func itself(_ name: String) throws {
    try put("child.json", extends: name)
    try expectRefusal("child.json", found: "extended already", hint: "cannot extend itself")
  }

  @Test("A cycle is refused")
  func cycle() throws {
    try put("a.json", extends: "b.json")
    try put("b.json", extends: "c.json")
    try put("c.json", extends: "a.json")
    try expectRefusal("a.json", found: "\"a.json\", which is extended already")
  }

  @Test("A cycle through a symbolic link is refused")
  func linkedCycle() throws {
    try put("child.json", extends: "link.json")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.json"), withDestinationPath: "child.json")
    try expectRefusal("child.json", found: "extended already")
  }

  @Test(
    "A path that leads elsewhere is refused",
    arguments: ["/etc/hostname", "../../base.json", "sub/../base.json", "..", ".././../x", "a//b"])
  func elsewhere(_ name: String) throws {
    try put("child.json", extends: name)
    try expectRefusal("child.json", found: "\"\(name)\"", hint: "a path relative to this file")
  }

  @Test("A base that is not a name is a wrong value")
  func notAName() throws {
    try folder.put("child.json", "{\"extends\": 7}\n")
    #expect(problems("child.json").contains { $0.pointer == "/extends" })
  }

  @Test("An empty name is refused")
  func emptyName() throws {
    try put("child.json", extends: "")
    try expectRefusal("child.json", found: "\"\"")
  }
}
