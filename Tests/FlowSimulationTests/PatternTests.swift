import FlowSimulation
import OutputStatistics
import RandomStreams
import TestSupport
import Testing
import TraffickingModel

/// Patterns that the field knows, as what comes of the processes: nothing in the program knows of
/// them.
///
/// Intervals are of 99.9 per cent over eight or more replications under common random numbers, so a
/// one-sided claim that is not true would pass for one seed in two thousand.
@Suite("Patterns")
struct PatternTests {
  private let base = PatternWorld.network()

  /// The base, with the first section six times as well patrolled from February on.
  private func hardened(learns: Bool = true) throws -> CompiledNetwork {
    try PatternWorld.staged(
      PatternWorld.network(learns: learns),
      PatternWorld.network(patrols: [600, 100, 100, 100], learns: learns))
  }

  @Test("balloon: pressure on one section takes flow off it and puts it on the others")
  func balloon() throws {
    let own = try PatternWorld.difference(base.network(), hardened()) { PatternWorld.flows($0)[0] }
    let others = try PatternWorld.difference(base.network(), hardened()) {
      PatternWorld.flows($0)[1...].reduce(0, +)
    }
    #expect(own.high < 0)
    #expect(others.low > 0)
  }

  @Test("balloon: delivered falls by less than if the flow stayed where it was")
  func lessThanProportional() throws {
    func prevented(_ learns: Bool) throws -> PairedDifference {
      try PatternWorld.difference(
        PatternWorld.network(learns: learns).network(), hardened(learns: learns)
      ) { $0[.deliveredKilograms, "heroin"] }
    }
    let adaptive = try prevented(true)
    let blind = try prevented(false)
    #expect(adaptive.high < 0)
    #expect(adaptive.low > blind.high)
  }

  @Test("without learning nothing is displaced, to the bit")
  func noLearningNoDisplacement() throws {
    let base = PatternWorld.network(learns: false)
    let plain = try CheckedRun(base.network()).reading(seed: 52)
    let staged = try CheckedRun(hardened(learns: false)).reading(seed: 52)
    #expect(PatternWorld.flows(plain) == PatternWorld.flows(staged))
    #expect(plain[.seizedKilograms, "heroin"] < staged[.seizedKilograms, "heroin"])
  }

  @Test("more effort: seizures rise while the mean seized consignment shrinks")
  func smallerSeizures() throws {
    let strong = PatternWorld.network(patrols: [1_500, 1_500, 1_500, 1_500])
    let seizures = try PatternWorld.difference(base.network(), strong.network()) {
      $0[.seizures, "heroin"]
    }
    let mean = try PatternWorld.difference(base.network(), strong.network(), replications: 16) {
      $0[.meanSeizedConsignmentKilograms, "heroin"]
    }
    #expect(seizures.low > 0)
    #expect(mean.high < 0)
  }

  @Test("every further patrol finds less than the one before")
  func diminishingReturn() throws {
    func network(_ effort: Double) -> TestNetwork {
      PatternWorld.network(patrols: [Double](repeating: effort, count: 4))
    }
    func gain(_ from: Double, _ to: Double) throws -> [Double] {
      let first = try CheckedRun(network(from).network()).readings(seed: 51, count: 8)
      let second = try CheckedRun(network(to).network()).readings(seed: 51, count: 8)
      return zip(first, second).map {
        ($1[.seizedKilograms, "heroin"] - $0[.seizedKilograms, "heroin"]) / (to - from)
      }
    }
    let early = try gain(100, 400)
    let late = try gain(400, 1_000)
    let difference = PairedDifference(base: early, variant: late, level: 0.999)
    #expect(difference.high < 0)
    #expect(Tally(late).mean > 0)
  }

  /// The same 700 kilometres a day: most of them on one section for good, or nine tenths of them on
  /// one section for five days and then on another one at random.
  @Test("patrols that nobody can predict find more than the same patrols in one known place")
  func unpredictable() throws {
    let fixed = PatternWorld.network(patrols: [520, 60, 60, 60])
    let gain = try PatternWorld.difference(
      fixed.network(), mobile().network(), replications: 16
    ) { $0[.interdictionRate, "heroin"] }
    #expect(gain.low > 0)
  }

