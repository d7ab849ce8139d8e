import Foundation
import ScenarioFormat
import Sweeps
import TestSupport
import Testing
import TraffickingModel

/// Everything that can be wrong with an experiment file is said where it stands.
@Suite("Errors in an experiment file")
struct ExperimentErrorTests {
  private let folder: ExperimentFolder

  init() throws { folder = try ExperimentFolder() }

  /// Members, the pointer of the first problem, and a part of what is said.
  static let wrongFactors: [(members: String, pointer: String, said: String)] = [
    ("\"parameter\": \"/agencies/*/skil\", \"levels\": [1]", "/parameter", "selects no number"),
    ("\"parameter\": \"agencies\", \"levels\": [1]", "/parameter", "not a JSON Pointer"),
    ("\"parameter\": \"/agencies/*/skill\"", "", "without \"levels\""),
    ("\"parameter\": \"/agencies/*/skill\", \"levels\": [0.5, -1]", "/levels/1", "above 0"),
    ("\"parameter\": \"/checkpoints/*/lanes\", \"levels\": [1.5]", "/levels/0", "whole number"),
    ("\"parameter\": \"/agencies/*/skill\", \"levels\": []", "/levels", "1 to 10000"),
    (
      "\"parameter\": \"/agencies/guard/skill\", \"where\": {\"a\": \"b\"}, \"levels\": [1]",
      "/where", "has no *"
    ),
    (
      "\"parameter\": \"/agencies/*/skill\", \"where\": {\"layer\": \"army\"}, \"levels\": [1]",
      "/parameter", "selects no number"
    ),
    (
      "\"parameter\": \"/agencies/*/skill\", \"levels\": [1], \"whole\": true", "/whole",
      "at most one of"
    ),
    (
      "\"parameter\": \"/agencies/*/skill\", "
        + "\"distribution\": {\"uniform\": {\"lower\": -2, \"upper\": -1}}",
      "/distribution", "nothing is left"
    ),
    (
      "\"parameter\": \"/agencies/*/skill\", "
        + "\"distribution\": {\"uniform\": {\"lower\": 1, \"upper\": 0}}",
      "/distribution/uniform/upper", "values that increase"
    ),
    ("\"policy\": \"trainig\"", "/policy", "did you mean \"training\"?"),
    ("\"policy\": \"training\", \"levels\": [1]", "/levels", "at most one of"),
    ("\"policy\": \"training\", \"where\": {\"a\": \"b\"}", "/where", "at most one of"),
    ("\"policy\": \"training\", \"operation\": \"set\"", "/operation", "at most one of"),
    ("\"choice\": \"/routing\"", "/choice", "without \"words\""),
    ("\"choice\": \"/period\", \"words\": [\"a\"]", "/choice", "has no word"),
    (
      "\"choice\": \"/routing\", \"words\": [\"recursiveLogit\", \"recursivelogit\"]", "/words/1",
      "did you mean \"recursiveLogit\"?"
    ),
    ("\"choice\": \"/corridors/crossing/to\", \"words\": [\"nrth\"]", "/words/0", "\"north\"?"),
    (
      "\"parameter\": \"/agencies/*/skill\", \"levels\": [0.5, 1, 0.50]", "/levels/2",
      "stands at /factors/f/levels/0 already"
    ),
    (
      "\"choice\": \"/agencies/police/layer\", \"words\": [\"police\", \"police\"]", "/words/1",
      "stands at /factors/f/words/0 already"
    ),
    ("\"levels\": [1]", "", "at least one of"),
    ("\"parametre\": \"/agencies/*/skill\", \"levels\": [1]", "/parametre", "\"parameter\"?"),
  ]

