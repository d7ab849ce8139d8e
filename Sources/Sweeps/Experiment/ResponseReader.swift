import FlowSimulation
import ScenarioFormat
import TraffickingModel

/// Reads what an experiment keeps of a replication and checks it against the scenarios.
struct ResponseReader {
  private let root: Cursor

  init(_ root: Cursor) { self.root = root }

  /// Columns that every table of replications has.
  private static let reservedNames = ["point_id", "replication", "status", "events"]

  /// The responses, in the order of the file.
  ///
  /// - Throws: the first that is not a response of every scenario.
  func responses(
    of scenarios: [Experiment.Scenario]
  ) throws(ScenarioProblem) -> [SweepResponse] {
    var responses: [SweepResponse] = []
    for entry in root["responses"].entries {
      if Self.reservedNames.contains(entry.key) {
        throw entry.value.problem(
          found: "found the name \"\(entry.key)\"",
          allowed: "a name that is no other column of replications.csv",
          hint: "those are \(Self.reservedNames.joined(separator: ", "))")
      }
      responses.append(
        SweepResponse(
          id: entry.key, source: try source(entry.value), scale: entry.value["scale"].number,
          threshold: threshold(entry.value)))
    }
    try check(responses, scenarios)
    return responses
  }

  private func source(_ cursor: Cursor) throws(ScenarioProblem) -> SweepResponse.Source {
    if let columns = cursor.optional("columns") { return .columns(columns.list.map(\.text)) }
    var member = SweepResponse.Member.none
    if let commodity = cursor.optional("commodity") { member = .commodity(commodity.text) }
    if let frontier = cursor.optional("frontier") { member = .frontier(frontier.text) }
    return .series(
      name: cursor["series"].text, member: member, from: try month(cursor.optional("from")),
      until: try month(cursor.optional("until")))
  }

  private func threshold(_ cursor: Cursor) -> SweepResponse.Threshold? {
    if let above = cursor.optional("above") { return .above(above.number) }
    return cursor.optional("below").map { .below($0.number) }
  }

  /// The month that begins on a date, as series name it.
  private func month(_ cursor: Cursor?) throws(ScenarioProblem) -> String? {
    guard let cursor else { return nil }
    guard cursor.text.hasSuffix("-01") else {
      throw cursor.problem(
        found: "found \"\(cursor.text)\", which is inside a month",
        allowed: "the first day of a month: windows are of whole months")
    }
    return String(cursor.text.dropLast(3))
  }

  /// Refuses a response that a scenario does not have.
  private func check(
    _ responses: [SweepResponse], _ scenarios: [Experiment.Scenario]
  ) throws(ScenarioProblem) {
    let entries = root["responses"].entries
    for scenario in scenarios {
      let layout = OutcomeLayout(of: try network(of: scenario))
      for (response, entry) in zip(responses, entries) {
        do throws(UnknownResponse) {
          _ = try response.places(in: layout)
        } catch {
          throw place(of: error, in: entry.value).problem(
            found: "found \(error.found) in the scenario \"\(scenario.label)\"",
            allowed: error.allowed, hint: hint(for: error))
        }
      }
    }
  }

  /// The value that names what is not there.
  private func place(of error: UnknownResponse, in response: Cursor) -> Cursor {
    guard let field = response.optional(error.key) else { return response }
    guard error.key == "columns" else { return field }
    return field.list.first { $0.text == error.name } ?? field
  }

  private func hint(for error: UnknownResponse) -> String? {
    let letters = error.name.filter { $0 != "*" }
    if let nearest = NearestName.suggestion(for: letters, among: error.known) {
      return "did you mean \"\(nearest)\"?"
    }
    return error.known.first.map { "one that it has is \"\($0)\"" }
  }

  /// The network of a scenario as it stands in its file.
  private func network(
    of scenario: Experiment.Scenario
  ) throws(ScenarioProblem) -> CompiledNetwork {
    do throws(ScenarioError) {
      return try CompiledNetwork(scenario.document.scenario)
    } catch {
      throw error.located(in: scenario.document.resolved).problems[0]
    }
  }
}
