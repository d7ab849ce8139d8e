import TestSupport
import Testing
import TraffickingModel

/// What makes no sense together is refused at the pointer of the value to mend.
@Suite("Scenario problems")
struct ScenarioProblemTests {
  /// A valid scenario of two countries, spoiled in one way; where the problems are then found.
  private func pointers(
    _ routing: RoutingRule = .fixed, _ spoil: (inout TestNetwork) -> Void
  ) -> [String] {
    problems(routing, spoil).map(\.pointer)
  }

  private func problems(
    _ routing: RoutingRule = .fixed, _ spoil: (inout TestNetwork) -> Void
  ) -> [ScenarioProblem] {
    var network = TestNetwork(routing)
    network.country("BBB")
    network.country("CCC")
    network.agency("guard", .borderGuard)
    network.agency("stranger", .police, of: "CCC")
    network.frontier("aaa-bbb", between: ["AAA", "BBB"], sections: ["hills": 60, "plain": 40])
    network.watch("hills", band: 5, days: 1, patrols: [])
    network.place("origin")
    network.place("city", in: "BBB")
    network.corridor("c", "origin", "city", crossing: "hills", isGreen: true)
    network.market("market", at: "city")
    network.burst("field", at: "origin", count: 1)
    spoil(&network)
    return network.contents.problems()
  }

  private func patrol(_ network: TestNetwork, by agency: String) -> FrontierSection.Patrol {
    FrontierSection.Patrol(
      agency: network.agencyIndex(agency), kilometresPerDay: 1, sweepWidthKilometres: 1)
  }

  @Test("the scenario is valid before it is spoiled", arguments: RoutingRule.allCases)
  func valid(_ routing: RoutingRule) {
    #expect(problems(routing) { _ in } == [])
  }

  @Test("an end not after the start", arguments: ["2023-01-01", "2022-12-31"])
  func periodEnd(end: String) {
    #expect(pointers { $0.contents.period.end = date(end) } == ["/period/end"])
  }

  @Test("an end in the last month of the calendar")
  func periodEndOfTime() {
    let found = pointers {
      $0.contents.period.start = date("9999-11-01")
      $0.contents.period.end = date("9999-12-02")
    }
    #expect(found == ["/period/end"])
  }

  @Test("a period of more than a hundred years, warm-up included")
  func periodLength() {
    #expect(pointers { $0.contents.period.warmUpDays = 36_161 } == ["/period"])
  }

  @Test("a period of a hundred years is allowed")
  func longestPeriod() {
    #expect(pointers { $0.contents.period.warmUpDays = 36_160 } == [])
  }

  @Test("a warm-up that begins before the calendar")
  func periodStart() {
    let found = pointers {
      $0.contents.period = Period(
        start: date("0001-06-01"), end: date("0002-01-01"), warmUpDays: 200)
    }
    #expect(found == ["/period/start"])
  }

  @Test("a frontier of a country with itself")
  func oneCountry() {
    let found = pointers {
      $0.contents.corridors[0].crossing = nil
      $0.contents.frontiers[0].countries = [Country.Index(0), Country.Index(0)]
    }
    #expect(found == ["/frontiers/aaa-bbb/between"])
  }

  @Test("sections that do not add up to the frontier", arguments: [99.4, 100.6])
  func frontierLength(length: Double) {
    let found = pointers { $0.contents.frontiers[0].lengthKilometres = length }
    #expect(found == ["/frontiers/aaa-bbb/lengthKilometres"])
  }

  @Test("sections within half a per cent of the frontier are allowed", arguments: [99.6, 100.4])
  func nearFrontierLength(length: Double) {
    #expect(pointers { $0.contents.frontiers[0].lengthKilometres = length } == [])
  }

  @Test("patrols of a third country")
  func foreignPatrol() {
    let found = pointers {
      $0.watch("hills", band: 5, days: 1, patrols: [patrol($0, by: "stranger")])
    }
    #expect(found == ["/frontiers/aaa-bbb/sections/hills/patrols/stranger"])
  }

  @Test("sensors of a third country")
  func foreignSensors() {
    let found = pointers {
      $0.watch(
        "hills", band: 5, days: 1, patrols: [patrol($0, by: "guard")],
        sensors: FrontierSection.Sensors(
          agency: $0.agencyIndex("stranger"), share: 0.1, detectionProbability: 0.1))
    }
    #expect(found == ["/frontiers/aaa-bbb/sections/hills/sensors/agency"])
  }

  @Test("parts heavier than what is divided")
  func splitParts() {
    let found = pointers {
      $0.contents.places[0].split = Place.Split(aboveKilograms: 10, partKilograms: 11)
    }
    #expect(found == ["/places/origin/split/partKilograms"])
  }

