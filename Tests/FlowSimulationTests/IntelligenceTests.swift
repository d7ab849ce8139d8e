import ElementaryFunctions
import FlowSimulation
import TestSupport
import Testing
import TraffickingModel

/// Leads: how they arise, what they do, how they fade and travel.
@Suite("Intelligence")
struct IntelligenceTests {
  /// Three agencies, each on a corridor of its own from an origin of its own.
  private func world(
    _ intelligence: Intelligence, detection: Double = 0.1, perDay: Double = 5
  ) -> TestNetwork {
    var network = TestNetwork(.fixed)
    network.contents.intelligence = intelligence
    for name in ["a", "b", "c"] {
      network.agency("\(name)-police")
      network.corridor(
        "\(name)-way", "\(name)-origin", "\(name)-end",
        detections: ["\(name)-police": detection])
      network.market("\(name)-market", at: "\(name)-end")
      network.steadySupply("\(name)-supply", at: "\(name)-origin", perDay: perDay)
    }
    return network
  }

  private func reading(_ network: TestNetwork, seed: UInt64 = 31) throws -> Reading {
    try CheckedRun(network.network()).reading(seed: seed)
  }

  private let agencies = ["a-police", "b-police", "c-police"]

  /// The chance of detection when a hazard of 0.1 is multiplied.
  private func chance(times factor: Double) -> Double {
    1 - Portable.exp(factor * Portable.log(0.9))
  }

  @Test("without leads, intelligence changes nothing to the bit")
  func idle() throws {
    var plain = world(Intelligence(leadsPerSeizure: 0, lifetimeDays: 30, hazardFactor: 5))
    let idle = try reading(plain)
    plain.contents.intelligence = nil
    let without = try reading(plain)
    #expect(idle[.seizures, "heroin"] == without[.seizures, "heroin"])
    #expect(idle.outcome.corridors == without.outcome.corridors)
    #expect(idle.outcome.monthly == without.outcome.monthly)
  }

  @Test("an agency that always holds a lead detects with the lead's hazard, the others do not")
  func worth() throws {
    var network = world(Intelligence(leadsPerSeizure: 0, lifetimeDays: 3650, hazardFactor: 4))
    network.contents.period.warmUpDays = 30
    network.leadSource("informants", of: "a-police", perYear: 3650)
    let reading = try reading(network)
    let (attempts, seized) = (
      reading.corridor("a-way", .attempts), reading.corridor("a-way", .seizures)
    )
    let score = StandardScore.binomial(seized, of: attempts, chance(times: 4))
    #expect(abs(score) < StandardScore.allowed)
    let other = StandardScore.binomial(
      reading.corridor("b-way", .seizures), of: reading.corridor("b-way", .attempts), 0.1)
    #expect(abs(other) < StandardScore.allowed)
    // But for a passage or two before the first lead.
    #expect(reading[.incidents, "seizures-on-leads"] == seized)
  }

  @Test("false leads are a nuisance to whoever follows them")
  func falseLeads() throws {
    var network = world(
      Intelligence(
        leadsPerSeizure: 0, falseShare: 1, lifetimeDays: 3650, hazardFactor: 4,
        falseLeadFactor: 0.3))
    network.contents.period.warmUpDays = 30
    network.leadSource("informants", of: "a-police", perYear: 3650)
    let reading = try reading(network)
    let score = StandardScore.binomial(
      reading.corridor("a-way", .seizures), of: reading.corridor("a-way", .attempts),
      chance(times: 0.3))
    #expect(abs(score) < StandardScore.allowed)
    #expect(reading[.incidents, "false-leads"] == reading[.incidents, "leads"])
  }

