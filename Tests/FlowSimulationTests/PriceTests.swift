import FlowSimulation
import Foundation
import RandomStreams
import TestSupport
import Testing
import TraffickingModel

/// Prices by their formula, and what answers to them. Statistical claims allow 4.89 standard
/// errors: one false alarm in a million seeds.
@Suite("Prices")
struct PriceTests {
  /// A supply of a constant rate and a market that demands so much a day.
  private func world(
    perDay rate: Double = 5, demandPerDay: Double, warmUpDays: Int = 0
  ) -> TestNetwork {
    var network = TestNetwork(.recursiveLogit, warmUpDays: warmUpDays)
    network.corridor("way", "origin", "end")
    network.market("market", at: "end", takes: ["heroin": demandPerDay * 365.25])
    network.steadySupply("field", at: "origin", perDay: rate)
    return network
  }

  /// The price at the first market at the end of a run.
  private func lastPrice(_ network: CompiledNetwork, seed: UInt64 = 1) -> Double {
    var replication = Replication(of: network, seed: seed)
    replication.run(index: 0)
    return replication.price(of: EntityIndex(0), at: EntityIndex(0))
  }

  private func staged(
    _ network: TestNetwork, from day: String, _ change: (inout ScenarioContents) -> Void
  ) throws -> CompiledNetwork {
    let base = network.contents
    var changed = base
    change(&changed)
    return try CompiledNetwork(
      Scenario(base, from: day, changed))
  }

