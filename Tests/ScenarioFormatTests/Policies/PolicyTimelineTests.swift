import ScenarioFormat
import Testing
import TraffickingModel

/// Policies in a scenario file: which numbers they change, when, and what is refused.
@Suite("Policies in a scenario")
struct PolicyTimelineTests {
  /// The minimal scenario with one policy of one change.
  private func document(
    _ change: String, from: String = "2024-03-01", besides: String = ""
  ) throws(ScenarioError) -> ScenarioDocument {
    try MinimalScenario.document(
      """
      {
        "agencies": {
          "tjk-police": {"name": "P", "country": "TJK", "layer": "police", "skill": 2},
          "afg-police": {"name": "P", "country": "AFG", "layer": "police"}
        },
        "policies": {"p": {
          "name": "P", "from": "\(from)"\(besides), "changes": {"c": \(change)}
        }}
      }
      """)
  }

  private func refusal(of change: String) -> ScenarioProblem? {
    do throws(ScenarioError) {
      _ = try document(change)
      return nil
    } catch {
      return error.problems.first
    }
  }

  @Test("without policies there is one stage, the contents themselves")
  func noPolicies() throws {
    let scenario = try MinimalScenario.document().scenario
    #expect(scenario.stages.map(\.contents) == [scenario.contents])
  }

  @Test("a stage begins with the policy, and only the numbers named are other ones")
  func oneChange() throws {
    let scenario = try document(
      #"{"parameter": "/modes/road/kilometresPerDay", "scale": 1.5}"#
    ).scenario
    #expect(scenario.stages.map(\.from.description) == ["2024-01-01", "2024-03-01"])
    #expect(scenario.stages[0].contents == scenario.contents)
    var expected = scenario.contents
    expected.modes[0].kilometresPerDay = 150
    #expect(scenario.stages[1].contents == expected)
  }

