import FlowSimulation
import TestSupport
import Testing
import TraffickingModel

/// Green crossings in the simulation; the formula itself is tested with the model. Claims allow
/// 4.89 standard errors: one false alarm in a million seeds.
@Suite("Random search at a green border")
struct RandomSearchTests {
  /// 4,000 crossings of a section with 100 km/day of patrols of 1 km sweep, and sensors that see
  /// half of a quarter of it.
  private func crossings(length: Double, isGreen: Bool) throws -> Reading {
    var network = TestNetwork()
    network.country("BBB")
    network.agency("guard", .borderGuard)
    network.frontier("aaa-bbb", between: ["AAA", "BBB"], sections: ["hills": length])
    network.watch(
      "hills", band: 4, days: 0.5,
      patrols: [
        FrontierSection.Patrol(
          agency: network.agencyIndex("guard"), kilometresPerDay: 100, sweepWidthKilometres: 1)
      ],
      sensors: FrontierSection.Sensors(
        agency: network.agencyIndex("guard"), share: 0.25, detectionProbability: 0.5))
    network.place("origin")
    network.place("city", in: "BBB")
    network.corridor("c", "origin", "city", crossing: "hills", isGreen: isGreen)
    network.market("market", at: "city")
    network.burst("field", at: "origin", count: 4_000)
    return try CheckedRun(network.network()).reading(seed: 95)
  }

  @Test("the share that is seized is 1 - (1 - c q) exp(-v W T / A)")
  func share() throws {
    // v W T / A = 100 * 1 * 0.5 / (50 * 4) = 1/4, and exp(-1/4) = 0.77880078.
    let score = StandardScore.binomial(
      try crossings(length: 50, isGreen: true)[.seizures, "heroin"], of: 4_000,
      1 - (1 - 0.125) * 0.778_800_783)
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("the same effort on a longer section seizes less")
  func longerSection() throws {
    let near = try crossings(length: 50, isGreen: true)
    let far = try crossings(length: 200, isGreen: true)
    #expect(far[.seizures, "heroin"] < near[.seizures, "heroin"])
  }

  @Test("whoever crosses at a checkpoint meets neither patrols nor sensors of the green border")
  func checkpoint() throws {
    #expect(try crossings(length: 50, isGreen: false)[.seizures, "heroin"] == 0)
  }
}