  @Test("A factor that stands for nothing is refused where it is wrong", arguments: wrongFactors)
  func factors(members: String, pointer: String, said: String) throws {
    let problem = try #require(
      try folder.problems("\"factors\": {\"f\": {\(members)}}").first, "nothing was refused")
    #expect(problem.pointer == "/factors/f" + pointer)
    #expect(problem.description.contains(said), "\(problem)")
    let location = try #require(problem.location)
    #expect(location.file == folder.temporary.path("experiment.json") && location.line == 8)
  }

  /// Two factors, and what is said of the second; nothing where they go together.
  static let pairs: [(first: String, second: String, said: String?)] = [
    (
      "\"parameter\": \"/agencies/*/skill\", \"levels\": [1]",
      "\"parameter\": \"/agencies/guard/skill\", \"levels\": [0.5]",
      "sets /agencies/guard/skill, which the factor \"a\" at /factors/a changes before it"
    ),
    (
      "\"parameter\": \"/agencies/*/skill\", \"operation\": \"scale\", \"levels\": [1]",
      "\"parameter\": \"/agencies/guard/skill\", \"levels\": [0.5]", "\"a\" at /factors/a"
    ),
    ("\"policy\": \"training\"", "\"policy\": \"training\"", "/policies/training/enabled"),
    (
      "\"choice\": \"/routing\", \"words\": [\"recursiveLogit\"]",
      "\"choice\": \"/routing\", \"words\": [\"recursiveLogit\"]", "sets /routing"
    ),
    (
      "\"parameter\": \"/agencies/guard/skill\", \"levels\": [1]",
      "\"parameter\": \"/agencies/customs/skill\", \"levels\": [0.5]", nil
    ),
    (
      "\"parameter\": \"/agencies/*/skill\", \"levels\": [0.5]",
      "\"parameter\": \"/agencies/guard/skill\", \"operation\": \"scale\", \"levels\": [1]", nil
    ),
    (
      "\"parameter\": \"/agencies/*/skill\", \"operation\": \"add\", \"levels\": [0.1]",
      "\"parameter\": \"/agencies/*/skill\", \"operation\": \"scale\", \"levels\": [1]", nil
    ),
  ]

  @Test("A factor that would switch another off is refused with both names", arguments: pairs)
  func overlaps(first: String, second: String, said: String?) throws {
    let problems = try folder.problems(
      "\"factors\": {\"a\": {\(first)}, \"b\": {\(second)}}")
    #expect(problems.count == (said == nil ? 0 : 1), "\(problems)")
    guard let said, let problem = problems.first else { return }
    #expect(problem.pointer == "/factors/b" && problem.found.contains("\"b\""))
    #expect(problem.found.contains(said), "\(problem)")
  }

  @Test("What is wrong with factors, responses and design is said at once")
  func together() throws {
    let problems = try folder.problems(
      """
      "factors": {
        "a": {"parameter": "/agencies/*/skil", "levels": [1]}, "b": {"policy": "trainig"},
        "c": {"parameter": "/agencies/guard/skill", "levels": [1, 2]}},
      "responses": {"x": {"columns": ["seized"]}, "y": {"columns": ["seized_kg__heroin"]},
        "z": {"series": "words"}},
      "design": {"saltelli": {"basePoints": 12}}
      """)
    #expect(
      problems.map(\.pointer) == [
        "/factors/a/parameter", "/factors/b/policy", "/responses/x/columns/0",
        "/responses/z/series", "/design/saltelli/basePoints",
      ])
    #expect(problems.allSatisfy { $0.location != nil })
  }

  @Test("A first stage beyond the most that a point may have is refused")
  func firstBeyondMost() throws {
    let problems = try folder.problems(
      """
      "replications": {"response": "y", "relative": 0.1, "first": 100, "atMost": 20},
      "responses": {"y": {"columns": ["seized_kg__heroin"]}}
      """)
    #expect(problems.map(\.pointer) == ["/replications/first"])
  }

  @Test("What is wrong with several scenarios is said at once")
  func scenariosTogether() throws {
    let problems = try folder.problems("\"scenarios\": {\"a\": \"no.json\", \"b\": \"none.json\"}")
    #expect(problems.map(\.pointer) == ["/scenarios/a", "/scenarios/b"])
  }

  @Test("No factor has the name of another column of design.csv")
  func reservedName() throws {
    let problems = try folder.problems("\"factors\": {\"scenario\": {\"policy\": \"training\"}}")
    #expect(problems.first?.pointer == "/factors/scenario")
  }

  @Test(
    "Pointers to annotated numbers that find none are refused",
    arguments: [
      ("\"under\": [\"/markets\"]", "", "no number with a range"),
      ("\"under\": [\"markets\"]", "/under/0", "not a JSON Pointer"),
      ("\"together\": \"all\"", "/together", "kind"),
    ])
  func annotated(members: String, pointer: String, said: String) throws {
    let problem = try folder.problems("\"annotatedQuantities\": {\(members)}").first
    #expect(problem?.pointer == "/annotatedQuantities" + pointer)
    #expect(problem?.description.contains(said) == true, "\(String(describing: problem))")
  }

  /// Selections that cannot be made, among three scenarios unless others are given.
  static let wrongSelections: [(members: String, others: String, pointer: String, said: String)] = [
    ("\"rule\": \"kimNelson\"", "", "", "without \"indifference\""),
    ("\"rule\": \"kimNelson\", \"indifference\": 1, \"budget\": 90", "", "/budget", "remove it"),
    ("\"rule\": \"ocba\"", "", "", "without \"budget\""),
    ("\"rule\": \"ocba\", \"budget\": 29", "", "/budget", "at least 30"),
    ("\"rule\": \"ocba\", \"budget\": 99, \"indifference\": 1", "", "/indifference", "remove it"),
    (
      "\"rule\": \"kimNelson\", \"indifference\": 1, \"errorProbability\": 0.5", "",
      "/errorProbability", "below 0.5"
    ),
    (
      "\"rule\": \"kimNelson\", \"indifference\": 1", "\"replications\": 9, ", "", "at least 10"
    ),
    (
      "\"rule\": \"kimNelson\", \"indifference\": 1",
      "\"replications\": {\"response\": \"seized\", \"relative\": 0.1, \"atMost\": 50}, ", "",
      "\"replications\": 1000"
    ),
    (
      "\"rule\": \"kimNelson\", \"indifference\": 1",
      "\"scenarios\": {\"one\": \"river.json\"}, \"replications\": 100, ", "", "at least 2"
    ),
    (
      "\"rule\": \"kimNelson\", \"indifference\": 1, \"cost\": \"seized\"",
      "\"scenarios\": {\"one\": \"river.json\", \"two\": \"river.json\"}, \"replications\": 100, ",
      "", "at least 3"
    ),
    (
      "\"rule\": \"kimNelson\", \"indifference\": 1",
      "\"responses\": {\"seized\": {\"columns\": [\"seized_kg__heroin\"], \"above\": 0}}, ",
      "/response", "which is 1 or 0"
    ),
    (
      "\"rule\": \"ocba\", \"budget\": 99, \"cost\": \"any\"",
      "\"responses\": {\"seized\": {\"columns\": [\"seized_kg__heroin\"]}, "
        + "\"any\": {\"columns\": [\"seized_kg__heroin\"], \"below\": 1}}, ", "/cost",
      "which is 1 or 0"
    ),
    (
      "\"rule\": \"kimNelson\", \"indifference\": 1",
      "\"replications\": 99, \"factors\": {\"f\": {\"policy\": \"training\"}}, ", "",
      "with factors"
    ),
  ]

  @Test("A selection that cannot be made is refused with what to do", arguments: wrongSelections)
  func selections(members: String, others: String, pointer: String, said: String) throws {
    var experiment = others
    if !others.contains("scenarios") {
      experiment += """
        "scenarios": {"a": "river.json", "b": "river.json", "c": "river.json"},
        """
    }
    if !others.contains("replications") { experiment += "\"replications\": 100, " }
    experiment += "\"selection\": {\"response\": \"seized\", \"goal\": \"maximise\", \(members)}"
    let problem = try #require(try folder.problems(experiment).first, "nothing was refused")
    #expect(problem.pointer == "/selection" + pointer, "\(problem)")
    #expect(problem.description.contains(said), "\(problem)")
  }

  @Test("A selection that can be made is read")
  func soundSelection() throws {
    let experiment = try folder.experiment(
      """
      "scenarios": {"a": "river.json", "b": "river.json"}, "base": "b", "replications": 100,
      "selection": {"rule": "ocba", "response": "seized", "goal": "minimise", "budget": 30}
      """)
    #expect(experiment.selection?.rule == .ocba(budget: 30) && experiment.base == 1)
    #expect(experiment.selection?.isMaximised == false && experiment.plannedUnits == nil)
  }

  @Test(
    "A scenario file that cannot be read is said where the experiment names it",
    arguments: ["missing.json", "", "no/such/folder.json"])
  func missingScenario(file: String) throws {
    let problem = try #require(
      try folder.problems("\"scenarios\": {\"base\": \"\(file)\"}").first)
    #expect(problem.pointer == "/scenarios/base")
    #expect(problem.location?.file == folder.temporary.path("experiment.json"))
  }

  @Test("What is wrong with a scenario is said in its own file")
  func wrongScenario() throws {
    try folder.temporary.put(
      "wrong.json", ExperimentFolder.scenario.replacingOccurrences(of: "Tajikistan", with: ""))
    let problem = try folder.problems("\"scenarios\": {\"base\": \"wrong.json\"}").first
    #expect(problem?.location?.file == folder.temporary.path("wrong.json"))
    #expect(problem?.pointer == "/countries/TJK/name")
  }

  @Test("Everything that the shape refuses is said at once, with line and column")
  func shape() throws {
    do {
      _ = try folder.read(
        """
        {"format": "panj-experiment/1", "title": "",
         "scenarios": {}, "replications": 0,
         "responses": {"Seized": {"columns": ["seized_kg__heroin"]}}, "base": "x"}
        """)
      Issue.record("nothing was refused")
    } catch let error as ScenarioError {
      #expect(
        error.problems.map(\.pointer).sorted() == [
          "/base", "/description", "/replications", "/responses/Seized", "/scenarios", "/title",
        ])
      let base = try #require(error.problems.first { $0.pointer == "/base" }?.location)
      #expect(base.line == 3 && base.column == 71)
    }
  }
}
