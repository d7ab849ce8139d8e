import Foundation
import ScenarioFormat
import Sweeps
import TestSupport
import Testing
import TraffickingModel

/// What each kind of factor does to the scenario at a point.
@Suite("Factors of an experiment")
struct FactorTests {
  private let folder: ExperimentFolder

  init() throws { folder = try ExperimentFolder() }

  @Test(
    "A level sets, scales or is added to every number that * and where select, and no other",
    arguments: [
      ("\"operation\": \"set\", ", 0.5, 0.5), ("", 0.5, 0.5),
      ("\"operation\": \"scale\", ", 0.5, 0.4), ("\"operation\": \"add\", ", 0.1, 0.9),
    ])
  func operations(operation: String, level: Double, expected: Double) throws {
    let document = try folder.document(
      """
      "factors": {"skill": {"parameter": "/agencies/*/skill", "where": {"layer": "borderGuard"},
        \(operation)"levels": [\(level)]}}
      """, point: 0)
    let guardSkill = try #require(document.number("/agencies/guard/skill"))
    #expect(abs(guardSkill - expected) < 1e-15)
    #expect(document.number("/agencies/customs/skill") == 0.6)
    #expect(document["agencies"]?["police"]?["skill"] == nil)
  }

  @Test("A pointer spelt out to the last key reaches a number that is left at its default")
  func defaults() throws {
    let members = """
      "factors": {"skill": {"parameter": "/agencies/police/skill", "levels": [0.25]}}
      """
    #expect(try folder.document(members, point: 0).number("/agencies/police/skill") == 0.25)
  }

  @Test("A policy is off and on, whatever the file says")
  func policy() throws {
    let members = "\"factors\": {\"training\": {\"policy\": \"training\"}}"
    for (point, isOn) in [(0, false), (1, true)] {
      let document = try folder.document(members, point: point)
      #expect(document["policies"]?["training"]?["enabled"]?.bool == isOn)
    }
  }

  @Test("A choice puts each of its words in its place, in an object or in an array")
  func words() throws {
    let members = """
      "factors": {"layer": {"choice": "/agencies/police/layer", "words": ["police", "drugControl"]},
        "bank": {"choice": "/frontiers/tjk-afg/between/0", "words": ["TJK"]}}
      """
    let document = try folder.document(members, point: 1)
    #expect(document["agencies"]?["police"]?["layer"]?.string == "drugControl")
    #expect(document["frontiers"]?["tjk-afg"]?["between"]?[0]?.string == "TJK")
  }

  @Test("Factors act one after the other, in the order of the file")
  func order() throws {
    let document = try folder.document(
      """
      "factors": {
        "first": {"parameter": "/agencies/guard/skill", "levels": [0.4]},
        "second": {"parameter": "/agencies/*/skill", "operation": "scale", "levels": [0.5]}}
      """, point: 0)
    #expect(document.number("/agencies/guard/skill") == 0.2)
    #expect(document.number("/agencies/customs/skill") == 0.3)
  }

