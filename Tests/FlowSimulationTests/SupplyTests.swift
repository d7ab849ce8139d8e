import FlowSimulation
import Foundation
import OutputStatistics
import RandomStreams
import TestSupport
import Testing
import TraffickingModel

/// Harvest, stock and dispatch. Every statistical claim allows 4.89 standard errors: one false
/// alarm in a million seeds, somewhat more where the statistic is skewed, as is said there.
@Suite("Supply")
struct SupplyTests {
  /// Monthly dispatches of many years from a supply of constant expectation, and the expected
  /// number in each month.
  private func monthlyCounts(
    shape: Double, perDay rate: Double, years: Int
  ) throws -> (counts: [Double], expected: [Double]) {
    var network = TestNetwork()
    network.corridor("c", "origin", "city")
    network.market("market", at: "city")
    network.steadySupply("field", at: "origin", perDay: rate, shape: shape)
    let readings = try CheckedRun(network.network()).readings(seed: 21, count: years)
    let days = [31.0, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (
      readings.flatMap { $0.months(of: .dispatchedKilograms) },
      readings.flatMap { _ in days.map { $0 * rate } }
    )
  }

  @Test("with a large clustering shape the counts have the Poisson mean")
  func poissonMean() throws {
    let (counts, expected) = try monthlyCounts(shape: 1e6, perDay: 0.2, years: 200)
    let score = StandardScore.poisson(counts.reduce(0, +), mean: expected.reduce(0, +))
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("with a large clustering shape the counts have the Poisson variance")
  func poissonVariance() throws {
    // The squared deviation of a Poisson count of mean m has mean m and variance 2 m² + m.
    let (counts, expected) = try monthlyCounts(shape: 1e6, perDay: 0.2, years: 200)
    let excess = zip(counts, expected).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) - $1.1 }
    let variance = expected.reduce(0) { $0 + 2 * $1 * $1 + $1 }
    #expect(abs(excess / variance.squareRoot()) < StandardScore.allowed)
  }

