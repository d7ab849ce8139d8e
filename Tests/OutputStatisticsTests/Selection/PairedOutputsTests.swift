import OutputStatistics
import Testing

@Suite("Systems compared pair by pair")
struct PairedOutputsTests {
  private func outputs(
    _ rows: [[Double]], _ goal: SelectionGoal = .maximise
  ) -> PairedOutputs {
    var outputs = PairedOutputs(systemCount: rows.count, goal: goal)
    for (system, row) in rows.enumerated() {
      for output in row { outputs.add(output, of: system) }
    }
    return outputs
  }

  @Test("luck in the further replications of one system does not count against it")
  func sharedLuck() {
    // The second system is worse by 1 in both replications that it has; its plain mean is greater.
    let found = outputs([[15, 15, 5, 5], [14, 14]])
    #expect(found.best.system == 0 && found.best.isUndisputed)
    #expect(found.differences(from: 0).map(\.mean) == [0, -1])
    #expect(found.difference(of: 1, from: 0).count == 2)
    #expect(outputs([[15, 15, 5, 5], [14, 14]], .minimise).best.system == 1)
  }

  @Test("of equals the one with the lowest number is the best")
  func ties() {
    #expect(outputs([[1, 2], [3, 4], [4, 3]]).best.system == 1)
    #expect(outputs([[1], [1], [1]]).best.system == 0)
  }

  @Test("in a circle the replications that all in it have decide, and nobody outside has a part")
  func circle() {
    // By pairs A > B > C > A, and D is worse than all of them.
    let found = outputs([[0, 5], [2, 0], [1], [-1, -9]])
    #expect(found.best == (1, false))
    #expect(outputs([[-1, -9], [1], [0, 5], [2, 0]]).best == (3, false))
  }

  @Test("with as many replications of each the best is that with the best mean")
  func means() {
    var random = SplitMix64(seed: 12)
    for _ in 0..<100 {
      let rows = (0..<6).map { _ in (0..<7).map { _ in random.normal() } }
      let means = rows.map { Tally($0).mean }
      for goal in SelectionGoal.allCases {
        let found = outputs(rows, goal).best
        #expect(found.isUndisputed)
        #expect(means[found.system] == (goal == .maximise ? means.max() : means.min()))
      }
    }
  }

  /// Ten systems under common random numbers: 64 parts in 65 of the variance are shared.
  ///
  /// - Returns: in how many of the macro-replications the best one was selected, by pairs with the
  ///   allocation for them, by means with that for independent systems, and by means of as many
  ///   replications of each; and how often one was selected by pairs that another was better than.
  private func selections(
    macroReplications: Int, budget: Int
  ) -> (paired: Int, independent: Int, equal: Int, disputed: Int) {
    var found = (paired: 0, independent: 0, equal: 0, disputed: 0)
    let count = 10
    for macro in 0..<macroReplications {
      var common = SplitMix64(seed: UInt64(2 * macro))
      var own = SplitMix64(seed: UInt64(2 * macro + 1))
      let luck = (0..<budget).map { _ in common.normal() }
      let rows = (0..<count).map { system in
        luck.map { 0.25 * Double(system) + 8 * $0 + own.normal() }
      }
      func race(_ rule: (PairedOutputs) -> OptimalComputingBudgetAllocation) -> PairedOutputs {
        var outputs = PairedOutputs(systemCount: count, goal: .minimise)
        var increments = [Int](repeating: 10, count: count)
        while true {
          for system in 0..<count {
            for _ in 0..<increments[system] {
              outputs.add(rows[system][outputs.outputs[system].count], of: system)
            }
          }
          let counts = outputs.outputs.map(\.count)
          let left = budget - counts.reduce(0, +)
          if left == 0 { return outputs }
          increments = rule(outputs).increments(counts: counts, additional: min(left, 40))
        }
      }
      let paired = race {
        let best = $0.best.system
        return OptimalComputingBudgetAllocation(differences: $0.differences(from: best), best: best)
      }
      if paired.best.system == 0 { found.paired += 1 }
      if !paired.best.isUndisputed { found.disputed += 1 }
      let independent = race {
        OptimalComputingBudgetAllocation($0.outputs.map { Tally($0) }, goal: .minimise)
      }
      let means = independent.outputs.map { Tally($0).mean }
      if means.indices.min(by: { means[$0] < means[$1] }) == 0 { found.independent += 1 }
      let prefixes = rows.map { Tally(Array($0.prefix(budget / count))).mean }
      if prefixes.indices.min(by: { prefixes[$0] < prefixes[$1] }) == 0 { found.equal += 1 }
    }
    return found
  }

  @Test("under common random numbers pairs select the best more often than means, and than equal")
  func selection() {
    let found = selections(macroReplications: 200, budget: 400)
    // It was 195, 149 and 178 of 200 here. The seeds are fixed; if pairs were no better than equal
    // counts, where the standard error is 5, a lead of 10 would come about once in forty times.
    #expect(found.paired > found.independent + 30)
    #expect(found.paired > found.equal + 10)
    #expect(found.disputed < 10)
  }
}
