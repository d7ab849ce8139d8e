import OutputStatistics

/// Where a scenario stands in the search for the best.
public struct SelectionStanding: Sendable {
  /// What has become of it.
  public enum Status: String, Sendable {
    /// It is the one.
    case selected
    /// Another one is, and this one had its share of the budget.
    case notSelected = "not_selected"
    /// It was left out on the way.
    case eliminated
    /// Nothing is decided yet.
    case inRace = "in_race"
    /// It takes no part.
    case excluded
  }

  /// Its point.
  public var point: Int
  /// What has become of it.
  public var status: Status
  /// What it is compared by, over the replications that counted; of none where it takes no part.
  public var tally = Tally()
  /// What it costs more than the base, if cost is what counts.
  public var extraCost: Double?
  /// What it has more than the one that is ahead of all; `nil` for that one itself.
  public var difference: Contrast?
  /// After how many replications it was left out.
  public var outAfter: Int?
  /// The point of the one that it was left out for.
  public var eliminatedBy: Int?
  /// Whether its mean is the same, to the bit, as that of the first or of the one it is out by.
  public var isTie = false
  /// Why its status is what it is, where that is not plain; or what to know of it.
  public var reason: String?
}

extension SelectionRace {
  /// All scenarios, from the best to the worst: those in the race, then those left out, the last
  /// one first; behind them those that take no part.
  ///
  /// - Parameter level: that of the intervals of differences.
  public func standings(level: Double) -> [SelectionStanding] {
    if entrants.isEmpty, excluded.isEmpty {
      return (0..<store.experiment.pointCount).map {
        SelectionStanding(
          point: $0, status: .inRace, reason: "the first stage is not complete")
      }
    }
    let ranking = ranking()
    let standings = ranking.map { standing(of: $0, behind: ranking[0], level: level) }
    return standings
      + excluded.map { SelectionStanding(point: $0.point, status: .excluded, reason: $0.reason) }
  }

  /// The entrants from the best to the worst; of equals the earlier in the experiment first.
  private func ranking() -> [Int] {
    var merits = entrants.map { $0.tally.mean }
    var first: Int?
    if case .ocba = selection.rule, isPaired, !entrants.isEmpty {
      // With unlike numbers of replications only pairs can be compared.
      var outputs = PairedOutputs(
        systemCount: entrants.count, goal: isMaximised ? .maximise : .minimise)
      for (system, entrant) in entrants.enumerated() {
        for value in entrant.values { outputs.add(value, of: system) }
      }
      let best = outputs.best.system
      merits = outputs.differences(from: best).map(\.mean)
      first = best
    }
    if !isMaximised { merits = merits.map { -$0 } }
    let lasted = entrants.indices.map { entrant in
      eliminations.first { $0.system == entrant }?.replicationCount ?? Int.max
    }
    return entrants.indices.sorted { one, other in
      if one == first || other == first { return one == first && other != first }
      if lasted[one] != lasted[other] { return lasted[one] > lasted[other] }
      return merits[one] != merits[other] ? merits[one] > merits[other] : one < other
    }
  }

  private func standing(of entrant: Int, behind first: Int, level: Double) -> SelectionStanding {
    let own = entrants[entrant]
    var standing = SelectionStanding(
      point: own.point, status: .inRace, tally: own.tally, extraCost: own.extraCost)
    if entrant != first {
      standing.difference = Contrast(
        of: own.values, from: entrants[first].values, isPaired: isPaired, level: level)
    }
    if let left = eliminations.first(where: { $0.system == entrant }) {
      standing.status = .eliminated
      standing.outAfter = left.replicationCount
      standing.eliminatedBy = entrants[left.by].point
      standing.isTie = left.isTie
    } else if !survivors.contains(entrant) {
      standing.status = .notSelected
      standing.isTie = standing.difference?.estimate == 0
    } else if survivors.count == 1 {
      standing.status = .selected
      standing.reason = remarks.isEmpty ? nil : remarks.joined(separator: "; ")
    } else {
      standing.isTie = standing.difference?.estimate == 0
      standing.reason = problem
    }
    return standing
  }
}
