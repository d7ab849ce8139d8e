import FlowSimulation
import TestSupport
import Testing
import TraffickingModel

/// Responses: all are observed, and what they say of each other agrees.
@Suite("Responses")
struct ResponseTests {
  private static let readings = Result {
    try RoutingRule.allCases.flatMap { routing in
      try CheckedRun(ResponseWorld.network(routing).network()).readings(seed: 91, count: 4)
    }
  }

  private static let wholeReadings = Result {
    try CheckedRun(WholeWorld.network().network()).readings(seed: 91, count: 6)
  }

  private let readings: [Reading]
  private let wholeReadings: [Reading]

  init() throws {
    readings = try Self.readings.get()
    wholeReadings = try Self.wholeReadings.get()
  }

  private static let commodities = ["heroin", "opium"]

  private func isClose(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= 1e-9 * max(1, abs(one), abs(other))
  }

  /// Whether a relation holds in every replication for every commodity.
  private func holds(_ relation: (Reading, String) -> Bool) -> Bool {
    readings.allSatisfy { reading in Self.commodities.allSatisfy { relation(reading, $0) } }
  }

  @Test("every response is defined and other than zero somewhere", arguments: Response.allCases)
  func observed(_ response: Response) {
    let values = (readings + wholeReadings).flatMap { $0.all(response) }
    #expect(values.contains { $0.isFinite && $0 != 0 })
  }

  @Test(
    "no response is infinite, and none negative but what chance has done",
    arguments: Response.allCases)
  func sane(_ response: Response) {
    let values = (readings + wholeReadings).flatMap { $0.all(response) }
    let least = response.expectedValue == 0 ? -Double.infinity : 0
    #expect(values.allSatisfy { $0.isNaN || ($0 >= least && $0.magnitude < .infinity) })
  }

  @Test(
    "fractions lie between 0 and 1", arguments: Response.allCases.filter { $0.unit == "fraction" })
  func fractions(_ response: Response) {
    let values = (readings + wholeReadings).flatMap { $0.all(response) }
    #expect(values.allSatisfy { $0.isNaN || $0 <= 1 })
  }

  @Test("columns have names of their own")
  func uniqueNames() {
    let names = wholeReadings[0].layout.columns.map(\.name)
    #expect(Set(names).count == names.count)
  }

  @Test("a column's name is made of response and ids in lower case")
  func names() {
    let names = readings[0].layout.columns.map(\.name)
    #expect(names.contains("seized_kg_by_country__bbb__heroin"))
  }

  @Test("every response has a column for each combination of its dimensions")
  func combinations() {
    let reading = wholeReadings[0]
    for response in Response.allCases {
      let expected = response.dimensions.reduce(1) {
        $0 * $1.members(of: reading.contents).count
      }
      #expect(reading.all(response).count == expected, "\(response)")
    }
  }

  @Test("every incident happens somewhere", arguments: Incident.allCases)
  func incidents(_ incident: Incident) {
    #expect(wholeReadings.contains { $0[.incidents, incident.name] > 0 })
  }

  @Test("the months of an incident add up to its total")
  func monthlyIncidents() {
    let layout = wholeReadings[0].layout
    for reading in wholeReadings {
      for (number, incident) in layout.incidents.enumerated() {
        let months = layout.months.indices.map {
          reading.outcome.monthlyIncidents[$0 * layout.incidents.count + number]
        }
        #expect(months.reduce(0, +) == reading[.incidents, incident.name])
      }
    }
  }

  @Test("a scenario without the sections has no columns for what they are about")
  func absentSections() {
    let absent: [Response] = [.clashesBySection, .convertedKilograms, .meanPrice]
    #expect(absent.allSatisfy { readings[0].all($0).isEmpty })
    #expect(readings[0].layout.incidents == [.corruptPassages])
    #expect(!readings[0].layout.series.contains(.convertedKilograms))
  }

  @Test("response names are their own")
  func rawValues() {
    #expect(Set(Response.allCases.map(\.title)).count == Response.allCases.count)
  }

