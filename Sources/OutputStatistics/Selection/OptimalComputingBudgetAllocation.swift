/// How replications are best spread over systems, so that the best of them is recognised.
///
/// For independent systems the asymptotic rule of Chen, Lin, Yücesan and Chick, Discrete Event
/// Dynamic Systems 10 (2000) 251-270: a system gets replications in proportion to (standard
/// deviation / distance from the best mean)², and the best one its standard deviation times
/// √Σ (replications / standard deviation)², summed over the others. It maximises a lower bound of
/// the probability of correct selection for normal outputs and a fixed total.
///
/// Under common random numbers means over unlike numbers of replications differ by luck that pairs
/// share, so systems are held against the best pair by pair (``PairedOutputs``). What can mislead
/// is then the mean of n differences from the best, whose chance to have the wrong sign falls as
/// exp(-n (distance / standard deviation)² / 2), both of the differences. For the system that is
/// least clearly told apart it falls fastest when each gets replications in proportion to (standard
/// deviation / distance)², and the best, which every pair needs, as many as the greatest of them
/// (the large deviations of Glynn and Juneja, Winter Simulation Conference 2004, for pairs).
///
/// Unlike ``KimNelson`` neither promises a probability.
///
/// - Systems whose means tie with the best are treated as if one and the same vanishing distance
///   lay between: they and the best share everything.
/// - A system whose outputs, or differences from the best, did not vary gets nothing, for its mean
///   counts as known. If none but the best varies, the best gets all; if nothing varies, all get
///   the same. Where events are rare, the first replications of each system have to be enough to
///   see some.
public struct OptimalComputingBudgetAllocation: Sendable, Equatable {
  /// The system with the best mean so far, of equals the one with the lowest number.
  public let best: Int
  /// The share of all replications that each system should have had in the end; they add up to 1.
  public let fractions: [Double]
  /// The system that every replication of another one needs beside it, if there is one.
  private let companion: Int?

  /// The allocation over systems of given means and variances, one of each for every system.
  ///
  /// At least two systems, means finite, variances finite and not negative: anything else is a
  /// programming error.
  public init(means: [Double], variances: [Double], goal: SelectionGoal) {
    precondition(means.count >= 2, "an allocation over \(means.count) systems")
    precondition(means.count == variances.count, "one variance for each mean")
    precondition(means.allSatisfy(\.isFinite), "a mean is not finite")
    precondition(
      variances.allSatisfy { $0 >= 0 && $0 < .infinity }, "a variance is not finite and >= 0")
    let best = means.indices.reduce(0) { best, system in
      goal.merit(means[system]) > goal.merit(means[best]) ? system : best
    }
    let weights = Self.weights(means: means, variances: variances, best: best)
    self.init(best: best, weights: weights, companion: nil)
  }

  private init(best: Int, weights: [Double], companion: Int?) {
    let total = weights.reduce(0, +)
    self.best = best
    self.companion = companion
    fractions = weights.map { $0 / total }
  }

  /// Numbers in proportion to the shares, finite and not all zero.
  ///
  /// Distances are taken in units of the smallest and variances in units of the greatest, so that
  /// neither ties nor large numbers lead out of range.
  private static func weights(means: [Double], variances: [Double], best: Int) -> [Double] {
    let greatest = variances.max() ?? 0
    guard greatest > 0 else { return means.map { _ in 1 } }
    // Where neither the best nor another varies, nothing more can be learned of the pair.
    let others = means.indices.filter { $0 != best && variances[$0] + variances[best] > 0 }
    let nearest = others.map { (means[$0] - means[best]).magnitude }.min() ?? 0
    var weights = [Double](repeating: 0, count: means.count)
    // Of the squares of the others' weights over their variances.
    var sum = 0.0
    for system in others {
      let distance = (means[system] - means[best]).magnitude
      let nearness = distance == nearest ? 1 : nearest / distance
      weights[system] = variances[system] / greatest * (nearness * nearness)
      sum += weights[system] * (nearness * nearness)
    }
    // Where no other varies, whatever is still unknown lies with the best.
    weights[best] = sum > 0 ? (variances[best] / greatest * sum).squareRoot() : 1
    return weights
  }

  /// The allocation over systems that were seen in at least two replications each.
  public init(_ tallies: [Tally], goal: SelectionGoal) {
    precondition(tallies.allSatisfy { $0.count >= 2 }, "a variance needs two numbers")
    self.init(means: tallies.map(\.mean), variances: tallies.map(\.variance), goal: goal)
  }

