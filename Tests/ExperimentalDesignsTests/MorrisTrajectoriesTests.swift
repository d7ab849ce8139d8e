import ExperimentalDesigns
import RandomStreams
import Testing

@Suite("Morris's trajectories")
struct MorrisTrajectoriesTests {
  private func design(
    levels: Int = 4, trajectories: Int, factors: Int, replication: UInt64 = 0,
    candidates: Int? = nil
  ) -> MorrisTrajectories {
    MorrisTrajectories(
      levelCount: levels, trajectoryCount: trajectories, factorCount: factors,
      streams: RandomStreams(seed: 41, replication: replication), candidateCount: candidates)
  }

  @Test("trajectories are those of a separate implementation")
  func separateImplementation() {
    let design = MorrisTrajectories(
      trajectoryCount: 2, factorCount: 5,
      streams: RandomStreams(
        seed: RandomisedValues.seed, replication: RandomisedValues.replication))
    for (index, reference) in RandomisedValues.trajectories.enumerated() {
      #expect(design.trajectory(index).startLevels == reference.start)
      #expect(design.trajectory(index).order == reference.order)
    }
  }

  @Test(
    "each step moves one factor, as announced, by half the levels and within the grid",
    arguments: [2, 4, 6, 10])
  func steps(levels: Int) {
    let design = design(levels: levels, trajectories: 20, factors: 7)
    let delta = Double(levels) / Double(2 * (levels - 1))
    for index in 0..<20 {
      let trajectory = design.trajectory(index)
      #expect(trajectory.order.sorted() == Array(0..<7))
      for (step, factor) in trajectory.order.enumerated() {
        let point = index * 8 + step
        #expect(design.place(ofPoint: point) == (index, step))
        let before = design.quantiles(ofPoint: point)
        let after = design.quantiles(ofPoint: point + 1)
        #expect(trajectory.quantileStep(ofFactor: factor).magnitude == delta)
        for other in 0..<7 {
          let change = other == factor ? trajectory.quantileStep(ofFactor: factor) : 0
          #expect((after[other] - before[other] - change).magnitude < 1e-15)
          #expect(after[other] >= 0 && after[other] <= 1)
        }
      }
    }
    #expect(design.reachedExtremes == [.zero, .one])
  }

  @Test("all levels and both directions are equally frequent, and orders are random")
  func uniformity() {
    // 2,000 trajectories: a level of chance 1/4 has a standard deviation of 19.4 and a place of
    // chance 1/3 one of 21.1; 5 of these fail in 21 comparisons with a chance of 1e-5.
    let design = design(trajectories: 2000, factors: 3)
    var levels = [[Int]](repeating: [0, 0, 0, 0], count: 3)
    var places = [[Int]](repeating: [0, 0, 0], count: 3)
    for index in 0..<2000 {
      let trajectory = design.trajectory(index)
      for factor in 0..<3 { levels[factor][trajectory.startLevels[factor]] += 1 }
      for (place, factor) in trajectory.order.enumerated() { places[factor][place] += 1 }
    }
    #expect(levels.joined().allSatisfy { ($0 - 500).magnitude < 97 })
    #expect(places.joined().allSatisfy { 3 * $0 - 2000 < 3 * 105 && 2000 - 3 * $0 < 3 * 105 })
  }

  @Test("elementary effects of a linear response are its coefficients")
  func linear() {
    let coefficients = [3.0, -1, 0, 8]
    let design = design(levels: 6, trajectories: 4, factors: 4)
    let response = { point in
      zip(design.quantiles(ofPoint: point), coefficients).reduce(0) {
        $0 + $1.0 * $1.1
      }
    }
    for index in 0..<4 {
      let trajectory = design.trajectory(index)
      for (step, factor) in trajectory.order.enumerated() {
        let point = index * 5 + step
        let effect =
          (response(point + 1) - response(point)) / trajectory.quantileStep(ofFactor: factor)
        #expect((effect - coefficients[factor]).magnitude < 1e-13)
      }
    }
  }

