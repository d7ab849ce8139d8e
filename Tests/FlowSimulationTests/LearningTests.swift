import FlowSimulation
import Foundation
import TestSupport
import Testing
import TraffickingModel

/// Beliefs by their closed form, and displacement as what comes of them.
@Suite("Learning")
struct LearningTests {
  private func learning(
    reviewDays: Double = 30, memoryDays: Double = 36_500, prior: Double = 20, hearsay: Double = 0
  ) -> Organisation.Learning {
    Organisation.Learning(
      reviewDays: reviewDays, memoryDays: memoryDays, priorPassages: prior, hearsay: hearsay)
  }

  /// One corridor with detection probability 0.2, and a burst of 300 consignments at the start by
  /// each of the organisations `group` and `other`.
  private func belief(after learning: Organisation.Learning?) throws -> Double? {
    var network = TestNetwork(.recursiveLogit)
    network.agency("police")
    network.organisation("other")
    network.corridor("way", "origin", "end", detections: ["police": 0.2])
    network.market("market", at: "end")
    network.burst("first", at: "origin", count: 300, by: ["group": 1])
    network.burst("second", at: "origin", count: 300, by: ["other": 1])
    for organisation in network.contents.organisations.indices {
      network.contents.organisations[organisation].learning = learning
    }
    var replication = Replication(of: try network.network(), seed: 3)
    replication.run(index: 0)
    return replication.belief(of: EntityIndex(0), on: EntityIndex(0))
  }

  /// Seizures and completions of one of the two organisations, by a run without the other.
  private func counts(of supply: String) throws -> (completed: Double, seized: Double) {
    var network = TestNetwork(.recursiveLogit)
    network.agency("police")
    network.corridor("way", "origin", "end", detections: ["police": 0.2])
    network.market("market", at: "end")
    network.burst(supply, at: "origin", count: 300)
    let reading = try CheckedRun(network.network()).reading(seed: 3)
    let seized = reading.corridor("way", .seizures)
    return (300 - seized, seized)
  }

  private func mean(_ prior: Double, _ completed: Double, _ seized: Double) -> Double {
    (prior * 0.2 + seized) / (prior + completed + seized)
  }

  @Test("before the first review the belief is the true probability")
  func initialBelief() throws {
    let found = try belief(after: learning(reviewDays: 3000))
    let belief = try #require(found)
    #expect(abs(belief - 0.2) < 1e-12)
  }

  @Test("the belief is the mean of a Beta distribution of prior and own experience")
  func ownExperience() throws {
    let found = try belief(after: learning(reviewDays: 300))
    let counts = try counts(of: "first")
    let belief = try #require(found)
    #expect(abs(belief - mean(20, counts.completed, counts.seized)) < 1e-12)
  }

  @Test("what others experience counts as much as hearsay says")
  func hearsay() throws {
    let found = try belief(after: learning(reviewDays: 300, hearsay: 0.25))
    let (own, others) = (try counts(of: "first"), try counts(of: "second"))
    let expected = mean(
      20, own.completed + 0.25 * others.completed, own.seized + 0.25 * others.seized)
    let belief = try #require(found)
    #expect(abs(belief - expected) < 1e-12)
  }

  /// Reviews on days 120, 240 and 360: what was seen before the first has faded over 240 days.
  @Test("experience fades exponentially, back towards the initial belief")
  func forgetting() throws {
    let found = try belief(after: learning(reviewDays: 120, memoryDays: 100))
    let counts = try counts(of: "first")
    let left = exp(-2.4)
    let belief = try #require(found)
    #expect(abs(belief - mean(20, left * counts.completed, left * counts.seized)) < 1e-12)
  }

  @Test("who does not learn has no beliefs of its own")
  func fixedBeliefs() throws {
    #expect(try belief(after: nil) == nil)
  }

  // MARK: Displacement

  /// Two corridors of equal cost; the left one is hardened on 1 July.
  private func attempts(learning: Organisation.Learning?, hardened: Bool) throws -> Reading {
    var network = TestNetwork(.recursiveLogit)
    network.agency("left")
    network.agency("right")
    network.corridor("left", "origin", "end", detections: ["left": 0.02])
    network.corridor("right", "origin", "end", detections: ["right": 0.02])
    network.market("market", at: "end", price: 10_000)
    network.steadySupply("field", at: "origin", perDay: 10)
    network.contents.organisations[0].riskAversion = 1
    network.contents.organisations[0].choiceSensitivity = 0.002
    network.contents.organisations[0].learning = learning
    let base = network.contents
    var changed = base
    if hardened { changed.agencies[0].skill = 15 }
    return try CheckedRun(CompiledNetwork(Scenario(base, from: "2023-07-01", changed))).reading(
      seed: 4)
  }

  /// 3,650 consignments, so 30 more on one side is one standard error; hundreds move.
  @Test("pressure on one corridor moves flow to the other, and less is prevented than was seized")
  func displacement() throws {
    let calm = try attempts(learning: learning(), hardened: false)
    let pressed = try attempts(learning: learning(), hardened: true)
    #expect(pressed.corridor("right", .attempts) > calm.corridor("right", .attempts) + 200)
    #expect(pressed.corridor("left", .attempts) < calm.corridor("left", .attempts) - 200)
    let blind = try attempts(learning: nil, hardened: true)
    let calmBlind = try attempts(learning: nil, hardened: false)
    let prevented =
      calm[.deliveredKilograms, "heroin"] - pressed[.deliveredKilograms, "heroin"]
    let preventedWithoutLearning =
      calmBlind[.deliveredKilograms, "heroin"] - blind[.deliveredKilograms, "heroin"]
    #expect(prevented < 0.7 * preventedWithoutLearning)
  }

  @Test("without learning nothing is displaced, to the bit")
  func noDisplacement() throws {
    let calm = try attempts(learning: nil, hardened: false)
    let pressed = try attempts(learning: nil, hardened: true)
    #expect(calm.corridor("left", .seizures) < pressed.corridor("left", .seizures))
    for corridor in ["left", "right"] {
      #expect(calm.corridor(corridor, .attempts) == pressed.corridor(corridor, .attempts))
    }
  }

  @Test("a replication forgets what the one before it learnt")
  func independence() throws {
    var network = TestNetwork(.recursiveLogit)
    network.agency("police")
    network.corridor("left", "origin", "end", detections: ["police": 0.3])
    network.corridor("right", "origin", "end")
    network.market("market", at: "end")
    network.steadySupply("field", at: "origin", perDay: 5)
    network.contents.organisations[0].learning = learning(prior: 1)
    let run = CheckedRun(try network.network())
    let alone = try run.reading(seed: 9, index: 3)
    let after = try run.readings(seed: 9, count: 4)[3]
    #expect(alone.bits == after.bits)
  }
}
