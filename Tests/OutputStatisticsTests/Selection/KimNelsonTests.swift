import OutputStatistics
import Testing

@Suite("Selection by Kim and Nelson")
struct KimNelsonTests {
  /// A case of the reference: who was left after which replication, and the bound by system.
  struct Case: Sendable {
    let inCommon: Bool
    let indifference: Double
    let kept: [(replicationCount: Int, systems: [Int])]
    let bounds: [Int]
  }

  /// An independent implementation in Python, with pairwise variances and margins clipped at zero.
  private static let cases: [Case] = [
    Case(
      inCommon: false, indifference: 0.5,
      kept: [(20, [0, 1, 2, 3]), (63, [1, 2, 3]), (67, [1, 3]), (105, [3])],
      bounds: [652, 382, 652, 517, 513]),
    Case(
      inCommon: false, indifference: 0.3,
      kept: [(29, [0, 1, 2, 3]), (131, [0, 1, 3]), (133, [1, 3]), (171, [3])],
      bounds: [1813, 1061, 1813, 1436, 1426]),
    Case(
      inCommon: true, indifference: 0.5,
      kept: [(10, [0, 1, 2, 3]), (18, [0, 1, 3]), (20, [1, 3]), (39, [3])],
      bounds: [146, 153, 153, 118, 119]),
    Case(
      inCommon: true, indifference: 0.3,
      kept: [(18, [0, 1, 2, 3]), (28, [0, 1, 3]), (30, [1, 3]), (73, [3])],
      bounds: [407, 425, 425, 329, 332]),
  ]

  private func race(
    _ indifference: Double = 0.5, systems: Int = 5, firstStage: Int = 10,
    goal: SelectionGoal = .maximise
  ) -> KimNelson {
    KimNelson(
      systemCount: systems, firstStage: firstStage, indifference: indifference, error: 0.05,
      goal: goal)
  }

  /// Adds replications until one system is selected, with the outputs of survivors only.
  private func run(_ race: inout KimNelson, outputs: () -> [Double]) {
    while race.selected == nil {
      let all = outputs()
      race.add(race.survivors.map { all[$0] })
    }
  }

  @Test("survivors, eliminations and selection are those of the reference, stage by stage")
  func stages() {
    for reference in Self.cases {
      var systems = ReferenceSystems(inCommon: reference.inCommon)
      var race = race(reference.indifference)
      while race.selected == nil {
        let before = race.survivors
        let all = systems.next()
        race.add(before.map { all[$0] })
        let expected =
          reference.kept.last { $0.replicationCount <= race.replicationCount }?.systems
          ?? [0, 1, 2, 3, 4]
        #expect(race.survivors == expected, "after \(race.replicationCount)")
        #expect(race.selected != nil || race.survivors.count > 1)
        let gone = race.eliminations.filter { $0.replicationCount == race.replicationCount }
        #expect(gone.map(\.system) == before.filter { !expected.contains($0) })
        #expect(gone.allSatisfy { before.contains($0.by) && $0.by != $0.system && !$0.isTie })
      }
      #expect(race.selected == 3)
      #expect(race.replicationCount == reference.kept.last?.replicationCount)
    }
  }

  @Test("the outputs are those that the reference has seen")
  func outputs() {
    var alone = ReferenceSystems(inCommon: false)
    let first = alone.next()
    let expected = [
      13.404782162970564, 11.574218677071924, 9.429602225041446, 6.868139522377316,
      11.096538720276929,
    ]
    #expect(zip(first, expected).allSatisfy { close($0, $1) })
    var common = ReferenceSystems(inCommon: true)
    let shared = [
      9.514308873789787, 9.418859557071737, 6.792236237587573, 7.289376779962421,
      8.33647406502293,
    ]
    #expect(zip(common.next(), shared).allSatisfy { close($0, $1) })
  }

  @Test("the constant, the variances of differences and the bounds are those of the reference")
  func firstStage() {
    let variances: [(Int, Int, alone: Double, common: Double)] = [
      (0, 1, 4.561472345165573, 1.4012437535952196), (0, 4, 5.63993539634872, 1.0183501770780887),
      (1, 2, 8.358104543052768, 3.3537102633866613), (1, 3, 6.958408192468278, 1.752828142253497),
      (2, 3, 11.31374952158252, 2.59753727722015), (3, 4, 10.964905543440139, 1.8833380602746124),
    ]
    for reference in Self.cases {
      var systems = ReferenceSystems(inCommon: reference.inCommon)
      var race = race(reference.indifference)
      #expect(close(race.squaredConstant, 11.429410772766115))
      #expect(race.greatestReplicationCount == nil)
      for _ in 0..<9 { race.add(systems.next()) }
      #expect(race.survivors.count == 5)
      race.add(systems.next())
      for (first, second, alone, common) in variances {
        let expected = reference.inCommon ? common : alone
        #expect(close(race.differenceVariance(first, second), expected))
        #expect(race.differenceVariance(second, first) == race.differenceVariance(first, second))
      }
      let pairs = race.survivors.map { reference.bounds[$0] }
      #expect(race.greatestReplicationCount == (pairs.max() ?? 0) + 1)
    }
  }

