import FlowSimulation

/// A response asks for something that a scenario does not have.
struct UnknownResponse: Error {
  /// The key of the response in the experiment that asks for it.
  var key: String
  /// What it says there, where it is a name.
  var name: String
  /// What is missing, in words that complete "found ...".
  var found: String
  /// What may stand there.
  var allowed: String
  /// The names that there are.
  var known: [String] = []

  /// A series that the scenario does not have for such members.
  static func series(_ name: String, _ members: String, among known: [String]) -> UnknownResponse {
    UnknownResponse(
      key: "series", name: name, found: "no series \"\(name)\" \(members)",
      allowed: "a series \(members) in monthly.csv", known: known)
  }

  /// A series that needs a commodity or frontier, or that there is not.
  static func withoutMember(_ name: String, in layout: OutcomeLayout) -> UnknownResponse {
    for (key, series) in [
      ("commodity", layout.series.map(\.rawValue)),
      ("frontier", [Response.attemptedKilogramsByFrontier.rawValue]),
    ] where series.contains(name) {
      return UnknownResponse(
        key: "series", name: "", found: "the series \"\(name)\" without a \(key)",
        allowed: "\"\(name)\" with \"\(key)\"")
    }
    return .series(
      name, "of incidents",
      among: layout.incidents.map(\.name) + layout.series.map(\.rawValue))
  }
}
