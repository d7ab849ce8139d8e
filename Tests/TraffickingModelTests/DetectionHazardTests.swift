import Foundation
import TestSupport
import Testing
import TraffickingModel

/// Hazards and the formula of random search, against Foundation's functions to 1e-14.
@Suite("Detection hazard")
struct DetectionHazardTests {
  /// A scenario with one green crossing, watched by the agency `guard`.
  private func crossing(
    length: Double = 120, patrol: Double? = 200, sweep: Double = 0.4, band: Double = 5,
    days: Double = 0.75, sensors: (share: Double, detection: Double)? = nil,
    detections: KeyValuePairs<String, Double> = [:], isGreen: Bool = true
  ) -> TestNetwork {
    var network = TestNetwork()
    network.country("BBB")
    network.agency("guard", .borderGuard)
    network.agency("customs", .customs)
    network.frontier("aaa-bbb", between: ["AAA", "BBB"], sections: ["hills": length])
    let patrols = patrol.map {
      [
        FrontierSection.Patrol(
          agency: network.agencyIndex("guard"), kilometresPerDay: $0, sweepWidthKilometres: sweep)
      ]
    }
    network.watch(
      "hills", band: band, days: days, patrols: patrols ?? [],
      sensors: sensors.map {
        FrontierSection.Sensors(
          agency: network.agencyIndex("guard"), share: $0.share,
          detectionProbability: $0.detection)
      })
    network.place("origin")
    network.place("city", in: "BBB")
    network.corridor(
      "c", "origin", "city", detections: detections, crossing: "hills", isGreen: isGreen)
    return network
  }

  private func layers(_ network: TestNetwork) -> [EnforcementLayer] {
    network.contents.enforcementLayers(on: network.contents.corridors[0])
  }

  /// The probability that all layers together detect a reference consignment.
  private func probability(_ network: TestNetwork) -> Double {
    DetectionHazard.probability(ofHazard: layers(network).reduce(0) { $0 + $1.hazard })
  }

  @Test("the hazard of a probability gives it back", arguments: [0, 1e-12, 0.02, 0.5, 0.999])
  func roundTrip(probability: Double) {
    let back = DetectionHazard.probability(
      ofHazard: DetectionHazard.ofProbability(probability))
    #expect(abs(back - probability) <= 1e-15)
  }

  @Test("the hazard of a probability is -ln(1 - p)", arguments: [0.1, 0.5, 0.9])
  func ofProbability(probability: Double) {
    let hazard = DetectionHazard.ofProbability(probability)
    #expect(abs(hazard + log(1 - probability)) < 1e-14)
  }

  @Test("patrols alone detect with 1 - exp(-v W T / A)")
  func patrols() {
    let expected = 1 - exp(-200 * 0.4 * 0.75 / (120 * 5))
    #expect(abs(probability(crossing()) - expected) < 1e-14)
  }

  @Test("patrols and sensors detect with 1 - (1 - c q) exp(-v W T / A)")
  func patrolsAndSensors() {
    let network = crossing(sensors: (0.3, 0.6))
    let expected = 1 - (1 - 0.3 * 0.6) * exp(-200 * 0.4 * 0.75 / (120 * 5))
    #expect(abs(probability(network) - expected) < 1e-14)
  }

  @Test("sensors alone detect with c q")
  func sensorsAlone() {
    let network = crossing(patrol: nil, sensors: (0.3, 0.6))
    #expect(abs(probability(network) - 0.18) < 1e-14)
  }

  @Test("the same effort on a section twice as long has half the hazard")
  func longerSection() {
    let hazards = [120.0, 240].map { layers(crossing(length: $0))[0].hazard }
    #expect(abs(hazards[0] - 2 * hazards[1]) < 1e-15)
  }

  @Test("on a long enough border any effort finds next to nothing")
  func longBorder() {
    #expect(probability(crossing(length: 1e9)) < 1e-6)
  }

  @Test("a wider band lowers the hazard, a longer stay raises it")
  func bandAndStay() {
    let hazard = layers(crossing())[0].hazard
    let wide = layers(crossing(band: 10))[0].hazard
    let slow = layers(crossing(days: 1.5))[0].hazard
    #expect(abs(hazard - 2 * wide) < 1e-15 && abs(slow - 2 * hazard) < 1e-15)
  }

  @Test("two patrols add their hazards")
  func twoPatrols() {
    var network = crossing()
    let single = layers(network)[0].hazard
    let patrols = network.contents.sections[0].surveillance?.patrols ?? []
    network.contents.sections[0].surveillance?.patrols += patrols
    #expect(abs(layers(network).reduce(0) { $0 + $1.hazard } - 2 * single) < 1e-15)
  }

  @Test("the agency's skill multiplies every one of its hazards")
  func skill() {
    var network = crossing(sensors: (0.3, 0.6), detections: ["guard": 0.1])
    let before = layers(network).map(\.hazard)
    network.contents.agencies[0].skill = 3
    let after = layers(network).map(\.hazard)
    #expect(zip(before, after).allSatisfy { abs($1 - 3 * $0) < 1e-14 } && before.count == 3)
  }

  @Test("the mode's visibility multiplies every hazard")
  func visibility() {
    var network = crossing(sensors: (0.3, 0.6), detections: ["customs": 0.1])
    let before = layers(network).map(\.hazard)
    network.contents.modes[0].visibility = 0.25
    let after = layers(network).map(\.hazard)
    #expect(zip(before, after).allSatisfy { abs($1 - 0.25 * $0) < 1e-15 } && before.count == 3)
  }

  @Test("layers come in the order stated, patrols, sensors")
  func order() {
    let network = crossing(sensors: (0.3, 0.6), detections: ["customs": 0.1, "guard": 0.2])
    let agencies = layers(network).map { network.contents.agencies[$0.agency].id }
    #expect(agencies == ["customs", "guard", "guard", "guard"])
  }

  @Test("layers without effect have no hazard and keep their places")
  func withoutEffect() {
    let network = crossing(patrol: 0, sensors: (0, 0.6), detections: ["customs": 0])
    #expect(layers(network).map(\.hazard) == [0, 0, 0])
  }

  @Test("at a checkpoint the watch over the green border does not count")
  func checkpoint() {
    let network = crossing(detections: ["customs": 0.1], isGreen: false)
    #expect(layers(network).count == 1)
  }
}