  @Test("the 20 inputs of Morris's own example come out as with 2,000 trajectories of SALib")
  func twentyInputs() {
    let count = 150
    let design = design(trajectories: count, factors: 20)
    var sums = [Double](repeating: 0, count: 20)
    for index in 0..<count {
      let trajectory = design.trajectory(index)
      var before = TwentyInputs.value(design.quantiles(ofPoint: index * 21))
      for (step, factor) in trajectory.order.enumerated() {
        let after = TwentyInputs.value(design.quantiles(ofPoint: index * 21 + step + 1))
        sums[factor] += ((after - before) / trajectory.quantileStep(ofFactor: factor)).magnitude
        before = after
      }
    }
    // The mean of absolute effects has at most sigma / sqrt(r) as its standard error, here and in
    // the reference; 5 of them fail in 20 comparisons with a chance of at most 1e-5.
    for factor in 0..<20 {
      let sigma = TwentyInputs.sigma[factor]
      let error = sigma * (1 / Double(count) + 1.0 / 2000).squareRoot()
      #expect(
        (sums[factor] / Double(count) - TwentyInputs.muStar[factor]).magnitude < 5 * error)
    }
  }

  @Test("a longer design begins with the shorter one")
  func extending() {
    let short = design(trajectories: 3, factors: 6)
    let long = design(trajectories: 30, factors: 6)
    for point in 0..<short.pointCount {
      #expect(short.quantiles(ofPoint: point) == long.quantiles(ofPoint: point))
    }
  }

  @Test("chosen trajectories are among the candidates and more spread than the first of them")
  func choice() {
    for replication in 0..<UInt64(5) {
      let candidates = design(trajectories: 40, factors: 5, replication: replication)
      let chosen = design(trajectories: 6, factors: 5, replication: replication, candidates: 40)
      let all = (0..<40).map { candidates.trajectory($0) }
      let taken = (0..<6).map { chosen.trajectory($0) }
      #expect(taken.allSatisfy { all.contains($0) })
      #expect(TrajectoryChoice.spread(of: taken) > TrajectoryChoice.spread(of: Array(all[..<6])))
    }
  }

  @Test("the spread of two trajectories is the square of the sum of all their points' distances")
  func spread() {
    let design = design(trajectories: 2, factors: 3)
    var sum = 0.0
    for first in 0..<4 {
      for second in 4..<8 {
        let pairs = zip(design.quantiles(ofPoint: first), design.quantiles(ofPoint: second))
        sum += pairs.reduce(0) { $0 + 9 * ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
      }
    }
    let spread = TrajectoryChoice.spread(of: [design.trajectory(0), design.trajectory(1)])
    #expect((spread / (sum * sum) - 1).magnitude < 1e-12)
  }

  @Test("of two candidates the greedy choice of two is both, and of one any")
  func smallChoices() {
    let both = design(trajectories: 2, factors: 3, candidates: 2)
    let plain = design(trajectories: 2, factors: 3)
    #expect([0, 1].allSatisfy { both.trajectory($0) == plain.trajectory($0) })
    #expect(design(trajectories: 1, factors: 3, candidates: 1).pointCount == 4)
  }

  @Test(
    "any number of levels of a factor is met equally often, and a step goes over half of them",
    arguments: [2, 3, 4, 5, 7])
  func ownLevels(count: Int) {
    // 4,000 points of a factor, in pairs: a level of chance 1 / L has a standard deviation of at
    // most √(4000 / L); 5 of these fail in 21 comparisons with a chance of 1e-5.
    let design = design(trajectories: 2000, factors: 1)
    var counts = [Int](repeating: 0, count: count)
    for trajectory in 0..<2000 {
      let levels = [0, 1].map { step -> Int in
        let quantile = design.stratumQuantiles(ofPoint: 2 * trajectory + step)[0]
        #expect(quantile > 0 && quantile < 1)
        return Int(quantile * Double(count))
      }
      let moved = (levels[1] - levels[0]).magnitude
      #expect(moved == count / 2 || moved == (count + 1) / 2)
      for level in levels { counts[level] += 1 }
    }
    let expected = 4000 / Double(count)
    #expect(counts.allSatisfy { (Double($0) - expected).magnitude < 5 * expected.squareRoot() })
  }
}