  @Test(
    "Annotated numbers that differ only in the entity are one factor, others factors of their own")
  func annotatedByKind() throws {
    let experiment = try folder.experiment(
      "\"annotatedQuantities\": {}, \"design\": {\"grid\": {}}")
    #expect(
      experiment.factors.map(\.id) == [
        "agencies/*/skill", "corridors/*/lengthKilometres", "corridors/*/layers/*",
      ])
    // The grid takes the quantiles 0.05 and 0.95; point 4 has the second level of the first factor.
    let document = try SweepPoints(of: experiment).document(ofPoint: 4).node
    let guardSkill = try #require(document.number("/agencies/guard/skill"))
    #expect(abs(guardSkill - 0.98) < 1e-15)
    let customs = try #require(document.number("/agencies/customs/skill"))
    // The normal distribution reaches beyond 1, by less than 1e-4 of its probability.
    #expect(abs(customs - (0.6 + 0.1 * 1.6448536269514722)) < 1e-4)
    #expect(document.number("/corridors/crossing/lengthKilometres") == 51)
    #expect(document.number("/period/warmUpDays") == 10, "the period is what is asked")
    #expect(document.number("/frontiers/tjk-afg/lengthKilometres") == 100)
  }

  @Test("Annotated numbers can be taken one by one, under some pointers and except others")
  func annotatedOneByOne() throws {
    func ids(_ members: String) throws -> [String] {
      try folder.experiment("\"annotatedQuantities\": {\"together\": \"none\"\(members)}")
        .factors.map(\.id)
    }
    let agencies = ["agencies/guard/skill", "agencies/customs/skill"]
    let corridors = ["corridors/crossing/lengthKilometres", "corridors/crossing/layers/customs"]
    #expect(try ids("") == agencies + corridors)
    #expect(try ids(", \"under\": [\"/agencies\"]") == agencies)
    #expect(
      try ids(", \"under\": [\"/agencies/customs\", \"/corridors/*/layers\"]")
        == [agencies[1], corridors[1]])
    #expect(try ids(", \"except\": [\"/agencies/*/skill\"]") == corridors)
  }

  @Test("Factors that are written down come before those of annotated numbers")
  func both() throws {
    let experiment = try folder.experiment(
      """
      "factors": {"stock": {"parameter": "/supplies/field/initialStockKilograms", "levels": [1]}},
      "annotatedQuantities": {"under": ["/agencies"]}
      """)
    #expect(experiment.factors.map(\.id) == ["stock", "agencies/*/skill"])
  }

  @Test(
    "Numbers that a written factor changes are left out of the annotated ones, whatever it does")
  func leftToWritten() throws {
    let experiment = try folder.experiment(
      """
      "factors": {
        "guard": {"parameter": "/agencies/guard/skill", "operation": "scale", "levels": [0.5, 1]}},
      "annotatedQuantities": {"under": ["/agencies"]}, "design": {"grid": {}}
      """)
    #expect(experiment.factors.map(\.id) == ["guard", "agencies/*/skill"])
    let points = SweepPoints(of: experiment)
    let guardSkill = try (0..<4).map {
      try points.document(ofPoint: $0).node.number("/agencies/guard/skill")
    }
    #expect(guardSkill == [0.4, 0.4, 0.8, 0.8])
    #expect(
      try folder.problems(
        """
        "factors": {"all": {"parameter": "/agencies/*/skill", "levels": [0.5, 1]}},
        "annotatedQuantities": {"under": ["/agencies"]}
        """
      ).first?.found.contains("no other factor changes") == true)
  }

  @Test("Annotated numbers of the first scenario that another one does not have are refused")
  func annotatedElsewhere() throws {
    try folder.temporary.put(
      "without.json",
      ExperimentFolder.scenario.replacingOccurrences(
        of: ", \"customs\": {\"value\": 0.1, \"low\": 0.05, \"high\": 0.3}", with: ""))
    let scenarios = "\"scenarios\": {\"base\": \"river.json\", \"other\": \"without.json\"},"
    let problem = try #require(
      try folder.problems(scenarios + "\"annotatedQuantities\": {}").first)
    #expect(problem.pointer == "/annotatedQuantities")
    #expect(problem.found.contains("/corridors/crossing/layers/customs"), "\(problem)")
    #expect(
      try folder.problems(
        scenarios + "\"annotatedQuantities\": {\"except\": [\"/corridors/*/layers\"]}"
      ).isEmpty)
  }

  @Test("Where a whole number is asked for, whole numbers are sampled without being told")
  func wholeByNature() throws {
    let experiment = try folder.experiment(
      """
      "factors": {"lanes": {"parameter": "/checkpoints/bridge/lanes",
        "distribution": {"uniform": {"lower": 0.5, "upper": 3}}}},
      "design": {"latinHypercube": {"points": 30, "placement": "centred"}}
      """)
    let values = (0..<30).map { experiment.values(ofPoint: $0)[0] }
    for lanes in [1.0, 2, 3] { #expect(values.filter { $0 == .number(lanes) }.count == 10) }
  }

  @Test("The nominal value is the one that the scenario has, where one number or word says it")
  func nominal() throws {
    let experiment = try folder.experiment(
      """
      "factors": {
        "one": {"parameter": "/supplies/field/initialStockKilograms", "levels": [1]},
        "many": {"parameter": "/agencies/*/skill", "levels": [1]},
        "scale": {"parameter": "/agencies/*/skill", "operation": "scale", "levels": [1]},
        "add": {"parameter": "/agencies/*/skill", "operation": "add", "levels": [0]},
        "training": {"policy": "training"},
        "layer": {"choice": "/agencies/police/layer", "words": ["customs"]}},
      "annotatedQuantities": {"under": ["/corridors"]}
      """)
    let document = experiment.scenarios[0].document
    #expect(
      experiment.factors.map { $0.nominalValue(in: document) } == [
        .number(100), .nominal, .number(1), .number(0), .isOn(false), .word("police"),
        .number(60), .number(0.1),
      ])
  }

  @Test("A document whose numbers are changed one by one is the one that is read with them")
  func changes() throws {
    let members = """
      "factors": {"training": {"policy": "training"},
        "skill": {"parameter": "/agencies/*/skill", "operation": "scale", "levels": [0.5, 1.1]}}
      """
    let points = SweepPoints(of: try folder.experiment(members))
    for point in 0..<4 {
      let changed = try points.document(ofPoint: point)
      let read = try ScenarioDocument(changed.node)
      #expect(try ScenarioDocument.scenario(of: changed) == read.scenario)
    }
  }
}
