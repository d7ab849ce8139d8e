import FlowSimulation
import RandomStreams
import TestSupport
import Testing
import TraffickingModel

/// Every vehicle at a checkpoint, one by one: who is inspected, when, and who is waved through.
///
/// The draws are those of the program, the queue is `QueueReference`'s; the two must agree to
/// rounding. Inspection times go with the vehicle, so any other order than first come, first served
/// would show in the sums.
@Suite("Checkpoints, vehicle by vehicle")
struct CheckpointSequenceTests {
  /// Numbers of a checkpoint, and those that it has from 1 February on.
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var warmUpDays = 0
    var before: Numbers
    var after: Numbers

    init(
      _ description: String, warmUpDays: Int = 0, _ before: Numbers, after: Numbers? = nil
    ) {
      testDescription = description
      self.warmUpDays = warmUpDays
      self.before = before
      self.after = after ?? before
    }
  }

  struct Numbers: Sendable {
    var lanes = 1
    var limit: Int?
    var share = 1.0
    var licitPerDay = 0.0
    var minutes = 14.4
  }

  static let cases = [
    Case("one lane", Numbers()),
    Case("three lanes", Numbers(lanes: 3, minutes: 100)),
    Case("licit traffic beside consignments", Numbers(licitPerDay: 55)),
    Case("three lanes and licit traffic", Numbers(lanes: 3, licitPerDay: 240)),
    Case("a limit", Numbers(limit: 2, licitPerDay: 60)),
    Case("no room to wait", Numbers(lanes: 2, limit: 0, licitPerDay: 100)),
    Case("half the vehicles are selected", Numbers(limit: 4, share: 0.5, licitPerDay: 180)),
    Case("a warm-up", warmUpDays: 17, Numbers(lanes: 2, limit: 6, licitPerDay: 170)),
    Case("more come than can be inspected", Numbers(limit: 100_000, licitPerDay: 120)),
    Case(
      "lanes open on a crowd", Numbers(limit: 100_000, licitPerDay: 120),
      after: Numbers(lanes: 4, limit: 100_000, licitPerDay: 120)),
    Case(
      "busy lanes close", warmUpDays: 40, Numbers(lanes: 5, licitPerDay: 440),
      after: Numbers(lanes: 2, limit: 30, licitPerDay: 440)),
    Case(
      "licit traffic grows", Numbers(lanes: 2, licitPerDay: 10),
      after: Numbers(lanes: 2, licitPerDay: 150)),
    Case("licit traffic begins", Numbers(), after: Numbers(licitPerDay: 50)),
    Case("licit traffic ends", Numbers(licitPerDay: 50), after: Numbers()),
    Case(
      "everybody is selected", warmUpDays: 9, Numbers(share: 0.2, licitPerDay: 120),
      after: Numbers(limit: 50, share: 1, licitPerDay: 120)),
    Case(
      "inspections take longer, and the queue has a limit",
      Numbers(lanes: 2, licitPerDay: 160),
      after: Numbers(lanes: 2, limit: 3, licitPerDay: 160, minutes: 40)),
  ]

  /// 30 consignments a day come over a corridor of one day.
  private func network(_ numbers: Case) throws -> CompiledNetwork {
    var network = TestNetwork()
    network.contents.period = Period(
      start: CivilDate(dayNumber: date("2023-01-01").dayNumber + numbers.warmUpDays),
      end: date("2023-03-01"), warmUpDays: numbers.warmUpDays)
    network.corridor("way", "origin", "end")
    network.market("market", at: "end")
    network.steadySupply("field", at: "origin", perDay: 30)
    let before = numbers.before
    network.checkpoint(
      "gate", on: "way", lanes: before.lanes,
      minutes: .exponential(Exponential(mean: before.minutes)), share: before.share,
      limit: before.limit, licitPerDay: before.licitPerDay)
    let after = numbers.after
    return try CompiledNetwork(
      network.scenario(from: "2023-02-01") { contents in
        contents.checkpoints[0].lanes = after.lanes
        contents.checkpoints[0].queueLimit = after.limit
        contents.checkpoints[0].inspectedShare = after.share
        contents.checkpoints[0].licitVehiclesPerDay = after.licitPerDay
        contents.checkpoints[0].inspectionMinutes = .exponential(Exponential(mean: after.minutes))
      })
  }

  /// When consignments of 1 kg were dispatched and delivered, as seen from outside.
  private func times(
    of network: CompiledNetwork, seed: UInt64
  ) -> (dispatched: [Double], delivered: [Double]) {
    var replication = Replication(of: network, seed: seed)
    var (dispatched, delivered) = ([Double](), [Double]())
    var before = 0.0
    replication.begin(index: 0)
    while !replication.advance(events: 1) {
      let now = replication.kilogramsInSystem().transit[0]
      if now > before { dispatched.append(replication.day) }
      if now < before { delivered.append(replication.day) }
      before = now
    }
    return (dispatched, delivered)
  }

  private func expected(
    _ reference: QueueReference, dispatched: [Double], seed: UInt64
  ) -> (vehicles: [QueueReference.Vehicle], delivered: [Double]) {
    let streams = RandomStreams(seed: seed, replication: 0)
    var vehicles = reference.licitVehicles(seed: seed, until: 59)
    var delivered = [Double]()
    for (number, day) in dispatched.enumerated() where day + 1 < 59 {
      let entity = EntityName.member(UInt64(number), of: EntityName.hash("supply/field"))
      let draws = streams.uniforms(.inspection, entity: entity, step: 1)
      if draws.first < reference.numbers(on: day + 1).inspectedShare {
        vehicles.append(
          QueueReference.Vehicle(arrivedAt: day + 1, draw: draws.second, isConsignment: true))
      } else {
        delivered.append(day + 1)
      }
    }
    vehicles = reference.play(vehicles.sorted { $0.arrivedAt < $1.arrivedAt })
    delivered += vehicles.filter { $0.isConsignment && $0.end < 59 }.map(\.end)
    return (vehicles, delivered.sorted())
  }

  @Test("agree with a queue played through in another way", arguments: cases)
  func sequence(_ numbers: Case) throws {
    let network = try network(numbers)
    let stages = network.scenario.stages
    let reference = QueueReference(
      before: stages[0].contents.checkpoints[0], after: stages[1].contents.checkpoints[0],
      changeDay: 31)
    let seen = times(of: network, seed: 91)
    let expected = expected(reference, dispatched: seen.dispatched, seed: 91)
    #expect(seen.dispatched.count > 1_000 && seen.delivered.count == expected.delivered.count)
    let differences = zip(seen.delivered, expected.delivered).map { abs($0 - $1) }
    #expect((differences.max() ?? 0) < 1e-9)

    let reading = try CheckedRun(network).reading(seed: 91)
    let start = Double(numbers.warmUpDays)
    let reported = expected.vehicles.filter { $0.start.map { $0 >= start && $0 < 59 } ?? false }
    let wavedThrough = expected.vehicles.filter { $0.start == nil && $0.arrivedAt >= start }
    #expect(reading[.inspectionsByCheckpoint, "gate"] == Double(reported.count))
    #expect(reading[.wavedThroughByCheckpoint, "gate"] == Double(wavedThrough.count))
    #expect(
      reading[.incidents, "consignments-inspected"] == Double(reported.count { $0.isConsignment }))
    #expect(
      reading[.incidents, "consignments-waved-through"]
        == Double(wavedThrough.count { $0.isConsignment }))
    let waits = reported.map { ($0.start ?? 0) - $0.arrivedAt }
    let meanWait = waits.reduce(0, +) / Double(waits.count) * 1440
    #expect(abs(reading[.meanWaitMinutes, "gate"] - meanWait) < 1e-6)
    let present = expected.vehicles.map { max(0, min($0.end, 59) - max($0.arrivedAt, start)) }
    let meanPresent = present.reduce(0, +) / (59 - start)
    #expect(abs(reading[.meanNumberPresent, "gate"] - meanPresent) < 1e-6)
  }
}
