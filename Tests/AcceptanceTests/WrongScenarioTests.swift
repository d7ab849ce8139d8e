import Foundation
import ScenarioFormat
import Testing
import TraffickingModel

/// Every way to get a scenario wrong is met with its place, what was found and what is allowed.
@Suite("Wrong scenarios")
struct WrongScenarioTests {
  @Test("The scenario that is made wrong is right to begin with")
  func rightToBeginWith() throws {
    let text = try CommandLineRepository.smallScenarioText()
    #expect(WrongScenario.problems(of: text) == [])
    let fixed = try text.replacingOnce("\"recursiveLogit\"", with: "\"fixed\"")
    #expect(WrongScenario.problems(of: fixed) == [])
  }

  @Test("A text that is not JSON", arguments: WrongScenario.syntax)
  func syntax(_ wrong: WrongScenario) throws { try wrong.check() }

  @Test("A key that is missing, unknown or misplaced", arguments: WrongScenario.keys)
  func keys(_ wrong: WrongScenario) throws { try wrong.check() }

  @Test("A value of the wrong kind or out of range", arguments: WrongScenario.values)
  func values(_ wrong: WrongScenario) throws { try wrong.check() }

  @Test("A range or a source that does not fit its number", arguments: WrongScenario.annotations)
  func annotations(_ wrong: WrongScenario) throws { try wrong.check() }

  @Test("A distribution without meaning", arguments: WrongScenario.distributions)
  func distributions(_ wrong: WrongScenario) throws { try wrong.check() }

  @Test("A reference to what is not there", arguments: WrongScenario.references)
  func references(_ wrong: WrongScenario) throws { try wrong.check() }

  @Test("Things that do not fit together", arguments: WrongScenario.meanings)
  func meanings(_ wrong: WrongScenario) throws { try wrong.check() }

  @Test("A policy that cannot be carried out", arguments: WrongScenario.policies)
  func policies(_ wrong: WrongScenario) throws { try wrong.check() }

  @Test("Shares that do not add up", arguments: WrongScenario.shares)
  func shares(_ wrong: WrongScenario) throws { try wrong.check() }

  @Test("A trade that cannot be", arguments: WrongScenario.trade)
  func trade(_ wrong: WrongScenario) throws { try wrong.check() }

  @Test("Enforcement that cannot be", arguments: WrongScenario.enforcement)
  func enforcement(_ wrong: WrongScenario) throws { try wrong.check() }

  @Test("Organisations that cannot be", arguments: WrongScenario.structures)
  func structures(_ wrong: WrongScenario) throws { try wrong.check() }

  @Test("Intelligence that cannot be", arguments: WrongScenario.intelligence)
  func intelligence(_ wrong: WrongScenario) throws { try wrong.check() }

  @Test("A checkpoint that cannot be", arguments: WrongScenario.checkpoints)
  func checkpoints(_ wrong: WrongScenario) throws { try wrong.check() }

  @Test("The laboratory that is made wrong is right to begin with")
  func rightLaboratory() throws {
    let (passage, replacement) = WrongScenario.rightLaboratory
    let text = try CommandLineRepository.smallScenarioText()
      .replacingOnce(passage, with: replacement)
      .replacingOnce(WrongScenario.bazaar.0, with: WrongScenario.bazaar.1)
    #expect(WrongScenario.problems(of: text) == [])
  }

  @Test("A laboratory that cannot work", arguments: WrongScenario.laboratories)
  func laboratories(_ wrong: WrongScenario) throws { try wrong.check() }

  @Test("A price or a corridor that cannot be", arguments: WrongScenario.restrictions)
  func restrictions(_ wrong: WrongScenario) throws { try wrong.check() }

  @Test("Three faults of shape are three problems, in the order of the file")
  func threeFaultsOfShape() throws {
    let text = try CommandLineRepository.smallScenarioText()
      .replacingOnce("\"routing\"", with: "\"ruoting\"")
      .replacingOnce("\"until\": \"02-20\"", with: "\"until\": \"02-30\"")
      .replacingOnce("\"costPerKilogram\": 20", with: "\"costPerKilogram\": -20")
    #expect(
      WrongScenario.problems(of: text).map(\.pointer) == [
        "/ruoting", "/closures/winter/until", "/corridors/kunduz--khatlon-river/costPerKilogram",
      ])
  }

  @Test("Three faults of meaning are three problems, in the order of the file")
  func threeFaultsOfMeaning() throws {
    let text = try CommandLineRepository.smallScenarioText()
      .replacingOnce("\"end\": \"2023-06-01\"", with: "\"end\": \"2022-06-01\"")
      .replacingOnce("\"lengthKilometres\": 180", with: "\"lengthKilometres\": 150")
      .replacingOnce("\"partKilograms\": 5", with: "\"partKilograms\": 50")
    #expect(
      WrongScenario.problems(of: text).map(\.pointer) == [
        "/period/end", "/frontiers/tjk-afg/lengthKilometres",
        "/places/dushanbe/split/partKilograms",
      ])
  }

  @Test("Problems of meaning come in the order of the file, whatever that is")
  func documentOrder() throws {
    // The same scenario with its last collection first.
    var text = try CommandLineRepository.smallScenarioText()
    let start = try #require(text.range(of: ",\n  \"supplies\":"))
    let end = try #require(text.range(of: ",\n  \"markets\":"))
    let supplies = text[start.lowerBound..<end.lowerBound]
    text.removeSubrange(start.lowerBound..<end.lowerBound)
    text = try text.replacingOnce(
      ",\n  \"period\":", with: supplies + ",\n  \"period\":")
    text = try text.replacingOnce("{\"a\": 2, \"b\": 1}", with: "{\"a\": 0, \"b\": 0}")
      .replacingOnce("\"end\": \"2023-06-01\"", with: "\"end\": \"2022-06-01\"")
    #expect(
      WrongScenario.problems(of: text).map(\.pointer) == [
        "/supplies/kunduz-heroin/organisations", "/period/end",
      ])
  }

  @Test("A problem reads as place, found, allowed and hint")
  func words() throws {
    let text = try CommandLineRepository.smallScenarioText()
      .replacingOnce(
        "\"country\": \"KGZ\", \"latitude\"", with: "\"country\": \"KZG\", \"latitude\"")
    let problem = try #require(WrongScenario.problems(of: text).first)
    let lines = problem.description.split(separator: "\n").map(String.init)
    #expect(lines.count == 4)
    #expect(lines[0].hasPrefix("small.json:") && lines[0].hasSuffix(": /places/osh/country"))
    #expect(lines[1] == "  found \"KZG\"")
    #expect(lines[2] == "  allowed: the identifier of a country, a key of /countries")
    #expect(lines[3] == "  hint: did you mean \"KGZ\"?")
  }

  @Test("More than a hundred problems are counted, not listed")
  func manyProblems() throws {
    let agencies = (0..<300).map { "\"x\($0)\": 1" }.joined(separator: ", ")
    let text = try CommandLineRepository.smallScenarioText()
      .replacingOnce("\"layers\": {\"rus-police\": 0.1}", with: "\"layers\": {\(agencies)}")
    let problems = WrongScenario.problems(of: text)
    #expect(problems.count == 101)
    #expect(problems.last?.found == "found 500 more problems")
  }
}
