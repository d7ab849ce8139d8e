import OutputStatistics
import SensitivityAnalysis
import Testing

private struct Reference: Decodable {
  let levels: [[Int]]
  let outputs: [Double]
  let effects: [[Double]]
  let mu, muStar, sigma: [Double]

  /// The trajectories that the points of the design, in thirds, make up.
  var trajectories: [MorrisMoves] {
    let inputs = levels[0].count
    return stride(from: 0, to: levels.count, by: inputs + 1).map { start in
      let moves = (start..<start + inputs).map { row in
        (0..<inputs).filter { levels[row][$0] != levels[row + 1][$0] }[0]
      }
      let steps = zip(start..<start + inputs, moves).map { row, input in
        Double(levels[row + 1][input] - levels[row][input]) / 3
      }
      return MorrisMoves(order: moves, steps: steps)
    }
  }
}

@Suite("Elementary effects")
struct ElementaryEffectsTests {
  private let bootstrap = Bootstrap(seed: 2, resampleCount: 200)

  @Test(
    "effects, µ, µ* and σ are those of SALib",
    arguments: ["ishigami_r4_p4", "g8_r10_p4", "morris20_r4_p4"])
  func reference(name: String) throws {
    let cases = try ReferenceFile.read("morris", as: [String: Reference].self)
    let expected = try #require(cases[name])
    let found = try ElementaryEffects(
      RunOutputs(oneRunPerRow: expected.outputs), trajectories: expected.trajectories,
      luck: .none, bootstrap: bootstrap)
    for (input, effects) in expected.effects.enumerated() {
      #expect(largestDifference(found.inputs[input].effects, effects) < 1e-10)
    }
    #expect(largestDifference(found.inputs.map(\.mean), expected.mu) < 1e-10)
    #expect(largestDifference(found.inputs.map(\.meanAbsolute.value), expected.muStar) < 1e-10)
    #expect(largestDifference(found.inputs.map(\.standardDeviation), expected.sigma) < 1e-10)
    for input in found.inputs {
      let interval = try #require(input.meanAbsolute.interval)
      #expect(interval.lower <= input.meanAbsolute.value + 1e-12)
      #expect(interval.upper >= input.meanAbsolute.value - 1e-12)
      #expect(input.noiseFloor == nil)
    }
  }

  /// Two trajectories of two inputs each and back.
  private let walks = [
    MorrisMoves(order: [1, 0], steps: [0.5, 0.5]),
    MorrisMoves(order: [0, 1], steps: [-0.5, 0.5]),
  ]

  @Test("effects of a linear output are its slopes over the whole ranges, with no spread")
  func linear() throws {
    let outputs = try RunOutputs(oneRunPerRow: [0, -1, 0.5, 10, 8.5, 7.5])
    let found = try ElementaryEffects(
      outputs, trajectories: walks, luck: .none, bootstrap: bootstrap)
    #expect(found.inputs.map(\.mean) == [3, -2])
    #expect(found.inputs.map(\.meanAbsolute.value) == [3, 2])
    #expect(found.inputs.map(\.standardDeviation) == [0, 0])
    #expect(found.inputs[0].meanAbsolute.interval?.halfWidth == 0)
  }

  @Test("a constant output has effects of 0")
  func constant() throws {
    let outputs = try RunOutputs(oneRunPerRow: [Double](repeating: 4, count: 6))
    let found = try ElementaryEffects(
      outputs, trajectories: walks, luck: .none, bootstrap: bootstrap)
    #expect(found.inputs.map(\.meanAbsolute.value) == [0, 0])
  }

  @Test("µ* of an inert input is about its noise floor, and 0 under common luck")
  func noiseFloor() throws {
    let walks = (0..<200).map { _ in MorrisMoves(order: [0], steps: [0.5]) }
    func effects(sameLuck: Bool) throws -> ElementaryEffect {
      let rows = (0..<400).map { row in
        (0..<4).map { TestModels.noise(seed: 8, luck: sameLuck ? row / 2 : row, replication: $0) }
      }
      return try ElementaryEffects(
        RunOutputs(rows), trajectories: walks, luck: sameLuck ? .common : .own,
        bootstrap: bootstrap
      ).inputs[0]
    }
    let own = try effects(sameLuck: false)
    let floor = try #require(own.noiseFloor)
    // Effects are normal with standard error √2: absolute values average to 1.128, with standard
    // error 1.414 · 0.603 / √200 = 0.06.
    #expect((own.meanAbsolute.value - 1.128).magnitude < 0.3)
    #expect((floor - 1.128).magnitude < 0.15)
    let common = try effects(sameLuck: true)
    #expect(common.meanAbsolute.value == 0)
    #expect(common.noiseFloor == 0)
  }

  @Test("one noisy run per row with luck of its own is refused")
  func oneNoisyRun() throws {
    let outputs = try RunOutputs(oneRunPerRow: [0, -1, 0.5, 10, 8.5, 7.5])
    #expect(throws: SensitivityError.noiseUnknown) {
      try ElementaryEffects(outputs, trajectories: walks, luck: .own, bootstrap: bootstrap)
    }
  }

  @Test("trajectories that do not move every input once, or by 0, are refused")
  func brokenTrajectories() throws {
    let outputs = try RunOutputs(oneRunPerRow: [1, 2, 3, 4, 5, 6])
    let broken = [
      (MorrisMoves(order: [0, 0], steps: [1, 1]), "does not move every input exactly once"),
      (MorrisMoves(order: [0, 2], steps: [1, 1]), "does not move every input exactly once"),
      (MorrisMoves(order: [0], steps: [1]), "has 1 moves and 1 steps for 2 inputs"),
      (MorrisMoves(order: [0, 1], steps: [1, 0]), "has a step of 0.0"),
    ]
    for (trajectory, reason) in broken {
      #expect(throws: SensitivityError.brokenTrajectory(trajectory: 1, reason: reason)) {
        try ElementaryEffects(
          outputs, trajectories: [walks[0], trajectory], luck: .none, bootstrap: bootstrap)
      }
    }
  }

  @Test("missing rows and a single trajectory are refused")
  func missing() throws {
    let outputs = try RunOutputs(oneRunPerRow: [1, 2, 3, 4, 5])
    #expect(throws: SensitivityError.wrongRowCount(found: 5, expected: "2 trajectories of 3 rows"))
    {
      try ElementaryEffects(outputs, trajectories: walks, luck: .none, bootstrap: bootstrap)
    }
    #expect(throws: SensitivityError.tooFew(of: "trajectories", found: 1, least: 2)) {
      try ElementaryEffects(
        outputs, trajectories: Array(walks.prefix(1)), luck: .none, bootstrap: bootstrap)
    }
  }
}
