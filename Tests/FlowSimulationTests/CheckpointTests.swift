import ElementaryFunctions
import FlowSimulation
import RandomStreams
import TestSupport
import Testing
import TraffickingModel

/// What a checkpoint does to consignments, and what it leaves alone.
@Suite("Checkpoints")
struct CheckpointTests {
  /// A crossing with customs, who see whom they inspect, and police, who need no inspection.
  private func crossing(
    customs: Double = 0.6, police: Double = 0.3, share: Double = 1, licitPerDay: Double = 0,
    limit: Int? = nil
  ) -> TestNetwork {
    var network = TestNetwork(to: "2023-07-01")
    network.agency("customs", .customs)
    network.agency("police", .police)
    network.corridor(
      "way", "origin", "end", detections: ["customs": customs, "police": police])
    network.market("market", at: "end")
    network.checkpoint(
      "gate", on: "way", share: share, limit: limit, licitPerDay: licitPerDay)
    return network
  }

  private func run(_ network: TestNetwork, seed: UInt64 = 111) throws -> Reading {
    try CheckedRun(network.network()).reading(seed: seed)
  }

  /// Per layer in turn; one false alarm in a million seeds each.
  @Test("customs detect only whom they inspect, police everybody", arguments: [0, 0.25, 0.7, 1])
  func selection(share: Double) throws {
    var network = crossing(share: share)
    network.burst("field", at: "origin", count: 5_000)
    let reading = try run(network)
    let hazards = (customs: -Portable.log(1 - 0.6), police: -Portable.log(1 - 0.3))
    let whenInspected = 1 - 0.4 * 0.7
    let customs = share * whenInspected * hazards.customs / (hazards.customs + hazards.police)
    let police =
      share * whenInspected * hazards.police / (hazards.customs + hazards.police)
      + (1 - share) * 0.3
    let seized = (
      customs: reading[.seizedKilogramsByLayer, "customs", "heroin"],
      police: reading[.seizedKilogramsByLayer, "police", "heroin"]
    )
    if share == 0 {
      #expect(seized.customs == 0)
    } else {
      #expect(
        abs(StandardScore.binomial(seized.customs, of: 5_000, customs)) < StandardScore.allowed)
    }
    #expect(abs(StandardScore.binomial(seized.police, of: 5_000, police)) < StandardScore.allowed)
    if share > 0, share < 1 {
      let inspected = reading[.inspectionsByCheckpoint, "gate"]
      #expect(
        abs(StandardScore.binomial(inspected, of: 5_000, share)) < StandardScore.allowed)
    }
  }

  @Test("the order in which layers are named does not matter")
  func layerOrder() throws {
    var network = crossing(share: 0.5)
    network.burst("field", at: "origin", count: 500)
    let one = try run(network)
    network.contents.corridors[0].detections.reverse()
    let other = try run(network)
    for layer in ["customs", "police"] {
      #expect(
        one[.seizedKilogramsByLayer, layer, "heroin"]
          == other[.seizedKilogramsByLayer, layer, "heroin"])
    }
  }

  @Test("where customs alone watch, nobody who is waved through is seized")
  func wavedThrough() throws {
    var network = crossing(customs: 0.999999, police: 0, licitPerDay: 150, limit: 3)
    network.steadySupply("field", at: "origin", perDay: 10)
    let reading = try run(network)
    let inspected = reading[.incidents, "consignments-inspected"]
    let wavedThrough = reading[.incidents, "consignments-waved-through"]
    #expect(inspected > 500 && wavedThrough > 500)
    // But for one under inspection or so at the end, and the one in a million that slips through.
    #expect(abs(reading[.seizures, "heroin"] - inspected) <= 5)
    #expect(abs(reading[.deliveredKilograms, "heroin"] - wavedThrough) <= 5)
  }

  /// Both where customs need no inspection and where they inspect everybody; one false alarm in a
  /// million seeds each.
  @Test("who was waved through at one corridor meets customs on the next as anybody does")
  func nextCorridor() throws {
    var network = TestNetwork(to: "2023-07-01")
    network.agency("customs", .customs)
    network.corridor("first", "origin", "hub", detections: ["customs": 0.9])
    network.corridor("second", "hub", "town", detections: ["customs": 0.2])
    network.corridor("third", "town", "end", detections: ["customs": 0.4])
    network.market("market", at: "end")
    network.checkpoint("gate", on: "first", share: 0)
    network.checkpoint("bridge", on: "third", lanes: 9)
    network.burst("field", at: "origin", count: 2_000)
    let reading = try run(network)
    #expect(reading.corridor("first", .seizures) == 0)
    let seized = (
      second: reading.corridor("second", .seizures), third: reading.corridor("third", .seizures)
    )
    #expect(
      abs(StandardScore.binomial(seized.second, of: 2_000, 0.2)) < StandardScore.allowed)
    let left = reading.corridor("third", .attempts)
    #expect(left == 2_000 - seized.second)
    #expect(abs(StandardScore.binomial(seized.third, of: left, 0.4)) < StandardScore.allowed)
  }

  @Test("licit traffic delays consignments and leaves all their other luck alone")
  func licitTraffic() throws {
    var network = crossing(share: 0.5)
    network.burst("field", at: "origin", count: 800)
    let quiet = try run(network)
    network.contents.checkpoints[0].licitVehiclesPerDay = 190
    let busy = try run(network)
    for response in [Response.seizedKilogramsByLayer, .deliveredKilograms, .incidents] {
      #expect(quiet.all(response) == busy.all(response))
    }
    #expect(quiet[.meanWaitMinutes, "gate"] < busy[.meanWaitMinutes, "gate"])
    #expect(quiet[.daysToMarket, "heroin"] < busy[.daysToMarket, "heroin"])
  }

  @Test("a checkpoint changes nothing on other corridors and at other checkpoints")
  func elsewhere() throws {
    var network = crossing(share: 0.5, licitPerDay: 100)
    network.contents.supplies = []
    network.steadySupply("field", at: "origin", perDay: 5)
    let alone = try run(network)
    network.corridor("other", "start", "finish", detections: ["customs": 0.2])
    network.market("other-market", at: "finish")
    network.steadySupply("farm", at: "start", perDay: 5)
    let beside = try run(network)
    network.checkpoint("second", on: "other", share: 0.5, licitPerDay: 60)
    let both = try run(network)
    for response in [
      Response.inspectionsByCheckpoint, .wavedThroughByCheckpoint, .meanWaitMinutes,
      .meanNumberPresent,
    ] {
      #expect(alone[response, "gate"] == beside[response, "gate"])
      #expect(alone[response, "gate"] == both[response, "gate"])
    }
    for measure in CorridorMeasure.allCases {
      #expect(alone.corridor("way", measure) == beside.corridor("way", measure))
      #expect(alone.corridor("way", measure) == both.corridor("way", measure))
    }
    #expect(beside.corridor("other", .attempts) == both.corridor("other", .attempts))
    #expect(beside.corridor("other", .seizures) > both.corridor("other", .seizures))
  }

  @Test("a checkpoint that selects nobody, where there are no customs, changes no outcome")
  func idle() throws {
    var network = TestNetwork(to: "2023-07-01")
    network.agency("police")
    network.corridor("way", "origin", "end", detections: ["police": 0.3])
    network.market("market", at: "end")
    network.steadySupply("field", at: "origin", perDay: 5)
    let plain = try run(network)
    network.checkpoint("gate", on: "way", share: 0, licitPerDay: 1_000)
    let idle = try run(network)
    #expect(plain.outcome.corridors == idle.outcome.corridors)
    #expect(plain.outcome.monthly == idle.outcome.monthly)
    #expect(plain.outcome.eventCount == idle.outcome.eventCount)
    #expect(plain[.daysToMarket, "heroin"] == idle[.daysToMarket, "heroin"])
  }

  @Test("a stage that changes nothing changes not one bit")
  func idleStage() throws {
    var network = crossing(share: 0.5, licitPerDay: 170, limit: 9)
    network.steadySupply("field", at: "origin", perDay: 5)
    let plain = try run(network)
    let staged = try CheckedRun(CompiledNetwork(network.scenario(from: "2023-05-17") { _ in }))
      .reading(seed: 111)
    #expect(
      plain.outcome.responses.map(\.bitPattern) == staged.outcome.responses.map(\.bitPattern))
  }

  @Test("two corridors with one checkpoint share its queue")
  func sharedQueue() throws {
    var network = TestNetwork(to: "2023-07-01")
    network.corridor("left", "a", "end")
    network.corridor("right", "b", "end")
    network.market("market", at: "end")
    network.steadySupply("left", at: "a", perDay: 35)
    network.steadySupply("right", at: "b", perDay: 35)
    network.checkpoint("gate", on: "left", "right")
    let shared = try run(network)
    network.contents.corridors[1].checkpoint = nil
    let alone = try run(network)
    let attempts = shared.corridor("left", .attempts) + shared.corridor("right", .attempts)
    // All but those who are on the way or wait at the end.
    #expect(abs(shared[.inspectionsByCheckpoint, "gate"] - attempts) < 200)
    #expect(shared[.meanWaitMinutes, "gate"] > 2 * alone[.meanWaitMinutes, "gate"])
  }

  @Test("a replication does not remember the queue of the one before")
  func fresh() throws {
    var base = crossing(share: 0.9, licitPerDay: 105)
    base.steadySupply("field", at: "origin", perDay: 4)
    let network = try base.network()
    let layout = OutcomeLayout(of: network)
    var used = Replication(of: network, seed: 112)
    used.run(index: 0)
    used.run(index: 7)
    var new = Replication(of: network, seed: 112)
    new.run(index: 7)
    let readings = [used.outcome(in: layout), new.outcome(in: layout)]
      .map { Reading(outcome: $0, layout: layout, contents: network.scenario.contents) }
    #expect(readings[0].bits == readings[1].bits)
  }

  @Test("traffic that no replication could work off is refused, and so is an endless queue")
  func refusals() throws {
    var network = crossing(licitPerDay: 100_000, limit: 5)
    network.contents.period.end = date("2026-01-01")
    #expect(throws: ScenarioError.self) { try network.network() }
    network.contents.checkpoints[0].inspectedShare = 0.5
    #expect(throws: Never.self) { try network.network() }
    network.contents.checkpoints[0].queueLimit = nil
    #expect(throws: ScenarioError.self) { try network.scenario() }
    network.contents.checkpoints[0].lanes = 501
    #expect(throws: Never.self) { try network.scenario() }
  }

  @Test("routes are chosen by the share that is inspected")
  func beliefs() throws {
    var network = TestNetwork(.recursiveLogit)
    network.organisation("cautious", riskAversion: 1)
    network.agency("customs", .customs)
    network.agency("police")
    network.corridor("gate", "origin", "end", detections: ["customs": 0.6, "police": 0.3])
    // 0.25 × (1 − 0.4 × 0.7) + 0.75 × 0.3 = 0.405
    network.corridor("open", "origin", "end", detections: ["police": 0.405])
    network.market("market", at: "end")
    network.checkpoint("gate", on: "gate", share: 0.25)
    network.steadySupply("field", at: "origin", perDay: 1, by: ["cautious": 1])
    network.contents.organisations[1].learning = Organisation.Learning(
      reviewDays: 30, memoryDays: 100, priorPassages: 10, hearsay: 0)
    let compiled = try network.network()
    for corridor in ["gate", "open"] {
      let share = compiled.choiceProbability(
        ofClass: 0, corridor: network.corridorIndex(corridor))
      #expect(abs(share - 0.5) < 1e-12)
      var replication = Replication(of: compiled, seed: 1)
      replication.begin(index: 0)
      let belief = replication.belief(
        of: network.organisationIndex("cautious"), on: network.corridorIndex(corridor))
      #expect(abs((belief ?? 0) - 0.405) < 1e-12)
    }
  }
}