  @Test("seizures by country add up to all seizures")
  func seizedByCountry() {
    #expect(
      holds { reading, commodity in
        let parts = ["AAA", "BBB", "CCC"].map {
          reading[.seizedKilogramsByCountry, $0, commodity]
        }
        return isClose(parts.reduce(0, +), reading[.seizedKilograms, commodity])
      })
  }

  @Test("numbers of seizures by country add up")
  func seizuresByCountry() {
    #expect(
      holds { reading, commodity in
        let parts = ["AAA", "BBB", "CCC"].map { reading[.seizuresByCountry, $0, commodity] }
        return parts.reduce(0, +) == reading[.seizures, commodity]
      })
  }

  @Test("seizures by layer add up to all seizures")
  func seizedByLayer() {
    #expect(
      holds { reading, commodity in
        let parts = Agency.Layer.allCases.map {
          reading[.seizedKilogramsByLayer, $0.rawValue, commodity]
        }
        return isClose(parts.reduce(0, +), reading[.seizedKilograms, commodity])
      })
  }

  @Test("the border's share is that of border guards and customs")
  func borderShare() {
    #expect(
      holds { reading, commodity in
        let border = ["borderGuard", "customs"].map {
          reading[.seizedKilogramsByLayer, $0, commodity]
        }
        let share = border.reduce(0, +) / reading[.seizedKilograms, commodity]
        return isClose(share, reading[.borderShareOfSeizures, commodity])
      })
  }

  @Test("deliveries by market add up to all deliveries")
  func deliveredByMarket() {
    #expect(
      holds { reading, commodity in
        let parts = ["bazaar", "port"].map {
          reading[.deliveredKilogramsByMarket, $0, commodity]
        }
        return isClose(parts.reduce(0, +), reading[.deliveredKilograms, commodity])
      })
  }

  @Test("a frontier is attempted as much as its sections")
  func frontierSections() {
    for reading in readings {
      let sections =
        reading[.attemptedKilogramsBySection, "hills"]
        + reading[.attemptedKilogramsBySection, "plain"]
      let frontier = Self.commodities.reduce(0) {
        $0 + reading[.attemptedKilogramsByFrontier, "aaa-bbb", $1]
      }
      #expect(isClose(sections, frontier))
    }
  }

  @Test("seizures by section are those on the corridors that cross it")
  func seizedBySection() {
    for reading in readings {
      for (section, corridor) in [
        ("hills", "trail"), ("plain", "road"), ("coast", "boat"), ("far", "onward"),
      ] {
        #expect(
          isClose(
            reading[.seizedKilogramsBySection, section],
            reading.corridor(corridor, .seizedKilograms)))
      }
    }
  }

  @Test("seizures by corridor add up to all seizures")
  func seizedByCorridor() {
    for reading in readings {
      let corridors = reading.contents.corridors.map(\.id)
      let sum = corridors.reduce(0) { $0 + reading.corridor($1, .seizedKilograms) }
      let all = Self.commodities.reduce(0) { $0 + reading[.seizedKilograms, $1] }
      #expect(isClose(sum, all))
    }
  }

  @Test("shares of crossings add up to 1")
  func crossingShares() {
    #expect(
      readings.allSatisfy { isClose($0.all(.shareOfCrossingsByFrontier).reduce(0, +), 1) })
  }

  @Test("shares of routes add up to 1")
  func routeShares() {
    #expect(
      holds { reading, commodity in
        isClose(["north", "south"].reduce(0) { $0 + reading[.routeShare, $1, commodity] }, 1)
      })
  }

  @Test("a route holds what its frontier is attempted with, unless the flow has a route already")
  func routeKilograms() {
    #expect(
      holds { reading, commodity in
        isClose(
          reading[.routeKilograms, "south", commodity],
          reading[.attemptedKilogramsByFrontier, "aaa-ccc", commodity])
      })
  }

  @Test("a consignment keeps the route by which it first left")
  func firstRoute() throws {
    var network = TestNetwork()
    network.country("BBB")
    network.country("CCC")
    network.frontier("aaa-bbb", between: ["AAA", "BBB"], sections: ["one": 10], route: "north")
    network.frontier("bbb-ccc", between: ["BBB", "CCC"], sections: ["two": 10], route: "south")
    network.place("origin")
    network.place("hub", in: "BBB")
    network.place("city", in: "CCC")
    network.corridor("first", "origin", "hub", crossing: "one")
    network.corridor("second", "hub", "city", crossing: "two")
    network.market("market", at: "city")
    network.burst("field", at: "origin", count: 50)
    let reading = try CheckedRun(network.network()).reading(seed: 93)
    #expect(["north", "south"].map { reading[.routeKilograms, $0, "heroin"] } == [50, 0])
  }

  @Test("the interdiction rate is seized over seized and delivered")
  func interdictionRate() {
    #expect(
      holds { reading, commodity in
        let seized = reading[.seizedKilograms, commodity]
        return isClose(
          reading[.interdictionRate, commodity],
          seized / (seized + reading[.deliveredKilograms, commodity]))
      })
  }

  @Test("the mean seizure is mass over number")
  func meanSeizure() {
    #expect(
      holds { reading, commodity in
        isClose(
          reading[.meanSeizedConsignmentKilograms, commodity] * reading[.seizures, commodity],
          reading[.seizedKilograms, commodity])
      })
  }

  @Test("organisations earn what markets pay for")
  func revenue() {
    for reading in readings {
      let earned = reading.all(.revenueByOrganisation).reduce(0, +)
      let paid = [("bazaar", "heroin", 900.0), ("bazaar", "opium", 900), ("port", "heroin", 4_000)]
        .reduce(0) { $0 + reading[.deliveredKilogramsByMarket, $1.0, $1.1] * $1.2 }
      #expect(isClose(earned, paid))
    }
  }

  @Test("a policy costs its first day and its days in force")
  func policyCost() {
    // 92 days from May through July, of a thousand a day.
    #expect(readings.allSatisfy { isClose($0[.policyCost, "platform"], 93_000) })
  }

  @Test("monthly series add up to the totals", arguments: MonthlySeries.allCases)
  func monthly(_ series: MonthlySeries) {
    let response: Response =
      switch series {
      case .dispatchedKilograms: .dispatchedKilograms
      case .deliveredKilograms: .deliveredKilograms
      case .seizedKilograms: .seizedKilograms
      case .seizures: .seizures
      case .convertedKilograms: .convertedKilograms
      }
    for reading in readings + wholeReadings where reading.layout.series.contains(series) {
      for (index, commodity) in Self.commodities.enumerated() {
        let sum = reading.months(of: series, commodity: index).reduce(0, +)
        #expect(isClose(sum, reading[response, commodity]))
      }
    }
  }

  @Test("monthly crossings add up to what each frontier was attempted with")
  func monthlyCrossings() {
    for reading in readings {
      for frontier in ["aaa-bbb", "aaa-ccc", "bbb-ccc"] {
        let attempted = Self.commodities.reduce(0) {
          $0 + reading[.attemptedKilogramsByFrontier, frontier, $1]
        }
        #expect(isClose(reading.monthlyCrossings(of: frontier).reduce(0, +), attempted))
      }
    }
  }

  @Test("under fixed routing a commodity without demand is delivered at no price")
  func unwantedCommodity() throws {
    var network = TestNetwork()
    network.commodity("opium")
    network.corridor("c", "origin", "city")
    network.market("market", at: "city", takes: ["heroin": 1])
    network.burst("field", at: "origin", of: "opium", count: 50)
    let reading = try CheckedRun(network.network()).reading(seed: 92)
    #expect(
      reading[.deliveredKilograms, "opium"] == 50
        && reading[.revenueByOrganisation, "group"] == 0)
  }
}
