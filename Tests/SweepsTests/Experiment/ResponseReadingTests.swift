import FlowSimulation
import ScenarioFormat
import Sweeps
import Testing
import TraffickingModel

/// What an experiment keeps of a replication.
@Suite("Responses of an experiment file")
struct ResponseReadingTests {
  private let folder: ExperimentFolder

  init() throws { folder = try ExperimentFolder() }

  private func responses(_ members: String) -> String { "\"responses\": {\(members)}" }

  /// The values of responses in a replication, and its whole outcome.
  private func values(_ members: String) throws -> ([Double], Outcome, OutcomeLayout) {
    let points = SweepPoints(of: try folder.experiment(responses(members)))
    let prepared = try points.prepared(0)
    var replication = Replication(of: prepared.network, seed: 1)
    replication.run(index: 0)
    let outcome = replication.outcome(in: prepared.layout)
    return (prepared.responses(of: outcome), outcome, prepared.layout)
  }

  @Test("Columns are added up; * stands for any letters, and no column counts twice")
  func columns() throws {
    let (values, outcome, layout) = try values(
      """
      "one": {"columns": ["seized_kg__heroin"]},
      "two": {"columns": ["seized_kg__heroin", "delivered_kg__heroin"]},
      "all": {"columns": ["delivered_kg__*"]},
      "ends": {"columns": ["*_kg__heroin"]},
      "made": {"columns": ["made_kg_by_laboratory__*"]},
      "twice": {"columns": ["delivered_kg__*", "delivered_kg__heroin", "delivered_kg__*"]}
      """)
    func sum(where isMeant: (String) -> Bool) -> Double {
      zip(layout.columns, outcome.responses).filter { isMeant($0.0.name) }.map(\.1).reduce(0, +)
    }
    #expect(values[0] == sum { $0 == "seized_kg__heroin" })
    #expect(values[1] == sum { ["seized_kg__heroin", "delivered_kg__heroin"].contains($0) })
    #expect(values[2] == sum { $0.hasPrefix("delivered_kg__") })
    #expect(values[3] == sum { $0.hasSuffix("_kg__heroin") })
    #expect(values[4] == 0 && values[5] == values[2])
    #expect(values[0] > 0)
  }

  @Test(
    "Above or below a number makes a response 1 or 0, after its scale; undefined stays undefined")
  func indicators() throws {
    let (values, _, _) = try values(
      """
      "seized": {"columns": ["seized_kg__heroin"]},
      "any": {"columns": ["seized_kg__heroin"], "above": 0},
      "none": {"columns": ["seized_kg__heroin"], "below": 0},
      "tonne": {"columns": ["seized_kg__heroin"], "scale": 0.001, "below": 1},
      "opium": {"columns": ["seized_kg__opium"], "above": 0},
      "mean": {"columns": ["mean_seized_consignment_kg__opium"], "below": 1e9}
      """)
    #expect(values[0] > 0 && values[0] < 1000)
    #expect(Array(values[1...4]) == [1, 0, 1, 0])
    #expect(values[5].isNaN)
  }

  @Test("What a response of yes or no is, is said in its description")
  func indicatorSummary() throws {
    let experiment = try folder.experiment(
      responses("\"a\": {\"columns\": [\"seized_kg__heroin\"], \"above\": 5}"))
    #expect(experiment.responses[0].summary.contains("1 where that is above 5.0, else 0"))
    #expect(experiment.responses[0].isIndicator)
  }

  @Test("Windows of months share a series out between them")
  func windows() throws {
    let (values, outcome, layout) = try values(
      """
      "all": {"series": "delivered_kg", "commodity": "heroin"},
      "first": {"series": "delivered_kg", "commodity": "heroin", "until": "2023-02-01"},
      "middle": {"series": "delivered_kg", "commodity": "heroin",
        "from": "2023-02-01", "until": "2023-03-01"},
      "last": {"series": "delivered_kg", "commodity": "heroin", "from": "2023-03-01"},
      "crossings": {"series": "attempted_kg_by_frontier", "frontier": "tjk-afg"},
      "bribes": {"series": "corrupt-passages"}
      """)
    let series = layout.months.indices.map {
      outcome.monthly[layout.monthlyIndex(month: $0, series: .deliveredKilograms, commodity: 0)]
    }
    #expect(Array(values[1...3]) == series && series.allSatisfy { $0 > 0 })
    #expect(abs(values[0] - series.reduce(0, +)) < 1e-9)
    #expect(values[4] == outcome.monthlyCrossings.reduce(0, +) && values[4] > 0)
    #expect(values[5] == 0)
  }

  /// Responses that there are not, and where and how that is said.
  static let refused: [(members: String, pointer: String, said: String)] = [
    ("\"a\": {\"columns\": [\"seizd_kg__heroin\"]}", "/columns/0", "\"seized_kg__heroin\"?"),
    (
      "\"a\": {\"columns\": [\"seized_kg__heroin\", \"delivred_kg__*\"]}", "/columns/1",
      "no column \"delivred_kg__*\""
    ),
    ("\"a\": {\"columns\": [\"seized_kg__herion*\"]}", "/columns/0", "\"seized_kg__heroin\"?"),
    (
      "\"a\": {\"columns\": [\"cost_usd_by_policy__trianing*\"]}", "/columns/0",
      "\"cost_usd_by_policy__training\"?"
    ),
    (
      "\"a\": {\"columns\": [\"seized_kg__heroin\"], \"above\": 1, \"below\": 2}", "/below",
      "at most one of"
    ),
    ("\"a\": {\"series\": \"seizd_kg\", \"commodity\": \"heroin\"}", "/series", "\"seized_kg\"?"),
    ("\"a\": {\"series\": \"seized_kg\", \"commodity\": \"heroine\"}", "/commodity", "\"heroin\"?"),
    ("\"a\": {\"series\": \"seized_kg\"}", "/series", "\"seized_kg\" with \"commodity\""),
    ("\"a\": {\"series\": \"arests\"}", "/series", "of incidents"),
    ("\"a\": {\"series\": \"seized_kg\", \"frontier\": \"tjk-afg\"}", "/series", "of frontiers"),
    (
      "\"a\": {\"series\": \"seized_kg\", \"commodity\": \"heroin\", \"from\": \"2023-04-01\"}",
      "/from", "2023-01 to 2023-03"
    ),
    (
      "\"a\": {\"series\": \"seized_kg\", \"commodity\": \"heroin\", \"from\": \"2023-02-03\"}",
      "/from", "inside a month"
    ),
    ("\"a\": {\"commodity\": \"heroin\"}", "", "at least one of"),
    ("\"a\": {\"series\": \"seized_kg\", \"columns\": [\"x\"]}", "/series", "at most one of"),
  ]

  @Test(
    "What a scenario does not have is said where it stands, with what it has", arguments: refused)
  func refusals(members: String, pointer: String, said: String) throws {
    let problem = try #require(try folder.problems(responses(members)).first)
    #expect(problem.pointer == "/responses/a" + pointer)
    #expect(problem.description.contains(said), "\(problem)")
    #expect(problem.location?.file.hasSuffix("experiment.json") == true)
  }

  @Test("No response has the name of another column", arguments: ["point_id", "status", "events"])
  func reservedNames(name: String) throws {
    let problems = try folder.problems(
      responses("\"\(name)\": {\"columns\": [\"seizures__heroin\"]}"))
    #expect(problems.first?.pointer == "/responses/\(name)")
  }
}
