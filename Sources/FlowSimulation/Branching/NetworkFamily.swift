/// Several networks, and how long which of them have the same history: a tree of branches.
///
/// What scenarios share that differ from a day on only, such as policies against one baseline, is
/// simulated once and continued for each (`BranchingReplication`). Networks that differ from the
/// start each have a tree of their own, which is correct and no faster than one by one.
public struct NetworkFamily: Sendable {
  /// A stretch of history that some networks share.
  struct Branch: Sendable {
    /// The network that it is simulated under, which stands for all that share it.
    var network: Int
    /// When it begins and ends (days from the start).
    var days: Range<Double>
    /// How many classes have dispatched before it begins.
    var classCount: Int
    /// When corridors open again for those who share it, after the last season that begins in it;
    /// `nil` for one network alone.
    var openings: SharedOpenings?
    /// What they go on with, the one with the most networks last; none for one network alone.
    var branches: [Branch]

    /// How many branches deep it goes while another one is kept at each.
    ///
    /// The last continues in place of what it branches from, so a level more means twice as many
    /// networks at least.
    var slotCount: Int {
      let others = branches.dropLast().map { $0.slotCount + 1 }.max() ?? 1
      return max(others, branches.last?.slotCount ?? 1)
    }

    /// How many days are simulated in it and all that branch from it.
    var simulatedDays: Double {
      branches.reduce(days.upperBound - days.lowerBound) { $0 + $1.simulatedDays }
    }
  }

  /// The networks.
  public let networks: [CompiledNetwork]
  /// What the numbers of each network's outcomes mean.
  public let layouts: [OutcomeLayout]
  /// The trees of the networks that share a history.
  let roots: [Branch]

  /// The family of some networks, one at least.
  ///
  /// Compares about as many pairs as there are networks, times the depth of the tree; see
  /// `CompiledNetwork.daysShared`.
  public init(_ networks: [CompiledNetwork]) {
    precondition(!networks.isEmpty, "a family has a network")
    self.networks = networks
    layouts = networks.map(OutcomeLayout.init)
    roots = NetworkFamily.groups(of: Array(networks.indices), after: 0, in: networks)
      .map { NetworkFamily.branch(of: $0, from: 0, in: networks) }
  }

  /// The days that are simulated of all that separate replications would take, 0 to 1.
  public var simulatedShare: Double {
    let separate = networks.reduce(0) { $0 + $1.horizonDays }
    return separate == 0 ? 1 : roots.reduce(0) { $0 + $1.simulatedDays } / separate
  }

  /// Divides networks into those that share their history beyond a day.
  private static func groups(
    of members: [Int], after day: Double, in networks: [CompiledNetwork]
  ) -> [[Int]] {
    var groups = [[Int]]()
    for member in members {
      let known = groups.firstIndex {
        networks[$0[0]].daysShared(with: networks[member]) > day
      }
      if let known { groups[known].append(member) } else { groups.append([member]) }
    }
    return groups
  }

  /// The tree of networks that share their history beyond the day on which it begins.
  private static func branch(
    of members: [Int], from start: Double, in networks: [CompiledNetwork]
  ) -> Branch {
    let first = networks[members[0]]
    let classCount = first.knownClassCount(before: start)
    if members.count == 1 {
      return Branch(
        network: members[0], days: start..<max(start, first.horizonDays), classCount: classCount,
        branches: [])
    }
    // All share what the first shares with each: the least of it.
    let end = members.dropFirst().map { first.daysShared(with: networks[$0]) }
      .reduce(first.horizonDays, min)
    var groups = groups(of: members, after: end, in: networks)
    // Those that never differ part at the end, to be told each in its own words.
    if end >= first.horizonDays { groups = members.map { [$0] } }
    let largest = groups.indices.max { groups[$0].count < groups[$1].count } ?? 0
    groups.append(groups.remove(at: largest))
    return Branch(
      network: members[0], days: start..<end, classCount: classCount,
      openings: openings(of: members, before: end, in: networks),
      branches: groups.map { branch(of: $0, from: end, in: networks) })
  }

  private static func openings(
    of members: [Int], before day: Double, in networks: [CompiledNetwork]
  ) -> SharedOpenings {
    let next = networks[members[0]].seasonCount(before: day)
    let days = members.compactMap { member in
      next < networks[member].seasons.count ? networks[member].seasons[next].startDay : nil
    }
    return SharedOpenings(season: next - 1, days: Set(days).sorted())
  }
}