  @Test("the least of the turned outputs is selected just as the greatest of the others")
  func minimise() {
    var systems = ReferenceSystems(inCommon: true)
    var greatest = race()
    run(&greatest) { systems.next() }
    systems = ReferenceSystems(inCommon: true)
    var least = race(goal: .minimise)
    run(&least) { systems.next().map { -$0 } }
    #expect(least.eliminations == greatest.eliminations)
    #expect(least.selected == 3)
  }

  @Test("a margin shrinks with every replication to zero, and there the race ends")
  func margins() {
    // Differences of 3 up and down in the first stage, none later: the means stay together.
    var race = race(1, systems: 2)
    for replication in 0..<10 { race.add([0, replication.isMultiple(of: 2) ? 3 : -3]) }
    let end = race.greatestReplicationCount
    var last = race.margin(0, 1)
    while race.selected == nil {
      #expect(last > 0)
      race.add([0, 0])
      #expect(race.margin(0, 1) < last)
      last = race.margin(0, 1)
    }
    #expect(last == 0)
    #expect(race.replicationCount == end)
  }

  @Test("systems that have not differed cannot leave each other out, however long it takes")
  func ties() {
    var race = race(systems: 3)
    for value in 1...100 {
      let outputs = [0, Double(value), Double(value)]
      race.add(race.survivors.map { outputs[$0] })
    }
    #expect(race.survivors == [1, 2] && race.eliminations.map(\.system) == [0])
    #expect(race.areAlike(1, 2) && !race.areAlike(0, 1))
    #expect(race.greatestReplicationCount == Int.max)
  }

  @Test("their first stage ends at twice, four times, ... its length, as soon as they differ")
  func lateDifference() {
    var race = race(0.5, systems: 2)
    // Alike in 30 replications, then better by 1 in every other: known at 40 replications.
    for _ in 0..<30 { race.add([1, 1]) }
    #expect(race.survivors == [0, 1])
    var count = 30
    while race.selected == nil {
      count += 1
      race.add([1, count.isMultiple(of: 2) ? 2 : 1])
      if count < 40 { #expect(race.survivors == [0, 1]) }
    }
    #expect(race.selected == 1 && !race.areAlike(0, 1))
    // The variance is that of 40 differences, five of them 1.
    let expected = Tally((0..<40).map { $0 < 35 ? 0 : 1 }).variance
    #expect(race.differenceVariance(0, 1) == expected)
  }

  @Test("differences without variance decide at the end of the first stage, however small")
  func certainty() {
    var race = race(systems: 3)
    for value in 1...10 {
      let base = Double(value)
      race.add([base, base + 0.25, base - 1])
    }
    #expect(race.selected == 1)
    #expect(race.eliminations.map(\.by) == [1, 1])
    #expect(race.greatestReplicationCount == 10)
  }

  /// The slippage configuration: the best is better than four equals by just the indifference.
  ///
  /// Each output has variance 4 of its own, besides what all of a replication have in common.
  private func slippage(
    _ random: inout SplitMix64, commonDeviation: Double
  ) -> (isCorrect: Bool, count: Double) {
    var race = race(firstStage: 20)
    while race.selected == nil {
      let shared = commonDeviation * random.normal()
      race.add(
        race.survivors.map { system in
          (system == 2 ? 0.5 : 0) + shared + 2 * random.normal()
        })
    }
    return (race.selected == 2, Double(race.replicationCount))
  }

  @Test(
    "the best is selected as often as promised where it is hardest; luck in common costs nothing",
    arguments: [0, 6.0])
  func correctSelection(commonDeviation: Double) {
    // At least 0.95 is promised; 500 selections fall short of it by 4.89 standard errors less than
    // once in a million seeds. The reference needed 136.467 replications on average, over 1,000
    // selections without luck in common.
    var random = SplitMix64(seed: 88)
    var correct = 0.0
    var counts = Tally()
    for _ in 0..<500 {
      let (isCorrect, count) = slippage(&random, commonDeviation: commonDeviation)
      if isCorrect { correct += 1 }
      counts.add(count)
    }
    let standardError = (0.95 * 0.05 / 500).squareRoot()
    #expect(correct / 500 >= 0.95 - allowedStandardErrors * standardError)
    let spread = (counts.variance / 500 + counts.variance / 1000).squareRoot()
    #expect((counts.mean - 136.467).magnitude < allowedStandardErrors * spread)
  }

  @Test("what cannot be a race, or a replication of it, is a programming error")
  func misuse() async {
    await #expect(processExitsWith: .failure) { _ = Self.small(systems: 1) }
    await #expect(processExitsWith: .failure) { _ = Self.small(error: 0.5) }
    await #expect(processExitsWith: .failure) { _ = Self.small(error: .nan) }
    await #expect(processExitsWith: .failure) { _ = Self.small(indifference: 0) }
    await #expect(processExitsWith: .failure) {
      var race = Self.small()
      race.add([1, .nan])
    }
    await #expect(processExitsWith: .failure) {
      var race = Self.small()
      race.add([1, 2, 3])
    }
    await #expect(processExitsWith: .failure) {
      var race = Self.small()
      for _ in 0..<3 { race.add([1, 2]) }
    }
  }

  private static func small(
    systems: Int = 2, indifference: Double = 1, error: Double = 0.1
  ) -> KimNelson {
    KimNelson(
      systemCount: systems, firstStage: 2, indifference: indifference, error: error,
      goal: .maximise)
  }
}
