import FlowSimulation
import TestSupport
import Testing
import TraffickingModel

/// Yearly closures: when they hold, what they stop and what they divert.
@Suite("Closures")
struct ClosureTests {
  /// A steady flow over a frontier that is closed from January through April, and through
  /// December.
  private func frontier(
    closing: String, warmUpDays: Int = 0, length: Double = 1
  ) throws -> Reading {
    var network = TestNetwork(from: "2023-01-01", to: "2025-01-01", warmUpDays: warmUpDays)
    network.country("BBB")
    network.frontier("aaa-bbb", between: ["AAA", "BBB"], sections: ["pass": 100])
    network.closure("winter", from: "12-01", until: "05-01")
    network.place("origin")
    network.place("city", in: "BBB", closures: closing == "place" ? ["winter"] : [])
    network.corridor(
      "c", "origin", "city", days: .always(length), crossing: "pass",
      closures: closing == "corridor" ? ["winter"] : [])
    network.market("market", at: "city")
    network.steadySupply("field", at: "origin", perDay: 2)
    return try CheckedRun(network.network()).reading(seed: 51)
  }

  private static let closedMonths: Set = [0, 1, 2, 3, 11]

  @Test("nobody sets out in a closed month", arguments: ["corridor", "place"])
  func closedMonths(closing: String) throws {
    let crossings = try frontier(closing: closing).monthlyCrossings(of: "aaa-bbb")
    #expect(
      crossings.indices.allSatisfy { !Self.closedMonths.contains($0 % 12) || crossings[$0] == 0 })
  }

  @Test("all open months see crossings")
  func openMonths() throws {
    let crossings = try frontier(closing: "corridor").monthlyCrossings(of: "aaa-bbb")
    #expect(
      crossings.indices.allSatisfy { Self.closedMonths.contains($0 % 12) || crossings[$0] > 0 })
  }

  @Test("what waited leaves when the pass opens")
  func reopening() throws {
    let reading = try frontier(closing: "corridor")
    let waiting = reading.months(of: .dispatchedKilograms)[0...4].reduce(0, +)
    #expect(reading.monthlyCrossings(of: "aaa-bbb")[4] == waiting)
  }

  @Test("a passage that has begun goes on through the closure")
  func begunPassage() throws {
    let reading = try frontier(closing: "corridor", length: 20)
    #expect(reading.monthly(.deliveredKilograms, 11) > 0)
  }

  @Test("a closure in force at the start of the warm-up holds")
  func warmUp() throws {
    let crossings = try frontier(closing: "corridor", warmUpDays: 31)
      .monthlyCrossings(of: "aaa-bbb")
    #expect(crossings[0...3].allSatisfy { $0 == 0 })
  }

  @Test("what waits at the horizon is on its way")
  func waitingAtHorizon() throws {
    let reading = try frontier(closing: "corridor")
    #expect(reading[.inTransitKilograms, "heroin"] >= reading.monthly(.dispatchedKilograms, 23))
  }

  /// Three ways out of the origin with shares 1/2, 1/3 and 1/6, the first shut over New Year.
  private func threeWays(_ routing: RoutingRule) throws -> CompiledNetwork {
    var network = TestNetwork(routing)
    network.closure("winter", from: "11-15", until: "03-01")
    network.corridor("pass", "origin", "city", share: 0.5, closures: ["winter"])
    network.corridor("valley", "origin", "city", share: 1.0 / 3, cost: 10)
    network.corridor("coast", "origin", "city", share: 1.0 / 6, cost: 20)
    network.market("market", at: "city")
    network.burst("field", at: "origin", count: 10)
    return try network.network()
  }

  private func shares(_ network: CompiledNetwork, day: Double) -> [Double] {
    (0..<3).map {
      network.choiceProbability(ofClass: 0, corridor: Corridor.Index($0), onDay: day)
    }
  }

  @Test("a closed corridor has no share, to the day", arguments: RoutingRule.allCases)
  func closedToTheDay(_ routing: RoutingRule) throws {
    // 1 March is day 59 and 15 November day 318 of 2023.
    let network = try threeWays(routing)
    let days = [0.0, 58, 59, 317, 318, 364]
    #expect(
      days.map { shares(network, day: $0)[0] > 0 } == [false, false, true, true, false, false])
  }

  @Test("closures shift flow to the open corridors in proportion", arguments: RoutingRule.allCases)
  func proportions(_ routing: RoutingRule) throws {
    let network = try threeWays(routing)
    let (winter, summer) = (shares(network, day: 0), shares(network, day: 100))
    #expect(abs(winter[1] / winter[2] - summer[1] / summer[2]) < 1e-12)
  }

  @Test("in every season the shares add up to 1", arguments: RoutingRule.allCases)
  func wholeShares(_ routing: RoutingRule) throws {
    let network = try threeWays(routing)
    #expect([0.0, 100, 350].allSatisfy { shares(network, day: $0).reduce(0, +) == 1 })
  }

  @Test("under the logit nobody enters a valley whose far end is shut")
  func deadEndAhead() throws {
    var network = TestNetwork(.recursiveLogit, from: "2023-01-01", to: "2023-03-01")
    network.closure("winter", from: "01-01", until: "05-01")
    network.corridor("valley", "origin", "head")
    network.corridor("pass", "head", "city", closures: ["winter"])
    network.market("market", at: "city")
    network.burst("field", at: "origin", count: 100)
    let reading = try CheckedRun(network.network()).reading(seed: 52)
    #expect(reading.corridor("valley", .attempts) == 0)
  }

  /// Whether a corridor is open on days of 2023, a common year, or of 2024, a leap year.
  private func isOpen(from: String, until: String, year: Int, on days: [String]) throws -> [Bool] {
    var network = TestNetwork(from: "\(year)-01-01", to: "\(year + 1)-01-01")
    network.closure("closure", from: from, until: until)
    network.corridor("c", "origin", "city", closures: ["closure"])
    network.market("market", at: "city")
    network.burst("field", at: "origin", count: 1)
    let compiled = try network.network()
    let start = date("\(year)-01-01").dayNumber
    return days.map { day in
      let offset = Double(date("\(year)-\(day)").dayNumber - start)
      return compiled.choiceProbability(
        ofClass: 0, corridor: Corridor.Index(0), onDay: offset) > 0
    }
  }

  @Test("a closure until 29 February ends on 1 March in common years")
  func leapEnd() throws {
    let open = try isOpen(
      from: "01-10", until: "02-29", year: 2023, on: ["02-28", "03-01"])
    #expect(open == [false, true])
  }

  @Test("a closure until 29 February ends on that day in leap years")
  func leapEndInLeapYear() throws {
    let open = try isOpen(
      from: "01-10", until: "02-29", year: 2024, on: ["02-28", "02-29"])
    #expect(open == [false, true])
  }

  @Test("a closure from 1 March over New Year until 29 February leaves common years no open day")
  func leapWrap() throws {
    let open = try isOpen(
      from: "03-01", until: "02-29", year: 2023, on: ["01-01", "02-28", "03-01", "12-31"])
    #expect(open == [false, false, false, false])
  }
}
