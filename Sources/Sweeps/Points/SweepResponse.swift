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
  /// What makes 1 or 0 of the number, if anything does.
  let threshold: Threshold?

  /// A question of yes or no about a number.
  enum Threshold: Sendable, Equatable {
    /// Whether it is greater than this.
    case above(Double)
    /// Whether it is less than this.
    case below(Double)
  }

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
        if found.isEmpty, !Self.mayMatchNothing(pattern, in: layout) {
          throw UnknownResponse(
            key: "columns", name: pattern, found: "no column \"\(pattern)\"",
            allowed: "a column of a run's replications.csv", known: names)
        }
        // A column that several patterns match counts once.
        places.responses += found.filter { !places.responses.contains($0) }
      }
      return places
    case .series(let name, let member, let from, let until):
      let months = layout.months.indices.filter { month in
        (from.map { layout.months[month] >= $0 } ?? true)
          && (until.map { layout.months[month] < $0 } ?? true)
      }
      if months.isEmpty {
        throw UnknownResponse(
          key: from == nil ? "until" : "from", name: "", found: "no month of this window",
          allowed: "a window of the reported period, \(layout.months.first ?? "") to "
            + "\(layout.months.last ?? "")")
      }
      return try Self.places(of: name, member, months, in: layout)
    }
  }

  /// Whether a pattern that matches no column is one of a response all the same, of which this
  /// scenario has no column at all: no policies, no costs of policies.
  private static func mayMatchNothing(_ pattern: String, in layout: OutcomeLayout) -> Bool {
    guard pattern.contains("*") else { return false }
    let name = pattern.firstRange(of: "__").map { String(pattern[..<$0.lowerBound]) } ?? pattern
    let meant = Response.allCases.filter { matches($0.rawValue, name) }
    return !meant.isEmpty && !layout.columns.contains { meant.contains($0.response) }
  }

  private static func places(
    of name: String, _ member: Member, _ months: [Int], in layout: OutcomeLayout
  ) throws(UnknownResponse) -> Places {
    var places = Places()
    switch member {
    case .commodity(let id):
      guard let series = layout.series.first(where: { $0.rawValue == name }) else {
        throw .series(name, "of commodities", among: layout.series.map(\.rawValue))
      }
      guard let commodity = layout.commodities.firstIndex(of: id) else {
        throw UnknownResponse(
          key: "commodity", name: id, found: "no commodity \"\(id)\"",
          allowed: "a commodity of every scenario", known: layout.commodities)
      }
      places.monthly = months.map {
        layout.monthlyIndex(month: $0, series: series, commodity: commodity)
      }
    case .frontier(let id):
      let known = Response.attemptedKilogramsByFrontier.rawValue
      guard name == known else { throw .series(name, "of frontiers", among: [known]) }
      guard let frontier = layout.frontiers.firstIndex(of: id) else {
        throw UnknownResponse(
          key: "frontier", name: id, found: "no frontier \"\(id)\"",
          allowed: "a frontier of every scenario", known: layout.frontiers)
      }
      places.crossings = months.map { $0 * layout.frontiers.count + frontier }
    case .none:
      guard let incident = layout.incidents.firstIndex(where: { $0.name == name }) else {
        throw .withoutMember(name, in: layout)
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
