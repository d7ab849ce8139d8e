import OutputStatistics
import Testing

@Suite("Optimal computing budget allocation")
struct OptimalComputingBudgetAllocationTests {
  private func allocation(
    _ means: [Double], _ variances: [Double], _ goal: SelectionGoal = .minimise
  ) -> OptimalComputingBudgetAllocation {
    OptimalComputingBudgetAllocation(means: means, variances: variances, goal: goal)
  }

  @Test("fractions are those of the reference")
  func fractions() {
    let reference: [([Double], [Double], Int, [Double])] = [
      (
        [1, 2, 3, 4, 5], [1, 1, 9, 9, 4], 0,
        [
          0.22409862271669254, 0.17242252828517943, 0.3879506886416537, 0.17242252828517943,
          0.04310563207129486,
        ]
      ),
      (
        (1...10).map { Double($0) }, [Double](repeating: 36, count: 10), 0,
        [
          0.4031745019599397, 0.38760748518083327, 0.09690187129520832, 0.043067498353425916,
          0.02422546782380208, 0.015504299407233331, 0.010766874588356479,
          0.007910356840425169, 0.00605636695595052, 0.004785277594825102,
        ]
      ),
      (
        [0.3, 0.28, 0.35, 0.41], [0.21, 0.2016, 0.2275, 0.2419], 1,
        [0.47634005734025814, 0.4685476875531022, 0.042125311193356066, 0.012986943913283528]
      ),
    ]
    for (means, variances, best, fractions) in reference {
      let found = allocation(means, variances)
      #expect(found.best == best)
      #expect(zip(found.fractions, fractions).allSatisfy { close($0, $1) })
      // Turned about, the greatest is sought in the same way.
      #expect(allocation(means.map { -$0 }, variances, .maximise) == found)
    }
  }

  @Test("increments are those of the reference and of a published example")
  func increments() {
    let reference: [([Double], [Double], SelectionGoal, [Int], Int, [Int])] = [
      ([1, 2, 3, 4], [1, 2, 3, 4], .minimise, [5, 5, 5, 5], 10, [4, 6, 0, 0]),
      (
        [1, 2, 3, 4, 5], [1, 1, 9, 9, 4], .minimise, [11, 20, 19, 12, 11], 50,
        [16, 0, 26, 8, 0]
      ),
      (
        [1.2, 2.1, 3.32, 4.93], [3.3, 2.5, 10.2, 6.1], .minimise, [10, 10, 10, 10], 100,
        [45, 33, 22, 0]
      ),
      ([1, 2, 3, 4], [1, 2, 3, 4], .maximise, [5, 5, 5, 5], 10, [0, 0, 4, 6]),
    ]
    for (means, variances, goal, counts, additional, expected) in reference {
      let found = allocation(means, variances, goal)
      #expect(found.increments(counts: counts, additional: additional) == expected)
    }
  }

  @Test("every replication is given out, and none is taken back")
  func conservation() {
    var random = SplitMix64(seed: 4)
    for _ in 0..<300 {
      let systems = 2 + Int(random.next() % 9)
      let means = (0..<systems).map { _ in (5 * random.uniform()).rounded() }
      let variances = (0..<systems).map { _ in (4 * random.uniform()).rounded() }
      let counts = (0..<systems).map { _ in Int(random.next() % 30) }
      let additional = Int(random.next() % 60)
      let found = allocation(means, variances)
      let increments = found.increments(counts: counts, additional: additional)
      #expect(increments.reduce(0, +) == additional)
      #expect(increments.allSatisfy { $0 >= 0 })
      #expect((found.fractions.reduce(0, +) - 1).magnitude < 1e-12)
    }
  }

  @Test("of two systems each gets its share of the standard deviations")
  func twoSystems() {
    let found = allocation([1, 7], [4, 9])
    #expect(close(found.fractions[0], 0.4))
    #expect(close(found.fractions[1], 0.6))
  }

  @Test("ties with the best share everything, as at a vanishing distance")
  func ties() {
    let tied = allocation([1, 1, 1, 2], [4, 1, 9, 100])
    #expect(tied.best == 0)
    let near = allocation([1, 1 + 1e-6, 1 + 1e-6, 2], [4, 1, 9, 100])
    #expect(zip(tied.fractions, near.fractions).allSatisfy { ($0 - $1).magnitude < 1e-9 })
    #expect(tied.fractions[3] == 0)
  }

  @Test("what does not vary gets nothing, and if nothing varies all get the same")
  func certainty() {
    #expect(allocation([1, 2, 3], [4, 0, 4]).fractions[1] == 0)
    #expect(allocation([1, 2, 3], [0, 4, 4]).fractions[0] == 0)
    #expect(allocation([1, 2, 3], [4, 0, 0]).fractions == [1, 0, 0])
    #expect(allocation([1, 1, 3], [0, 0, 4]).fractions == [0, 0, 1])
    #expect(allocation([1, 1, 3, 1], [0, 0, 0, 0]).fractions == [0.25, 0.25, 0.25, 0.25])
    #expect(allocation([1, 1], [2, 0]).fractions == [1, 0])
  }

  @Test("numbers at the ends of their range do not lead out of it")
  func extremes() {
    for scale in [1e-300, 1e300] {
      let found = allocation([0, 1e300], [scale, scale])
      #expect(found.fractions == [0.5, 0.5])
    }
    let far = allocation([0, 1e-300, 1e300], [1, 1, 1])
    #expect(far.fractions == [0.5, 0.5, 0])
  }