  @Test("sources are Poisson, seizures give leads with the stated probability")
  func arrivals() throws {
    var network = world(
      Intelligence(leadsPerSeizure: 0.4, lifetimeDays: 0.01, hazardFactor: 1))
    let seizures = try reading(network)
    let score = StandardScore.binomial(
      seizures[.incidents, "leads"], of: seizures[.seizures, "heroin"], 0.4)
    #expect(abs(score) < StandardScore.allowed)
    network.contents.intelligence?.leadsPerSeizure = 0
    network.leadSource("informants", of: "b-police", perYear: 800)
    let informed = try reading(network)
    // 2023 has 365 of the 365.25 days of a year.
    let mean = 800 * 365 / 365.25
    #expect(
      abs(StandardScore.poisson(informed[.incidents, "leads"], mean: mean))
        < StandardScore.allowed)
  }

  @Test("leads fade: at a lifetime far below the time between passages they are worth nothing")
  func fading() throws {
    var network = world(Intelligence(leadsPerSeizure: 0, lifetimeDays: 0.01, hazardFactor: 100))
    network.leadSource("informants", of: "a-police", perYear: 365)
    let reading = try reading(network)
    let score = StandardScore.binomial(
      reading.corridor("a-way", .seizures), of: reading.corridor("a-way", .attempts), 0.1)
    // A lead is alive for one per cent of the time: up to some ten seizures more.
    #expect(abs(score) < StandardScore.allowed)
  }

  private func shared(
    _ form: Exchange.Form, members: [String], delayDays: Double = 0, completeness: Double = 1,
    probability: Double = 1, trust: Double = 1, lifetimeDays: Double = 3650
  ) throws -> Reading {
    var network = world(
      Intelligence(leadsPerSeizure: 0, lifetimeDays: lifetimeDays, hazardFactor: 4))
    network.contents.period.warmUpDays = 30
    network.leadSource("informants", of: "a-police", perYear: 3650)
    network.exchange(
      "channel", form, of: members, probability: probability, delayDays: delayDays,
      completeness: completeness, trust: trust)
    return try reading(network)
  }

  @Test("in real time, on full trust, a platform makes one agency of its members")
  func platform() throws {
    let reading = try shared(.platform, members: ["a-police", "b-police"])
    let score = StandardScore.binomial(
      reading.corridor("b-way", .seizures), of: reading.corridor("b-way", .attempts),
      chance(times: 4))
    #expect(abs(score) < StandardScore.allowed)
    let other = StandardScore.binomial(
      reading.corridor("c-way", .seizures), of: reading.corridor("c-way", .attempts), 0.1)
    #expect(abs(other) < StandardScore.allowed)
    #expect(reading[.incidents, "leads-received"] == reading[.incidents, "leads"])
  }

  @Test("an incomplete lead is worth its part")
  func completeness() throws {
    let reading = try shared(.platform, members: ["a-police", "b-police"], completeness: 0.5)
    let score = StandardScore.binomial(
      reading.corridor("b-way", .seizures), of: reading.corridor("b-way", .attempts),
      chance(times: 2.5))
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("what is shared is the probability times trust")
  func trust() throws {
    let reading = try shared(
      .bilateral, members: ["a-police", "b-police"], probability: 0.8, trust: 0.5)
    let score = StandardScore.binomial(
      reading[.incidents, "leads-received"], of: reading[.incidents, "leads"], 0.4)
    #expect(abs(score) < StandardScore.allowed)
  }

  @Test("for two members desk to desk and platform are one and the same")
  func pair() throws {
    let members = ["a-police", "b-police"]
    let desk = try shared(.bilateral, members: members, delayDays: 3, probability: 0.5)
    let platform = try shared(.platform, members: members, delayDays: 3, probability: 0.5)
    #expect(desk.bits == platform.bits)
    #expect(desk[.incidents, "leads-received"] > 0)
  }

  @Test("at half the trust a message takes twice as long")
  func delayUnderTrust() throws {
    let half = try shared(
      .platform, members: ["a-police", "b-police"], delayDays: 3, probability: 1, trust: 0.5,
      lifetimeDays: 5)
    let chance = 0.5 * Portable.exp(-6.0 / 5)
    let score = StandardScore.binomial(
      half[.incidents, "leads-received"], of: half[.incidents, "leads"], chance)
    #expect(abs(score) < StandardScore.allowed)
  }

  /// Own leads are complete, shared ones worth a half: each alive for 60 of 60 days in the mean.
  @Test("a partial lead counts again when the more complete one has expired")
  func partialLeadOutlives() throws {
    var network = world(
      Intelligence(leadsPerSeizure: 0, lifetimeDays: 60, hazardFactor: 9), perDay: 10)
    network.contents.period.warmUpDays = 700
    network.leadSource("own", of: "a-police", perYear: 6)
    network.leadSource("others", of: "b-police", perYear: 6)
    network.exchange("channel", .platform, of: ["a-police", "b-police"], completeness: 0.5)
    let run = CheckedRun(try network.network())
    let rates = try run.readings(seed: 34, count: 30).map {
      $0.corridor("a-way", .seizures) / $0.corridor("a-way", .attempts)
    }
    // Numbers of living leads are Poisson with mean 6 x 60 / 365.25 each.
    let none = Portable.exp(-6 * 60 / 365.25)
    let expected =
      (1 - none) * chance(times: 9) + none * (1 - none) * chance(times: 5)
      + none * none * chance(times: 1)
    #expect(abs(StandardScore.mean(of: rates, expected: expected)) < StandardScore.allowed)
  }

  /// Partners are told with probability 0.3 each: as many operations whatever the form, for they
  /// grow with the share of partners told.
  @Test("desk to desk and platform start as many joint operations, from the first message on")
  func operationsOfForms() throws {
    for form in Exchange.Form.allCases {
      var network = world(Intelligence(leadsPerSeizure: 0, lifetimeDays: 3650, hazardFactor: 1))
      network.structure(of: "group", cells: 100_000)
      network.leadSource("informants", of: "a-police", perYear: 3650)
      network.exchange(
        "channel", form, of: agencies, probability: 0.3,
        jointOperations: Exchange.JointOperations(
          perSharedLead: 0.5, preparationDays: .always(0), cellsArrested: 1))
      let reading = try reading(network)
      let score = StandardScore.binomial(
        reading[.incidents, "joint-operations"], of: reading[.incidents, "leads"], 0.15)
      #expect(abs(score) < StandardScore.allowed)
      #expect(
        reading[.incidents, "joint-operations-succeeded"]
          == reading[.incidents, "joint-operations"])
    }
  }

  @Test("a message that comes too late starts no joint operation")
  func lateMessage() throws {
    var network = world(Intelligence(leadsPerSeizure: 0, lifetimeDays: 10, hazardFactor: 1))
    network.structure(of: "group", cells: 100_000)
    network.leadSource("informants", of: "a-police", perYear: 3650)
    network.exchange(
      "channel", .platform, of: agencies, delayDays: 5_000,
      jointOperations: Exchange.JointOperations(
        perSharedLead: 1, preparationDays: .always(0), cellsArrested: 1))
    let reading = try reading(network)
    #expect(reading[.incidents, "leads"] > 3_000)
    #expect(reading[.incidents, "joint-operations"] == 0)
  }

  @Test("for more than two, desk to desk is later by a message for each partner before")
  func serialDelay() throws {
    // Leads live five days in the mean and a message takes three: exp(-3/5) arrive at the first
    // partner, exp(-6/5) at the second; over a platform exp(-3/5) at both.
    let desk = try shared(.bilateral, members: agencies, delayDays: 3, lifetimeDays: 5)
    let platform = try shared(.platform, members: agencies, delayDays: 3, lifetimeDays: 5)
    let leads = desk[.incidents, "leads"]
    let first = Portable.exp(-0.6)
    let second = Portable.exp(-1.2)
    let deskScore = StandardScore.mean(
      desk[.incidents, "leads-received"], of: leads, chances: first, second)
    let hubScore = StandardScore.mean(
      platform[.incidents, "leads-received"], of: leads, chances: first, first)
    #expect(abs(deskScore) < StandardScore.allowed)
    #expect(abs(hubScore) < StandardScore.allowed)
  }

  @Test("a joint operation strikes if its lead is true and alive, takes cells and builds trust")
  func jointOperations() throws {
    var network = world(
      Intelligence(leadsPerSeizure: 0, falseShare: 0.2, lifetimeDays: 10, hazardFactor: 1))
    network.structure(of: "group", cells: 100_000)
    network.leadSource("informants", of: "a-police", perYear: 3650)
    network.exchange(
      "channel", .platform, of: ["a-police", "b-police"], trust: 0.2, trustGain: 0.5,
      jointOperations: Exchange.JointOperations(
        perSharedLead: 0.5, preparationDays: .always(5), cellsArrested: 3))
    let reading = try reading(network)
    let shared = reading[.incidents, "leads-received"]
    let begun = reading[.incidents, "joint-operations"]
    let succeeded = reading[.incidents, "joint-operations-succeeded"]
    #expect(abs(StandardScore.binomial(begun, of: shared, 0.5)) < StandardScore.allowed)
    let chance = 0.8 * Portable.exp(-0.5)
    #expect(abs(StandardScore.binomial(succeeded, of: begun, chance)) < StandardScore.allowed)
    #expect(reading[.incidents, "arrests"] == 3 * succeeded)
    // Trust is 1 after a few successes, so that nearly all leads are shared, not a fifth.
    #expect(shared > 0.9 * reading[.incidents, "leads"])
  }

  @Test("a source that a policy starts later gives no lead before")
  func dated() throws {
    let base = { (rate: Double) -> ScenarioContents in
      var network = self.world(
        Intelligence(leadsPerSeizure: 0, lifetimeDays: 30, hazardFactor: 2))
      network.leadSource("informants", of: "a-police", perYear: rate)
      return network.contents
    }
    let contents = base(0)
    let network = try CompiledNetwork(
      Scenario(contents, from: "2023-07-01", base(730.5)))
    let reading = try CheckedRun(network).reading(seed: 33)
    let untouched = try CheckedRun(CompiledNetwork(Scenario(contents))).reading(seed: 33)
    #expect(reading.months(of: .seizures)[..<6] == untouched.months(of: .seizures)[..<6])
    let incidents = reading.layout.incidents
    let row = try #require(incidents.firstIndex(of: .leads))
    let months = (0..<12).map { reading.outcome.monthlyIncidents[$0 * incidents.count + row] }
    #expect(months[..<6].reduce(0, +) == 0)
    let second = months[6...].reduce(0, +)
    #expect(abs(StandardScore.poisson(second, mean: 2 * 184)) < StandardScore.allowed)
  }

  @Test("leads that would keep a replication busy for hours are refused")
  func tooManyLeads() throws {
    var network = world(Intelligence(leadsPerSeizure: 0, lifetimeDays: 30, hazardFactor: 2))
    network.contents.period.end = date("2123-01-01")
    for number in 0..<11 {
      network.leadSource("source-\(number)", of: "a-police", perYear: 100_000)
    }
    let error = #expect(throws: ScenarioError.self) { try network.network() }
    #expect(error?.problems.first?.pointer.hasPrefix("/intelligence/sources/source-") == true)
  }
}
