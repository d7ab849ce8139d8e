import FlowSimulation
import RandomStreams
import TestSupport
import Testing
import TraffickingModel

/// Travel, holding and division at hubs. Statistical claims allow 4.89 standard errors: one false
/// alarm in a million seeds.
@Suite("Movement")
struct MovementTests {
  /// Days to market over one corridor and one place on the way, for 2,000 consignments.
  private func daysToMarket(
    days: Distribution? = .always(1), holding: Distribution? = nil,
    _ change: (inout TestNetwork) -> Void = { _ in }
  ) throws -> Double {
    var network = TestNetwork()
    network.place("hub", holding: holding)
    network.corridor("first", "origin", "hub", days: days)
    network.corridor("second", "hub", "city")
    network.market("market", at: "city")
    network.burst("field", at: "origin", count: 2_000)
    change(&network)
    return try CheckedRun(network.network()).reading(seed: 31)[.daysToMarket, "heroin"]
  }

  @Test("times without chance add up exactly")
  func deterministicTimes() throws {
    let days = try daysToMarket(days: .always(2.5), holding: .always(0.25))
    #expect(abs(days - 3.75) < 1e-9)
  }

  @Test(
    "the mean travel time is that of its distribution",
    arguments: [
      Distribution.exponential(Exponential(mean: 3)),
      .lognormal(Lognormal(mean: 4, coefficientOfVariation: 0.6)),
      .triangular(Triangular(lower: 1, mode: 2, upper: 6)),
    ])
  func travelTime(_ travel: Distribution) throws {
    let days = try daysToMarket(days: travel)
    let error = (travel.variance / 2_000).squareRoot()
    #expect(abs(days - 1 - travel.mean) < StandardScore.allowed * error)
  }

  @Test("the mean time held is that of its distribution")
  func holdingTime() throws {
    let holding = Distribution.gamma(Gamma(shape: 2, mean: 5))
    let days = try daysToMarket(holding: holding)
    let error = (holding.variance / 2_000).squareRoot()
    #expect(abs(days - 2 - holding.mean) < StandardScore.allowed * error)
  }

  @Test("a corridor without a time of its own takes length over speed times the mode's delay")
  func modeTime() throws {
    let days = try daysToMarket(days: nil) { network in
      network.contents.modes[0].kilometresPerDay = 200
      network.contents.modes[0].delay = .always(1.5)
      network.contents.corridors[0].lengthKilometres = 1_000
    }
    #expect(abs(days - (1_000 / 200 * 1.5 + 1)) < 1e-9)
  }

  @Test("the travel times of successive hops and the time held between them are independent")
  func independentHops() throws {
    // One consignment a replication; the variance of a sum of independent times is the sum of the
    // variances. Squared deviations are skewed: about one false alarm in ten thousand seeds.
    let times = [3.0, 2, 4]
    var network = TestNetwork()
    network.place("hub", holding: .exponential(Exponential(mean: times[1])))
    network.corridor("first", "origin", "hub", days: .exponential(Exponential(mean: times[0])))
    network.corridor("second", "hub", "city", days: .exponential(Exponential(mean: times[2])))
    network.market("market", at: "city")
    network.burst("field", at: "origin", count: 1)
    let readings = try CheckedRun(network.network()).readings(seed: 32, count: 1_000)
    let deviations = readings.map { $0[.daysToMarket, "heroin"] - times.reduce(0, +) }
    let score = StandardScore.mean(
      of: deviations.map { $0 * $0 }, expected: times.reduce(0) { $0 + $1 * $1 })
    #expect(abs(score) < StandardScore.allowed)
  }

  /// 4,000 consignments over two corridors of alike exponential travel times, mean 3 days, to a
  /// market each; the first corridor is taken by four in five, and both are watched.
  private func watchedFork() throws -> Reading {
    let days = Distribution.exponential(Exponential(mean: 3))
    var network = TestNetwork()
    network.agency("police")
    network.place("hub", holding: .exponential(Exponential(mean: 2)))
    network.corridor("in", "origin", "hub", days: days, detections: ["police": 0.4])
    network.corridor("left", "hub", "a", days: days, share: 0.8, detections: ["police": 0.4])
    network.corridor("right", "hub", "b", days: days, share: 0.2, detections: ["police": 0.4])
    network.market("market-a", at: "a")
    network.market("market-b", at: "b")
    network.burst("field", at: "origin", count: 4_000)
    return try CheckedRun(network.network()).reading(seed: 34)
  }

  @Test("how long the way takes and whether it is detected are independent")
  func timeAndDetection() throws {
    let reading = try watchedFork()
    // The variance is 9 + 4 + 9 for those who arrive, as for all.
    let error = (22 / reading[.deliveredKilograms, "heroin"]).squareRoot()
    let days = reading[.daysToMarket, "heroin"]
    #expect(abs(days - 8) < StandardScore.allowed * error)
  }

  @Test("which way is taken and whether it is detected are independent")
  func choiceAndDetection() throws {
    let reading = try watchedFork()
    let score = StandardScore.binomial(
      reading.corridor("right", .seizures), of: reading.corridor("right", .attempts), 0.4)
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("which way is taken and how long it takes are independent")
  func choiceAndTime() throws {
    // Only what goes right reaches a market here: its mean time is that of the corridor.
    var network = TestNetwork()
    network.agency("police")
    let days = Distribution.exponential(Exponential(mean: 3))
    network.corridor(
      "left", "origin", "a", days: days, share: 0.8, detections: ["police": 1 - 1e-15])
    network.corridor("right", "origin", "b", days: days, share: 0.2)
    network.market("market-a", at: "a")
    network.market("market-b", at: "b")
    network.burst("field", at: "origin", count: 4_000)
    let reading = try CheckedRun(network.network()).reading(seed: 35)
    let error = (9 / reading[.deliveredKilograms, "heroin"]).squareRoot()
    #expect(abs(reading[.daysToMarket, "heroin"] - 3) < StandardScore.allowed * error)
  }

  @Test("what is on the way at the end is neither delivered nor lost")
  func inTransit() throws {
    var network = TestNetwork(from: "2023-01-01", to: "2023-04-01")
    network.corridor("c", "origin", "city", days: .always(1_000))
    network.market("market", at: "city")
    network.burst("field", at: "origin", count: 300)
    let reading = try CheckedRun(network.network()).reading(seed: 33)
    #expect(reading[.inTransitKilograms, "heroin"] == 300)
  }

  @Test("a passage is counted as it begins and a seizure as it ends")
  func attemptBeforeSeizure() throws {
    var network = TestNetwork(from: "2023-01-01", to: "2023-04-01")
    network.agency("police")
    network.corridor(
      "c", "origin", "city", days: .always(1_000), detections: ["police": 0.9])
    network.market("market", at: "city")
    network.burst("field", at: "origin", count: 300)
    let reading = try CheckedRun(network.network()).reading(seed: 33)
    #expect(
      reading.corridor("c", .attempts) == 300 && reading.corridor("c", .seizures) == 0)
  }
}