  /// The pattern goes no further. With the same mean effort on every section, moving it makes
  /// hazards uneven in time, which detects less because detection is concave in effort; and
  /// organisations, which know patrols by their losses alone, lose sight of an even spread as
  /// little as of a moving one.
  @Test("the same patrols spread evenly for good find more still")
  func evenPatrols() throws {
    let even = PatternWorld.network(patrols: [175, 175, 175, 175])
    let gain = try PatternWorld.difference(even.network(), mobile().network(), replications: 16) {
      $0[.interdictionRate, "heroin"]
    }
    #expect(gain.high < 0)
  }

  private func mobile() -> TestNetwork {
    var mobile = PatternWorld.network(patrols: [175, 175, 175, 175])
    mobile.contents.frontiers[0].deployment = Frontier.Deployment(
      mobileShare: 0.9, redeploymentDays: 5)
    return mobile
  }

  @Test("stocks buffer a ban: half a year on little has changed, a year and a half on much")
  func stocksBufferBan() throws {
    var before = PatternWorld.network(production: 36_525, stock: 30_000)
    before.contents.period.end = date("2025-01-01")
    var ban = before
    ban.contents.supplies[0].productionKilogramsPerYear = 0
    let banned = try PatternWorld.staged(before, ban)
    let plain = try CheckedRun(before.network()).readings(seed: 53, count: 8)
    let without = try CheckedRun(banned).readings(seed: 53, count: 8)
    func left(_ months: Range<Int>) -> [Double] {
      zip(plain, without).map { plain, banned in
        banned.months(of: .deliveredKilograms)[months].reduce(0, +)
          / plain.months(of: .deliveredKilograms)[months].reduce(0, +)
      }
    }
    let early = Tally(left(1..<4)).confidenceInterval(level: 0.999)
    let late = Tally(left(20..<24)).confidenceInterval(level: 0.999)
    #expect((early?.lower ?? 0) > 0.75)
    #expect((late?.upper ?? 1) < 0.35)
  }

  /// Agencies inland, one after the other on the way of all, with leads from one of them.
  private func coalition(_ form: Exchange.Form, of count: Int) -> TestNetwork {
    var network = TestNetwork(.fixed, from: "2023-01-01", to: "2024-01-01")
    network.contents.intelligence = Intelligence(
      leadsPerSeizure: 0.3, lifetimeDays: 12, hazardFactor: 8)
    let names = (0..<count).map { "police-\($0)" }
    for (number, name) in names.enumerated() {
      network.agency(name)
      network.corridor(
        "leg-\(number)", "place-\(number)", "place-\(number + 1)", detections: [name: 0.02])
    }
    network.market("market", at: "place-\(count)")
    for number in 1..<12 { network.organisation("group-\(number)") }
    network.steadySupply(
      "supply", at: "place-0", perDay: 6,
      by: [
        "group": 1, "group-1": 1, "group-2": 1, "group-3": 1, "group-4": 1, "group-5": 1,
        "group-6": 1, "group-7": 1, "group-8": 1, "group-9": 1, "group-10": 1, "group-11": 1,
      ])
    network.exchange("channel", form, of: names, probability: 0.9, delayDays: 4)
    return network
  }

  @Test("a hub of more than two beats pairs at equal latency; a hub of two is a pair")
  func hubAgainstPairs() throws {
    let gain = try PatternWorld.difference(
      coalition(.bilateral, of: 5).network(), coalition(.platform, of: 5).network(),
      replications: 16
    ) { $0[.interdictionRate, "heroin"] }
    #expect(gain.low > 0)
    let pair = try CheckedRun(coalition(.bilateral, of: 2).network()).reading(seed: 51)
    let hub = try CheckedRun(coalition(.platform, of: 2).network()).reading(seed: 51)
    #expect(pair.bits == hub.bits)
  }
}