  /// The allocation under common random numbers, by the differences of each system from the best.
  ///
  /// At least two systems, each but the best seen in at least two pairs; what is said of the best
  /// does not count.
  ///
  /// - Parameter hasCompanion: whether replications need one of a further system beside them,
  ///   which takes no part, such as the base that gains are counted from. It is numbered behind the
  ///   others and has as many replications as the one with most.
  public init(differences: [Tally], best: Int, hasCompanion: Bool = false) {
    precondition(differences.count >= 2, "an allocation over \(differences.count) systems")
    precondition(differences.indices.contains(best), "the best is one of the systems")
    let others = differences.indices.filter { $0 != best && differences[$0].variance > 0 }
    precondition(
      differences.indices.allSatisfy { $0 == best || differences[$0].count >= 2 },
      "a variance needs two numbers")
    let nearest = others.map { differences[$0].mean.magnitude }.min() ?? 0
    let greatest = others.map { differences[$0].variance }.max() ?? 0
    var weights = differences.map { _ in greatest > 0 ? 0.0 : 1 }
    for system in others {
      let distance = differences[system].mean.magnitude
      let nearness = distance == nearest ? 1 : nearest / distance
      weights[system] = differences[system].variance / greatest * (nearness * nearness)
    }
    let largest = weights.max() ?? 1
    weights[best] = largest
    self.init(
      best: best, weights: weights + (hasCompanion ? [largest] : []),
      companion: hasCompanion ? differences.count : nil)
  }

  /// How many of the next `additional` replications each system gets, after the given counts.
  ///
  /// Replications made cannot be taken back, and no system gets more than the limit: who has too
  /// many or may not have more stays there, and the rest is spread over the others by their shares.
  /// What rounding down leaves goes to the best, so let the next batch be several times the number
  /// of systems; and what those with a share may not take goes to the others in turn. So all is
  /// given out unless every system is at the limit. One count for each system, not negative and not
  /// above the limit, and `additional` not negative: else a programming error.
  public func increments(counts: [Int], additional: Int, limit: Int = .max) -> [Int] {
    precondition(counts.count == fractions.count, "one count for each system")
    precondition(
      counts.allSatisfy { $0 >= 0 && $0 <= limit } && additional >= 0, "a count is out of range")
    let total = counts.reduce(additional, +)
    var targets = shared(total: total, counts: counts, limit: limit)
    var left = total - targets.reduce(0, +)
    var turn = 0
    while left > 0, let taker = taker(of: targets, limit: limit, turn: &turn) {
      targets[taker] += 1
      left -= 1
    }
    return zip(targets, counts).map { $0 - $1 }
  }

  /// The whole parts of the shares of a total between what each has and the limit.
  ///
  /// Bounds that bind are found as by Bitran and Hax, Management Science 27 (1981) 431-441: fix
  /// those on the side that is missed by more in all, and share the rest anew.
  private func shared(total: Int, counts: [Int], limit: Int) -> [Int] {
    var targets = counts.map { Double($0) }
    var open = Array(counts.indices)
    while true {
      let isOpen = Set(open)
      let budget = counts.indices.reduce(Double(total)) {
        isOpen.contains($1) ? $0 : $0 - targets[$1]
      }
      let share = open.reduce(0) { $0 + fractions[$1] }
      // Those left have no share at all.
      guard share > 0 else {
        for system in open { targets[system] = Double(counts[system]) }
        break
      }
      for system in open { targets[system] = budget * (fractions[system] / share) }
      let over = open.filter { targets[$0] < Double(counts[$0]) }
      let capped = open.filter { targets[$0] > Double(limit) }
      if over.isEmpty && capped.isEmpty { break }
      let lack = over.reduce(0) { $0 + Double(counts[$1]) - targets[$1] }
      let surplus = capped.reduce(0) { $0 + targets[$1] - Double(limit) }
      let isLack = lack >= surplus
      for system in isLack ? over : capped {
        targets[system] = Double(isLack ? counts[system] : limit)
      }
      open.removeAll(where: Set(isLack ? over : capped).contains)
    }
    return targets.map { Int($0) }
  }

  /// Who gets a replication that is left: the best, or else the next in turn that may.
  private func taker(of targets: [Int], limit: Int, turn: inout Int) -> Int? {
    func mayTake(_ system: Int) -> Bool {
      guard targets[system] < limit, system != companion else { return false }
      return companion.map { targets[system] < targets[$0] } ?? true
    }
    if mayTake(best) { return best }
    for _ in targets.indices {
      let system = turn
      turn = (turn + 1) % targets.count
      if mayTake(system) { return system }
    }
    return companion.flatMap { targets[$0] < limit ? $0 : nil }
  }
}