  @Test("a corridor from a place to itself")
  func selfLoop() {
    let found = pointers {
      $0.contents.corridors[0].to = $0.contents.corridors[0].from
      $0.contents.corridors[0].crossing = nil
    }
    #expect(found == ["/corridors/c/to"])
  }

  @Test("a corridor over a frontier of other countries")
  func wrongFrontier() {
    let found = pointers { $0.contents.places[1].country = $0.countryIndex("CCC") }
    #expect(found == ["/corridors/c/section"])
  }

  @Test("a corridor over a frontier that stays in one country")
  func inlandCrossing() {
    let found = pointers { $0.contents.places[1].country = $0.countryIndex("AAA") }
    #expect(found == ["/corridors/c/section"])
  }

  @Test("a green crossing where nothing can be searched")
  func greenWithoutBand() {
    let found = pointers { $0.contents.sections[0].surveillance = nil }
    #expect(found == ["/corridors/c/crossing"])
  }

  @Test("a supply that nobody dispatches", arguments: RoutingRule.allCases)
  func noDispatcher(_ routing: RoutingRule) {
    let found = pointers(routing) { $0.contents.supplies[0].organisationShares[0].share = 0 }
    #expect(found == ["/supplies/field/organisations"])
  }

  @Test("fixed shares that do not add up to 1", arguments: [0.9, 1.1])
  func shares(share: Double) {
    #expect(pointers { $0.contents.corridors[0].share = share } == ["/places/origin"])
  }

  @Test("fixed shares out of a market")
  func sharesOutOfMarket() {
    let found = pointers {
      $0.corridor("on", "city", "coast")
      $0.market("second", at: "coast")
    }
    #expect(found == ["/places/city"])
  }

  @Test("a place that is entered and that nobody leaves under fixed routing")
  func deadEnd() {
    let found = pointers {
      $0.contents.corridors[0].share = 0.5
      $0.corridor("away", "origin", "nowhere", share: 0.5)
    }
    #expect(found == ["/places/nowhere"])
  }

  @Test("places in which consignments go round for good under fixed routing")
  func endlessLoop() {
    let found = pointers {
      $0.contents.corridors[0].share = 0.5
      $0.corridor("in", "origin", "x", share: 0.5)
      $0.corridor("round", "x", "y")
      $0.corridor("back", "y", "x")
    }
    #expect(found == ["/places/x", "/places/y"])
  }

  @Test("a supply from which no market is reached under fixed routing")
  func fixedWithoutMarket() {
    let found = pointers {
      $0.place("island")
      $0.burst("second", at: "island", count: 1)
    }
    #expect(found == ["/supplies/second/place"])
  }

  @Test("a market that no supply reaches under the logit")
  func unreachedMarket() {
    let found = pointers(.recursiveLogit) {
      $0.place("island")
      $0.market("second", at: "island")
    }
    #expect(found == ["/markets/second/place"])
  }

  @Test("a market of a commodity that nobody supplies is allowed")
  func unsuppliedMarket() {
    let found = pointers(.recursiveLogit) {
      $0.commodity("opium")
      $0.place("island")
      $0.market("second", at: "island", takes: ["opium": 1])
    }
    #expect(found == [])
  }

  @Test("an organisation whose markets cannot be reached")
  func unreachableForOrganisation() {
    let found = pointers(.recursiveLogit) {
      $0.organisation("choosy", serving: ["market": 0])
      $0.contents.supplies[0].organisationShares.append(
        Supply.OrganisationShare(organisation: $0.organisationIndex("choosy"), share: 1))
    }
    #expect(found == ["/supplies/field/organisations/choosy"])
  }

  @Test("an organisation without a share need not reach anything")
  func idleOrganisation() {
    let found = pointers(.recursiveLogit) {
      $0.organisation("choosy", serving: ["market": 0])
      $0.contents.supplies[0].organisationShares.append(
        Supply.OrganisationShare(organisation: $0.organisationIndex("choosy"), share: 0))
    }
    #expect(found == [])
  }

  @Test("all problems are told at once, in the order of the document")
  func together() {
    let found = pointers {
      $0.contents.period.end = $0.contents.period.start
      $0.contents.frontiers[0].lengthKilometres = 500
      $0.contents.sections[0].surveillance = nil
    }
    #expect(
      found == ["/period/end", "/frontiers/aaa-bbb/lengthKilometres", "/corridors/c/crossing"])
  }

  @Test("a scenario does not come into being with a problem")
  func scenario() {
    var network = TestNetwork()
    network.contents.period.end = network.contents.period.start
    let error = #expect(throws: ScenarioError.self) { try network.scenario() }
    #expect(error?.problems == network.contents.problems())
  }

  @Test("every problem says what was found and what is allowed")
  func words() {
    let found = problems { $0.contents.frontiers[0].lengthKilometres = 500 }
    let words = found.map(\.description).joined()
    #expect(words.contains("found 500.0 km") && words.contains("allowed: a length within"))
  }
}
