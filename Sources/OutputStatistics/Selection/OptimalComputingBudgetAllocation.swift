/// How replications are best spread over systems, so that the best of them is recognised.
///
/// The asymptotic rule of Chen, Lin, Yücesan and Chick, Discrete Event Dynamic Systems 10 (2000)
/// 251-270: a system gets replications in proportion to (standard deviation / distance from the
/// best mean)², and the best one its standard deviation times √Σ (replications / standard
/// deviation)², summed over the others. It maximises a lower bound of the probability of correct
/// selection for normal outputs and a fixed total; unlike ``KimNelson`` it promises no probability.
/// Systems are taken to be independent: with common random numbers the split is no longer the best
/// one, but no less valid.
///
/// - Systems whose means tie with the best are treated as if one and the same vanishing distance
///   lay between: they and the best share everything.
/// - A system whose outputs did not vary gets nothing, for its mean counts as known. If none but
///   the best varies, the best gets all; if nothing varies, all get the same. Where events are
///   rare, the first replications of each system have to be enough to see some.
public struct OptimalComputingBudgetAllocation: Sendable, Equatable {
  /// The system with the best mean so far, of equals the one with the lowest number.
  public let best: Int
  /// The share of all replications that each system should have had in the end; they add up to 1.
  public let fractions: [Double]

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
    let total = weights.reduce(0, +)
    self.best = best
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

  /// How many of the next `additional` replications each system gets, after the given counts.
  ///
  /// Replications made cannot be taken back: who has more than the share of the new total gets
  /// nothing, and the rest is spread over the others by their shares. What rounding down leaves
  /// goes to the best, so let the next batch be several times the number of systems. One count for
  /// each system, not negative, and `additional` not negative: else a programming error.
  public func increments(counts: [Int], additional: Int) -> [Int] {
    precondition(counts.count == fractions.count, "one count for each system")
    precondition(counts.allSatisfy { $0 >= 0 } && additional >= 0, "a count is negative")
    let total = counts.reduce(additional, +)
    var open = counts.indices.map { _ in true }
    var targets = counts
    while true {
      let systems = counts.indices.filter { open[$0] }
      let budget = counts.indices.reduce(total) { open[$1] ? $0 : $0 - counts[$1] }
      let share = systems.reduce(0) { $0 + fractions[$1] }
      // Those left have no share at all.
      guard share > 0 else { break }
      for system in systems {
        targets[system] = Int(Double(budget) * (fractions[system] / share))
      }
      let overfull = systems.filter { targets[$0] < counts[$0] }
      if overfull.isEmpty { break }
      for system in overfull {
        targets[system] = counts[system]
        open[system] = false
      }
    }
    targets[best] += total - targets.reduce(0, +)
    return zip(targets, counts).map { $0 - $1 }
  }
}