  @Test("with a large clustering shape no dispatches is as likely as exp(-mean)")
  func poissonZeros() throws {
    let (counts, expected) = try monthlyCounts(shape: 1e6, perDay: 0.05, years: 200)
    let chances = expected.map { exp(-$0) }
    let variance = chances.reduce(0) { $0 + $1 * (1 - $1) }
    let zeros = Double(counts.count { $0 == 0 })
    let score = (zeros - chances.reduce(0, +)) / variance.squareRoot()
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("clustering leaves the mean as it is")
  func clusteredMean() throws {
    let (counts, expected) = try monthlyCounts(shape: 2, perDay: 0.2, years: 200)
    let variance = expected.reduce(0) { $0 + $1 * (1 + $1 / 2) }
    let score = (counts.reduce(0, +) - expected.reduce(0, +)) / variance.squareRoot()
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("monthly counts have a variance of 1 + mean / shape times their mean", arguments: [0.5, 2])
  func clusteredVariance(shape: Double) throws {
    // Squared deviations are skewed, so the false alarm rate is nearer to one in ten thousand.
    let (counts, expected) = try monthlyCounts(shape: shape, perDay: 0.2, years: 200)
    let excess = zip(counts, expected).map { count, mean in
      (count - mean) * (count - mean) - mean * (1 + mean / shape)
    }
    #expect(abs(StandardScore.mean(of: excess, expected: 0)) < StandardScore.allowed)
  }

  @Test("the luck of different months is independent")
  func monthsIndependent() throws {
    let (counts, expected) = try monthlyCounts(shape: 1, perDay: 0.2, years: 200)
    let deviations = zip(counts, expected).map { $0 - $1 }
    let products = zip(deviations, deviations.dropFirst()).map { $0 * $1 }
    #expect(abs(StandardScore.mean(of: products, expected: 0)) < StandardScore.allowed)
  }

  /// Stock at the end of a year that began with 1,000 kg.
  private func closingStocks(
    production: Double, harvest: [Double], shape: Double, count: Int
  ) throws -> [Double] {
    var network = TestNetwork()
    network.corridor("c", "origin", "city")
    network.market("market", at: "city")
    network.supply(
      "field", at: "origin", stock: 1_000, production: production, harvest: harvest,
      releasePerYear: 0.8, shape: shape, mass: .always(2))
    return try CheckedRun(network.network()).readings(seed: 22, count: count)
      .map { $0[.stockKilograms, "heroin"] }
  }

  /// What the stock is expected to be: harvest comes in as a month begins, and of what is there
  /// then the month releases its part of the year. Linear, so that chance does not move the mean
  /// unless the stock runs out.
  private func expectedStock(production: Double, harvest: [Double]) -> Double {
    let days = [31.0, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return zip(days, harvest).reduce(1_000) { stock, month in
      (stock + month.1 * production) * (1 - 0.8 * month.0 / 365.25)
    }
  }

  private static let even = [Double](repeating: 1.0 / 12, count: 12)

  @Test("without harvest the stock goes down by the release rate, month by month")
  func release() throws {
    let stocks = try closingStocks(production: 0, harvest: Self.even, shape: 5, count: 100)
    let score = StandardScore.mean(
      of: stocks, expected: expectedStock(production: 0, harvest: Self.even))
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("with harvest in two months the stock follows production less release")
  func harvest() throws {
    let harvest = [0, 0, 0, 0.7, 0.3, 0, 0, 0, 0, 0, 0, 0.0]
    let stocks = try closingStocks(production: 500, harvest: harvest, shape: 5, count: 100)
    let score = StandardScore.mean(
      of: stocks, expected: expectedStock(production: 500, harvest: harvest))
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("harvest comes in its month: nothing leaves before, and all is there after")
  func harvestMonths() throws {
    var network = TestNetwork()
    network.corridor("c", "origin", "city")
    network.market("market", at: "city")
    let june = (1...12).map { $0 == 6 ? 1.0 : 0 }
    network.supply(
      "field", at: "origin", stock: 0, production: 600, harvest: june, releasePerYear: 24)
    let reading = try CheckedRun(network.network()).reading(seed: 23)
    let months = reading.months(of: .dispatchedKilograms)
    #expect(months.prefix(5).allSatisfy { $0 == 0 } && months[5] > 500)
  }

  @Test("a month that is reported in part brings in its part of the harvest")
  func partialMonth() throws {
    var network = TestNetwork(from: "2023-06-16", to: "2023-07-01")
    network.corridor("c", "origin", "city")
    network.market("market", at: "city")
    let june = (1...12).map { $0 == 6 ? 1.0 : 0 }
    network.supply(
      "field", at: "origin", stock: 0, production: 600, harvest: june, releasePerYear: 0)
    let reading = try CheckedRun(network.network()).reading(seed: 23)
    #expect(abs(reading[.stockKilograms, "heroin"] - 300) < 1e-9)
  }

  @Test("no more leaves than there is, however hasty the release")
  func exhaustion() throws {
    // `CheckedRun` looks at the stocks on the way.
    var network = TestNetwork()
    network.corridor("c", "origin", "city")
    network.market("market", at: "city")
    network.supply(
      "field", at: "origin", stock: 50, production: 700, releasePerYear: 100, shape: 0.3,
      mass: .lognormal(Lognormal(mean: 5, coefficientOfVariation: 3)))
    let readings = try CheckedRun(network.network()).readings(seed: 24, count: 20)
    let balance = readings.map {
      $0[.dispatchedKilograms, "heroin"] + $0[.stockKilograms, "heroin"] - 750
    }
    #expect(balance.allSatisfy { abs($0) < 1e-9 })
  }

  @Test("without a release rate nothing leaves")
  func noRelease() throws {
    var network = TestNetwork()
    network.corridor("c", "origin", "city")
    network.market("market", at: "city")
    network.supply("field", at: "origin", stock: 100, releasePerYear: 0)
    let reading = try CheckedRun(network.network()).reading(seed: 25)
    #expect(reading[.dispatchedConsignments, "heroin"] == 0)
  }

  @Test(
    "the mean mass of a consignment is that of its distribution",
    arguments: [
      Distribution.lognormal(Lognormal(mean: 5, coefficientOfVariation: 1)),
      .gamma(Gamma(shape: 2, mean: 3)),
      .paretoTailedLognormal(
        ParetoTailedLognormal(
          logMean: 0, logStandardDeviation: 1, tailFrom: 3, tailExponent: 1.8, minimum: 0.1,
          maximum: 100)),
    ])
  func meanMass(_ mass: Distribution) throws {
    var network = TestNetwork()
    network.corridor("c", "origin", "city")
    network.market("market", at: "city")
    network.steadySupply("field", at: "origin", perDay: 5, mass: mass)
    let reading = try CheckedRun(network.network()).reading(seed: 26)
    let count = reading[.dispatchedConsignments, "heroin"]
    let error = (mass.variance / count).squareRoot()
    let mean = reading[.dispatchedKilograms, "heroin"] / count
    #expect(abs(mean - mass.mean) < StandardScore.allowed * error)
  }

  @Test("organisations dispatch by their shares")
  func organisationShares() throws {
    var network = TestNetwork()
    network.organisation("second")
    network.organisation("idle")
    network.corridor("c", "origin", "city")
    network.market("market", at: "city", price: 1)
    network.burst(
      "field", at: "origin", count: 4_000, by: ["group": 3, "idle": 0, "second": 1])
    let reading = try CheckedRun(network.network()).reading(seed: 27)
    let revenues = reading.all(.revenueByOrganisation)
    let score = StandardScore.binomial(revenues[0], of: 4_000, 0.75)
    #expect(abs(score) < StandardScore.allowed && revenues[2] == 0)
  }

  @Test("a network without supply stays empty")
  func noSupply() throws {
    var network = TestNetwork()
    network.corridor("c", "origin", "city")
    network.market("market", at: "city")
    let reading = try CheckedRun(network.network()).reading(seed: 28)
    #expect(reading[.dispatchedConsignments, "heroin"] == 0)
  }

  @Test("a slip in a unit that asks for a billion consignments is refused")
  func tooMany() throws {
    var network = TestNetwork()
    network.corridor("c", "origin", "city")
    network.market("market", at: "city")
    network.supply("field", at: "origin", stock: 1e9, releasePerYear: 1, mass: .always(0.001))
    let error = #expect(throws: ScenarioError.self) { try network.network() }
    #expect(error?.problems.map(\.pointer) == ["/supplies/field"])
  }
}