  private static let monthStarts = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365]

  /// Nothing is delivered, so the mean fades from what is demanded: by exp(-t / 100) on day t,
  /// and the price is that to the power of -1/2, at most 2. With 59 days of warm-up from
  /// 3 November 2022 months begin on days 28, 59, 90, ... of the simulation.
  @Test("the price is the stated one times (delivered / demanded)^(1 / ε), within its limits")
  func formula() throws {
    for warmUpDays in [0, 59] {
      var network = world(demandPerDay: 1, warmUpDays: warmUpDays)
      network.contents.supplies[0].releasePerYear = 0
      network.priceResponse(at: "market", elasticity: -2, memoryDays: 100, limit: 2)
      let reading = try CheckedRun(network.network()).reading(seed: 1)
      let sum = zip(Self.monthStarts, Self.monthStarts.dropFirst()).reduce(0.0) { sum, month in
        let factor = exp(Double(warmUpDays + month.0) / 200)
        return sum + 1000 * min(2, factor) * Double(month.1 - month.0)
      }
      let found = reading[.meanPrice, "market", "heroin"]
      #expect(abs(found / (sum / 365) - 1) < 1e-12)
    }
  }

  @Test("a market that does not take a commodity has no price of it")
  func noDemand() throws {
    var network = world(demandPerDay: 5)
    network.commodity("opium")
    network.priceResponse(at: "market")
    let reading = try CheckedRun(network.network()).reading(seed: 1)
    #expect(reading[.meanPrice, "market", "opium"].isNaN)
    #expect(reading[.meanPrice, "market", "heroin"] > 0)
  }

  /// The mean of deliveries varies by the square root of rate / (2 × memory): 4 % of 5 kg a day
  /// with a memory of 60 days.
  @Test("in a steady flow the price settles where the formula says")
  func steady() throws {
    var network = world(perDay: 5, demandPerDay: 10, warmUpDays: 365)
    network.priceResponse(at: "market", elasticity: -1, memoryDays: 60)
    let found = lastPrice(try network.network())
    let error = (5.0 / 120).squareRoot() / 5
    #expect(abs(log(found / 2000)) < StandardScore.allowed * error)
  }

  @Test("halved demand lowers the price by 2^(1 / ε) at once, as what is delivered stays")
  func halvedDemand() throws {
    for elasticity in [-1, -2.0] {
      var network = world(perDay: 5, demandPerDay: 5)
      network.priceResponse(at: "market", elasticity: elasticity)
      let plain = lastPrice(try network.network())
      let treated = lastPrice(
        try staged(network, from: "2023-12-17") {
          $0.markets[0].demands[0].kilogramsPerYear /= 2
        })
      // The price of December was set on the 1st in one run and on the 17th in the other.
      let same = lastPrice(
        try staged(network, from: "2023-12-17") {
          $0.markets[0].demands[0].pricePerKilogram *= 1 + 1e-15
        })
      #expect(abs(treated / same - pow(2, 1 / elasticity)) < 1e-12)
      #expect(abs(log(same / plain)) < 0.2)
    }
  }

  @Test("a price does not leave its limits")
  func limits() throws {
    var network = world(perDay: 5, demandPerDay: 0.5)
    network.priceResponse(at: "market", limit: 1.5)
    #expect(abs(lastPrice(try network.network()) - 1000 / 1.5) < 1e-9)
    network = world(perDay: 0.5, demandPerDay: 5)
    network.priceResponse(at: "market", limit: 1.5)
    #expect(abs(lastPrice(try network.network()) - 1500) < 1e-9)
  }

  @Test("where nothing is demanded any more the price is at its lower limit")
  func noDemandLeft() throws {
    var network = world(demandPerDay: 5)
    network.priceResponse(at: "market")
    network.corridor("other", "origin", "elsewhere")
    network.market("other", at: "elsewhere")
    let compiled = try staged(network, from: "2023-07-01") {
      $0.markets[0].demands[0].kilogramsPerYear = 0
    }
    #expect(lastPrice(compiled) == 250)
    let reading = try CheckedRun(compiled).reading(seed: 1)
    #expect(reading.all(.meanPrice).allSatisfy { $0.isFinite })
  }

  @Test("a stage that changes nothing changes no outcome, to the bit")
  func idleStage() throws {
    var network = world(demandPerDay: 4, warmUpDays: 40)
    network.priceResponse(at: "market")
    network.contents.supplies[0].releaseElasticity = 1
    let plain = try CheckedRun(network.network()).reading(seed: 3)
    let idle = try CheckedRun(staged(network, from: "2023-05-17") { _ in }).reading(seed: 3)
    #expect(plain.outcome.monthly == idle.outcome.monthly)
    #expect(plain[.revenueByOrganisation, "group"] == idle[.revenueByOrganisation, "group"])
    // The mean over time is added up in other pieces.
    let prices = [plain, idle].map { $0[.meanPrice, "market", "heroin"] }
    #expect(abs(prices[0] / prices[1] - 1) < 1e-12)
  }

  @Test("a response whose limits leave no room is as none")
  func noRoom() throws {
    let plain = try CheckedRun(world(demandPerDay: 1).network()).reading(seed: 4)
    var network = world(demandPerDay: 1)
    network.priceResponse(at: "market", limit: 1)
    network.contents.supplies[0].releaseElasticity = 2
    let bounded = try CheckedRun(network.network()).reading(seed: 4)
    let responses = zip(bounded.layout.columns, bounded.outcome.responses)
      .filter { $0.0.response != .meanPrice }.map(\.1.bitPattern)
    #expect(responses == plain.outcome.responses.map(\.bitPattern))
    #expect(bounded[.meanPrice, "market", "heroin"] == 1000)
  }

  @Test("deliveries are paid the price of their month")
  func revenue() throws {
    // Demand is so high that the price is at its limit from February on.
    var network = world(demandPerDay: 1e6)
    network.priceResponse(at: "market", memoryDays: 1, limit: 3)
    let reading = try CheckedRun(network.network()).reading(seed: 5)
    let months = reading.months(of: .deliveredKilograms)
    let expected = 1000 * months[0] + 3000 * months[1...].reduce(0, +)
    #expect(abs(reading[.revenueByOrganisation, "group"] / expected - 1) < 1e-12)
  }

  /// At the limit of 2 from February on; 2 a day at the stated price.
  @Test("release answers with the ratio of the prices to the power of its elasticity")
  func release() throws {
    for elasticity in [1, 2.0] {
      var network = world(perDay: 2, demandPerDay: 1e6)
      network.priceResponse(at: "market", memoryDays: 1, limit: 2)
      network.contents.supplies[0].releaseElasticity = elasticity
      let reading = try CheckedRun(network.network()).reading(seed: 6)
      let expected = 2 * 31 + 2 * pow(2, elasticity) * 334
      let score = StandardScore.poisson(reading[.dispatchedConsignments, "heroin"], mean: expected)
      #expect(abs(score) < StandardScore.allowed)
    }
  }

  /// Two markets at whose prices the release looks: one at twice the stated price and one of three
  /// times the demand at it; the mean ratio is 1.25.
  @Test("release answers to the markets by what they demand")
  func releaseByShares() throws {
    var network = world(perDay: 2, demandPerDay: 1e6)
    network.priceResponse(at: "market", memoryDays: 1, limit: 2)
    network.corridor("other", "origin", "elsewhere")
    network.market("other", at: "elsewhere", takes: ["heroin": 3e6 * 365.25])
    network.contents.supplies[0].releaseElasticity = 1
    let reading = try CheckedRun(network.network()).reading(seed: 7)
    let expected = 2 * 31 + 2.5 * 334
    let score = StandardScore.poisson(reading[.dispatchedConsignments, "heroin"], mean: expected)
    #expect(abs(score) < StandardScore.allowed)
    // 1 to 3 in January; then the first weighs twice, 2 to 3.
    let toFirst = (62 * 0.25 + 835 * 0.4) / 897
    let count = reading[.dispatchedConsignments, "heroin"]
    let split = StandardScore.binomial(reading.corridor("way", .attempts), of: count, toFirst)
    #expect(abs(split) < StandardScore.allowed)
  }

  /// Of 3,650 consignments half would go each way; a standard error is 30.
  @Test("a market that is undersupplied attracts flow")
  func attraction() throws {
    var network = TestNetwork(.recursiveLogit)
    network.agency("police")
    network.corridor("near", "origin", "near")
    network.corridor("far", "origin", "far", detections: ["police": 0.7])
    network.market("near", at: "near", takes: ["heroin": 5 * 365.25])
    network.market("far", at: "far", takes: ["heroin": 5 * 365.25])
    network.steadySupply("field", at: "origin", perDay: 10)
    let plain = try CheckedRun(network.network()).reading(seed: 8)
    #expect(abs(plain.corridor("far", .attempts) - 1825) < 150)
    network.priceResponse(at: "near", memoryDays: 60)
    network.priceResponse(at: "far", memoryDays: 60)
    let reading = try CheckedRun(network.network()).reading(seed: 8)
    #expect(reading.corridor("far", .attempts) > 2100)
    #expect(
      reading[.meanPrice, "far", "heroin"] > 1.5 * reading[.meanPrice, "near", "heroin"])
  }

  @Test("learners weigh their risk at the price in force")
  func risk() throws {
    var network = TestNetwork(.recursiveLogit)
    network.agency("police")
    network.corridor("risky", "origin", "end", detections: ["police": 0.1])
    network.corridor("safe", "origin", "end", cost: 100)
    network.market("market", at: "end", takes: ["heroin": 1e9])
    network.steadySupply("field", at: "origin", perDay: 10)
    network.contents.organisations[0].riskAversion = 1
    network.contents.organisations[0].learning = Organisation.Learning(
      reviewDays: 30, memoryDays: 365, priorPassages: 1e6, hearsay: 0)
    // At 1,000 USD/kg risk and cost are equal; at 3,000 the risk is 200 USD/kg dearer.
    let plain = try CheckedRun(network.network()).reading(seed: 9)
    let half = StandardScore.binomial(
      plain.corridor("risky", .attempts), of: plain[.dispatchedConsignments, "heroin"], 0.5)
    #expect(abs(half) < StandardScore.allowed)
    network.priceResponse(at: "market", memoryDays: 1, limit: 3)
    let reading = try CheckedRun(network.network()).reading(seed: 9)
    // The price rises on day 31, the review of day 60 notices.
    let share = 1 / (1 + exp(2.0))
    let count = reading[.dispatchedConsignments, "heroin"]
    let expected = (60 * 0.5 + 305 * share) / 365
    let score = StandardScore.binomial(reading.corridor("risky", .attempts), of: count, expected)
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("a replication forgets the prices of the one before")
  func independence() throws {
    var network = world(demandPerDay: 3)
    network.priceResponse(at: "market")
    network.contents.supplies[0].releaseElasticity = 1
    let run = CheckedRun(try network.network())
    #expect(try run.reading(seed: 9, index: 2).bits == run.readings(seed: 9, count: 3)[2].bits)
  }
}
