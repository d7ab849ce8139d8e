import TraffickingModel

/// How long two networks have the same history.
extension CompiledNetwork {
  /// The day until which every replication is the same, to the bit, in this network and another one
  /// (days from the start of the simulation): 0 if they differ from the start, the horizon if they
  /// never do.
  ///
  /// Found by comparing what replications use, not by asking for the dates of policies:
  ///
  /// - the scenario without policies: entities, and what nothing changes;
  /// - span by span, its dates and all numbers of its stage. A span that is cut short by a policy
  ///   is another span, so the day is the last first of a month, or beginning of a stage, before
  ///   which nothing differs: dispatches are scheduled up to the end of a span, and sums are formed
  ///   over it;
  /// - season by season, its dates and the routing tables of all classes that may be on their way.
  ///   Tables of one season are derived from the stages of all: which places a class can meet
  ///   depends on what supplies dispatch later on. In a network with loops that could move the last
  ///   bit of a solution, so the results are compared, and for learners the networks in which they
  ///   choose.
  ///
  /// Whatever else a network holds is derived from these. Of three networks, two pairs of which
  /// share a history up to a day, the third pair does too. Cost: linear in corridors, and in
  /// classes times corridors times routing tables.
  public func daysShared(with other: CompiledNetwork) -> Double {
    guard
      scenario.contents.withoutPolicies == other.scenario.contents.withoutPolicies
    else { return 0 }
    let stageCount = zip(scenario.stages, other.scenario.stages)
      .prefix { $0.contents.withoutPolicies == $1.contents.withoutPolicies }.count
    let firstDifferent = spans.indices.first { span in
      span >= other.spans.count || spans[span] != other.spans[span]
        || spans[span].stage >= stageCount
    }
    return daysRoutedAlike(
      with: other, until: firstDifferent.map { spans[$0].startDay } ?? horizonDays)
  }

  /// The classes that supplies have dispatched, or may have, before a day: the first so many.
  ///
  /// Classes are numbered stage by stage as supplies bring them up, so networks whose stages are
  /// the same up to a day have the same classes up to this number.
  func knownClassCount(before day: Double) -> Int {
    let stage = spans.last { $0.startDay < day }?.stage ?? -1
    var count = 0
    for supply in stages[..<(stage + 1)].lazy.flatMap(\.supplies) {
      for choice in supply.dispatchers.lazy.flatMap(\.choices) {
        count = max(count, Int(choice.routingClass) + 1)
      }
    }
    return count
  }

  /// How many seasons begin before a day.
  func seasonCount(before day: Double) -> Int { seasons.prefix { $0.startDay < day }.count }

  /// The day until which routes are chosen alike, `limit` at the latest; up to there the stages are
  /// the same.
  private func daysRoutedAlike(with other: CompiledNetwork, until limit: Double) -> Double {
    let known = knownClassCount(before: limit)
    var compared: Set<[Int]> = []
    for season in 0..<seasonCount(before: limit) {
      let day = seasons[season].startDay
      guard season < other.seasons.count, other.seasons[season].startDay == day,
        other.seasons[season].key == seasons[season].key
      else { return day }
      let pair = [tables.tableOfSeason[season], other.tables.tableOfSeason[season]]
      guard compared.insert(pair).inserted else { continue }
      for routingClass in 0..<known
      where !choosesAlike(routingClass, with: other, inSeason: season) { return day }
    }
    return limit
  }

  /// Whether a class chooses alike in a season: by the same table and, if it learns, in the same
  /// route network.
  private func choosesAlike(
    _ routingClass: Int, with other: CompiledNetwork, inSeason season: Int
  ) -> Bool {
    guard
      tables.row(ofClass: routingClass, inSeason: season)
        == other.tables.row(ofClass: routingClass, inSeason: season)
    else { return false }
    guard stages[0].classTraits[routingClass].learner >= 0 else { return true }
    return routeNetworks[routeNetwork(ofClass: routingClass, inSeason: season)]
      == other.routeNetworks[other.routeNetwork(ofClass: routingClass, inSeason: season)]
  }
}
