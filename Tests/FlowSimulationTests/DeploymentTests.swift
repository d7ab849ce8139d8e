import FlowSimulation
import TestSupport
import Testing
import TraffickingModel

/// Patrols that move between sections at random.
@Suite("Deployment of patrols")
struct DeploymentTests {
  /// A frontier of a short and a long section, each crossed by a steady flow of its own.
  private func world(_ deployment: Frontier.Deployment?) -> TestNetwork {
    var network = TestNetwork(.fixed)
    network.country("BBB")
    network.agency("guard", .borderGuard, of: "BBB")
    network.frontier("border", between: ["AAA", "BBB"], sections: ["short": 100, "long": 300])
    for (section, effort) in [("short", 40.0), ("long", 60.0)] {
      network.watch(
        section, band: 10, days: 1,
        patrols: [
          FrontierSection.Patrol(
            agency: network.agencyIndex("guard"), kilometresPerDay: effort,
            sweepWidthKilometres: 2)
        ])
      network.place("\(section)-start")
      network.place("\(section)-end", in: "BBB")
      network.corridor(
        section, "\(section)-start", "\(section)-end", crossing: section, isGreen: true)
      network.market("\(section)-market", at: "\(section)-end")
      network.steadySupply("\(section)-supply", at: "\(section)-start", perDay: 20)
    }
    network.contents.frontiers[0].deployment = deployment
    return network
  }

  private func reading(_ deployment: Frontier.Deployment?) throws -> Reading {
    try CheckedRun(world(deployment).network()).reading(seed: 41)
  }

  @Test("patrols of which none is mobile are the fixed ones")
  func immobile() throws {
    let fixed = try reading(nil)
    let immobile = try reading(Frontier.Deployment(mobileShare: 0, redeploymentDays: 5))
    #expect(fixed.outcome.corridors == immobile.outcome.corridors)
    #expect(fixed.outcome.monthly == immobile.outcome.monthly)
  }

  /// All patrols are on the short section a quarter of the time and on the long one three
  /// quarters, where 100 km a day over 1,000 or 3,000 square kilometres have hazards of 0.2 and
  /// 1/15. The section is drawn anew every day, so that 7,300 crossings of a year are independent
  /// but for those of one day; the standard error is therefore that of the days.
  @Test("the mobile effort is on one section at a time, in proportion to length")
  func mobile() throws {
    let reading = try reading(Frontier.Deployment(mobileShare: 1, redeploymentDays: 1))
    #expect(reading[.incidents, "redeployments"] == 365)
    for (section, share, hazard) in [("short", 0.25, 0.2), ("long", 0.75, 1.0 / 15)] {
      let chance = DetectionHazard.probability(ofHazard: hazard)
      let attempts = reading.corridor(section, .attempts)
      let expected = attempts * share * chance
      let daily = attempts / 365
      let variance = expected + 365 * share * (1 - share) * (daily * chance) * (daily * chance)
      let score = (reading.corridor(section, .seizures) - expected) / variance.squareRoot()
      #expect(abs(score) < StandardScore.allowed)
    }
  }

  @Test("half mobile effort leaves half of it at home")
  func halfMobile() throws {
    // The patrols never leave within the year: they are where the first move put them.
    let reading = try reading(Frontier.Deployment(mobileShare: 0.5, redeploymentDays: 3650))
    let hazards = ["short": (20.0 + 50) * 2 / 1000, "long": 30.0 * 2 / 3000]
    let elsewhere = ["short": 20.0 * 2 / 1000, "long": (30.0 + 50) * 2 / 3000]
    func scores(_ hazards: [String: Double]) -> [Double] {
      hazards.keys.sorted().map { section in
        StandardScore.binomial(
          reading.corridor(section, .seizures), of: reading.corridor(section, .attempts),
          DetectionHazard.probability(ofHazard: hazards[section] ?? 0))
      }
    }
    let fits = [hazards, elsewhere].filter {
      scores($0).allSatisfy { abs($0) < StandardScore.allowed }
    }
    #expect(fits.count == 1)
  }

  @Test("a frontier with patrols on one section only has nowhere to move them")
  func oneSection() throws {
    var network = world(Frontier.Deployment(mobileShare: 1, redeploymentDays: 1))
    network.contents.sections[1].surveillance?.patrols = []
    let problems = network.contents.problems()
    #expect(problems.map(\.pointer) == ["/frontiers/border/deployment"])
  }
}
