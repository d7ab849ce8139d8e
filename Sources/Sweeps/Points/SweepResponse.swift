import FlowSimulation
import TraffickingModel

/// What an experiment keeps of a replication under one name: a sum of numbers of its outcome.
public struct SweepResponse: Sendable {
  /// Its name, a column of replications.csv.
  public let id: String
  /// What is added up.
  let source: Source
  /// What the sum is multiplied with.
  let scale: Double

  /// Where the numbers are.
  enum Source: Sendable {
    /// Columns of a run's replications.csv, in which `*` stands for any letters.
    case columns([String])
    /// A monthly series over a window of months.
    case series(name: String, member: Member, from: String?, until: String?)
  }

  /// What a monthly series is about.
  enum Member: Sendable {
    case commodity(String), frontier(String), none
  }

  /// Places in an outcome whose numbers are added up.
  struct Places: Sendable {
    var responses: [Int] = []
    var monthly: [Int] = []
    var crossings: [Int] = []
    var incidents: [Int] = []

    /// Whether nothing is added up: then the sum is 0.
    var isEmpty: Bool {
      responses.isEmpty && monthly.isEmpty && crossings.isEmpty && incidents.isEmpty
    }

    /// The sum; NaN when one of the numbers is not defined.
    func value(in outcome: Outcome) -> Double {
      var sum = 0.0
      for place in responses { sum += outcome.responses[place] }
      for place in monthly { sum += outcome.monthly[place] }
      for place in crossings { sum += outcome.monthlyCrossings[place] }
      for place in incidents { sum += outcome.monthlyIncidents[place] }
      return sum
    }
  }

  /// Where in the outcomes of a scenario the numbers stand.
  ///
  /// - Throws: the name that the scenario does not have, and those it has.
  func places(in layout: OutcomeLayout) throws(UnknownResponse) -> Places {
    switch source {
    case .columns(let patterns):
      let names = layout.columns.map(\.name)
      var places = Places()
      for pattern in patterns {
        let found = names.indices.filter { Self.matches(names[$0], pattern) }
        // A pattern may match nothing: no policy, no cost.
        if found.isEmpty, !pattern.contains("*") {
          throw UnknownResponse(name: pattern, known: names)
        }
        places.responses += found
      }
      return places
    case .series(let name, let member, let from, let until):
      let months = layout.months.indices.filter { month in
        (from.map { layout.months[month] >= $0 } ?? true)
          && (until.map { layout.months[month] < $0 } ?? true)
      }
      if months.isEmpty { throw UnknownResponse(name: "the window of time", known: layout.months) }
      return try Self.places(of: name, member, months, in: layout)
    }
  }

  private static func places(
    of name: String, _ member: Member, _ months: [Int], in layout: OutcomeLayout
  ) throws(UnknownResponse) -> Places {
    var places = Places()
    switch member {
    case .commodity(let id):
      guard let series = layout.series.first(where: { $0.rawValue == name }) else {
        throw UnknownResponse(name: name, known: layout.series.map(\.rawValue))
      }
      guard let commodity = layout.commodities.firstIndex(of: id) else {
        throw UnknownResponse(name: id, known: layout.commodities)
      }
      places.monthly = months.map {
        layout.monthlyIndex(month: $0, series: series, commodity: commodity)
      }
    case .frontier(let id):
      guard name == Response.attemptedKilogramsByFrontier.rawValue else {
        throw UnknownResponse(
          name: name, known: [Response.attemptedKilogramsByFrontier.rawValue])
      }
      guard let frontier = layout.frontiers.firstIndex(of: id) else {
        throw UnknownResponse(name: id, known: layout.frontiers)
      }
      places.crossings = months.map { $0 * layout.frontiers.count + frontier }
    case .none:
      guard let incident = layout.incidents.firstIndex(where: { $0.name == name }) else {
        throw UnknownResponse(name: name, known: layout.incidents.map(\.name))
      }
      places.incidents = months.map { $0 * layout.incidents.count + incident }
    }
    return places
  }

  /// Whether a name has the form of a pattern, in which `*` stands for any letters.
  static func matches(_ name: String, _ pattern: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return name == pattern }
    guard name.hasPrefix(parts[0]) else { return false }
    var rest = name.dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() where !part.isEmpty {
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }
}

/// A response asks for something that a scenario does not have.
struct UnknownResponse: Error {
  var name: String
  var known: [String]
}