  @Test("a star stands for every key, and a condition picks among them")
  func conditions() throws {
    let all = try document(#"{"parameter": "/agencies/*/skill", "scale": 3}"#).scenario
    #expect(all.stages[1].contents.agencies.map(\.skill) == [6, 3])
    let some = try document(
      #"{"parameter": "/agencies/*/skill", "where": {"country": "AFG"}, "scale": 3}"#
    ).scenario
    #expect(some.stages[1].contents.agencies.map(\.skill) == [2, 3])
  }

  @Test("a number left at its default can be changed")
  func defaults() throws {
    let scenario = try document(
      #"{"parameter": "/corridors/way/costPerKilogram", "add": 40}"#
    ).scenario
    #expect(scenario.contents.corridors[0].extraCostPerKilogram == 0)
    #expect(scenario.stages[1].contents.corridors[0].extraCostPerKilogram == 40)
  }

  @Test("set, scale and add are reached in part along a ramp")
  func ramp() throws {
    for (operation, full) in [("set\": 7", 7.0), ("scale\": 3.5", 7), ("add\": 5", 7)] {
      let scenario = try document(
        "{\"parameter\": \"/agencies/tjk-police/skill\", \"\(operation)}",
        besides: #", "rampDays": 60"#
      ).scenario
      let skills = scenario.stages.map { $0.contents.agencies[0].skill }
      #expect(skills == [2, 2 + (full - 2) / 4, 2 + (full - 2) * 3 / 4, full])
    }
  }

  @Test("policies act one after the other, in the order of the file")
  func order() throws {
    let scenario = try MinimalScenario.document(
      """
      {"policies": {
        "z": {"name": "Z", "from": "2024-02-01", "changes": {
          "a": {"parameter": "/modes/road/kilometresPerDay", "scale": 2},
          "b": {"parameter": "/modes/road/kilometresPerDay", "add": 1}}},
        "a": {"name": "A", "from": "2024-03-01", "until": "2024-04-01", "changes": {
          "a": {"parameter": "/modes/road/kilometresPerDay", "scale": 10}}}
      }}
      """
    ).scenario
    let speeds = scenario.stages.map { $0.contents.modes[0].kilometresPerDay }
    #expect(speeds == [100, 201, 2010, 201])
  }

  @Test("a policy that is in force before the start makes the first stage")
  func before() throws {
    let scenario = try document(
      #"{"parameter": "/agencies/tjk-police/skill", "set": 9}"#, from: "2020-01-01"
    ).scenario
    #expect(scenario.stages.map(\.from) == [scenario.contents.period.simulationStart])
    #expect(scenario.stages[0].contents.agencies[0].skill == 9)
  }

  @Test("a change that selects nothing says how to find the pointers")
  func nothingSelected() throws {
    let problem = try #require(refusal(of: #"{"parameter": "/agencies/*/skil", "set": 1}"#))
    #expect(problem.pointer == "/policies/p/changes/c/parameter")
    #expect(problem.found.contains("selects no number"))
    #expect(problem.hint?.contains("describe --parameters") == true)
  }

  @Test(
    "what describes the file or its start cannot change on a date",
    arguments: [
      "/period/warmUpDays", "/places/*/latitude", "/supplies/*/initialStockKilograms",
    ])
  func fixed(pointer: String) throws {
    let problem = try #require(refusal(of: #"{"parameter": "\#(pointer)", "set": 1}"#))
    #expect(problem.pointer == "/policies/p/changes/c/parameter")
    #expect(problem.found.contains("cannot change on a date"))
  }

  @Test("a condition needs a star to choose for")
  func conditionWithoutStar() throws {
    let problem = try #require(
      refusal(
        of: #"{"parameter": "/agencies/tjk-police/skill", "where": {"country": "TJK"}, "set": 1}"#))
    #expect(problem.pointer == "/policies/p/changes/c/where")
  }

  @Test("faults of policies and of the rest are told together")
  func together() {
    #expect {
      _ = try MinimalScenario.document(
        """
        {
          "corridors": {"way": {"to": "origin"}},
          "policies": {"p": {"name": "P", "from": "2024-03-01", "changes": {
            "c": {"parameter": "/nothing", "set": 1}, "d": {"parameter": "/period", "set": 1}}}}
        }
        """)
    } throws: { error in
      let pointers = (error as? ScenarioError)?.problems.map(\.pointer) ?? []
      return Set(pointers) == [
        "/corridors/way/to", "/policies/p/changes/c/parameter", "/policies/p/changes/d/parameter",
      ]
    }
  }

  @Test("a number that leaves its range is the policy's fault, with the day")
  func outOfRange() throws {
    let problem = try #require(
      refusal(of: #"{"parameter": "/agencies/tjk-police/skill", "scale": 1000}"#))
    #expect(problem.pointer == "/policies/p/changes/c")
    #expect(problem.found.contains("/agencies/tjk-police/skill to 2000"))
    #expect(problem.found.contains("2024-03-01"))
    #expect(problem.allowed.contains("at most 1000"))
  }

  @Test("a change does exactly one of set, scale and add")
  func operations() throws {
    let two = try #require(
      refusal(of: #"{"parameter": "/agencies/*/skill", "set": 1, "scale": 2}"#))
    #expect(two.pointer == "/policies/p/changes/c/scale")
    let none = try #require(refusal(of: #"{"parameter": "/agencies/*/skill"}"#))
    #expect(none.pointer == "/policies/p/changes/c")
  }

  @Test("a scenario that stops making sense under a policy is refused, with the day")
  func senseless() throws {
    let problem = try #require(
      refusal(
        of: #"{"parameter": "/markets/town/commodities/heroin/demandKilogramsPerYear", "set": 0}"#))
    #expect(problem.pointer == "/supplies/field/organisations/a")
    #expect(problem.hint == "this is so under the policies in force on 2024-03-01")
  }
}