  @Test("tallies give the means and variances")
  func tallies() {
    let tallies = [Tally([1, 2, 3]), Tally([2, 4, 9]), Tally([5, 6])]
    let found = OptimalComputingBudgetAllocation(tallies, goal: .maximise)
    #expect(found == allocation([2, 5, 5.5], [1, 13, 0.5], .maximise))
  }

  @Test("by pairs, replications go by the spread over the distance, and as many to the best")
  func pairs() {
    // Of variances 4 and 2 at distances 2 and 1: weights 1 and 2, and 2 for the best.
    let differences = [Tally([0, 2, 4]), Tally(), Tally([0, 2])]
    let found = OptimalComputingBudgetAllocation(differences: differences, best: 1)
    #expect(found.best == 1)
    #expect(zip(found.fractions, [0.2, 0.4, 0.4]).allSatisfy { close($0, $1) })
    let base = OptimalComputingBudgetAllocation(
      differences: differences, best: 1, hasCompanion: true)
    #expect(zip(base.fractions, [1, 2, 2, 2]).allSatisfy { close($0, $1 / 7) })
  }

  @Test("by pairs, what ties with the best shares all, and what is the same gets nothing")
  func pairsWithoutDistance() {
    let tie = OptimalComputingBudgetAllocation(
      differences: [Tally(), Tally([-1, 1]), Tally([1, 3]), Tally([0, 0])], best: 0)
    #expect(tie.fractions == [0.5, 0.5, 0, 0])
    let same = OptimalComputingBudgetAllocation(
      differences: [Tally(), Tally([0, 0]), Tally([3, 3])], best: 0)
    #expect(zip(same.fractions, [1, 1, 1]).allSatisfy { close($0, $1 / 3) })
  }

  @Test("what one may not have more of goes to the others, until all have the most")
  func limits() {
    let found = allocation([1, 2, 3, 4], [1, 2, 3, 4])
    #expect(found.increments(counts: [5, 5, 5, 5], additional: 10, limit: 9) == [4, 4, 2, 0])
    #expect(found.increments(counts: [5, 5, 5, 5], additional: 99, limit: 9) == [4, 4, 4, 4])
    // The third has no share and gets what the others may not have.
    let certain = allocation([1, 2, 3], [4, 4, 0])
    #expect(certain.increments(counts: [5, 5, 5], additional: 12, limit: 10) == [5, 5, 2])
    var random = SplitMix64(seed: 5)
    for _ in 0..<300 {
      let systems = 2 + Int(random.next() % 9)
      let limit = 10 + Int(random.next() % 30)
      let means = (0..<systems).map { _ in (5 * random.uniform()).rounded() }
      let variances = (0..<systems).map { _ in (4 * random.uniform()).rounded() }
      let counts = (0..<systems).map { _ in Int(random.next() % UInt64(limit + 1)) }
      let additional = Int(random.next() % 90)
      let room = counts.reduce(0) { $0 + limit - $1 }
      let increments = allocation(means, variances)
        .increments(counts: counts, additional: additional, limit: limit)
      #expect(increments.reduce(0, +) == min(additional, room))
      #expect(zip(increments, counts).allSatisfy { $0 >= 0 && $0 + $1 <= limit })
    }
  }

  @Test("a companion has as many replications as the system with most")
  func companion() {
    var random = SplitMix64(seed: 6)
    for _ in 0..<300 {
      let systems = 2 + Int(random.next() % 9)
      let limit = 20 + Int(random.next() % 30)
      let best = Int(random.next() % UInt64(systems))
      let differences = (0..<systems).map { _ in
        Tally((0..<5).map { _ in (3 * random.uniform()).rounded() })
      }
      var counts = (0..<systems).map { _ in 5 + Int(random.next() % 10) }
      counts.append(counts.max() ?? 0)
      let additional = Int(random.next() % 200)
      let found = OptimalComputingBudgetAllocation(
        differences: differences, best: best, hasCompanion: true)
      let increments = found.increments(counts: counts, additional: additional, limit: limit)
      let targets = zip(counts, increments).map { $0 + $1 }
      let room = counts.reduce(0) { $0 + limit - $1 }
      #expect(increments.reduce(0, +) == min(additional, room))
      #expect(zip(targets, counts).allSatisfy { $0 >= $1 && $0 <= limit })
      #expect(targets.allSatisfy { $0 <= targets[systems] })
    }
  }

  @Test("too few systems, and numbers that are none, are programming errors")
  func misuse() async {
    await #expect(processExitsWith: .failure) {
      _ = OptimalComputingBudgetAllocation(means: [1], variances: [1], goal: .maximise)
    }
    await #expect(processExitsWith: .failure) {
      _ = OptimalComputingBudgetAllocation(means: [1, .nan], variances: [1, 1], goal: .maximise)
    }
    await #expect(processExitsWith: .failure) {
      _ = OptimalComputingBudgetAllocation(means: [1, 2], variances: [1, .nan], goal: .maximise)
    }
    await #expect(processExitsWith: .failure) {
      _ = OptimalComputingBudgetAllocation([Tally([1]), Tally([1, 2])], goal: .maximise)
    }
  }
}
