import FlowSimulation
import RandomStreams
import TraffickingModel

/// A small scenario that a test puts together from words.
///
/// It starts with one country (`AAA`), one mode (`road`, 100 km a day), one commodity (`heroin`)
/// and one organisation (`group`); places come into being when a corridor names them. Whatever a
/// test does not speak of has no effect: nothing is detected, held, divided or closed.
package struct TestNetwork {
  /// What has been said so far; open to changes that have no word of their own.
  package var contents: ScenarioContents

  /// A scenario without places.
  package init(
    _ routing: RoutingRule = .fixed, from start: String = "2023-01-01",
    to end: String = "2024-01-01", warmUpDays: Int = 0
  ) {
    contents = ScenarioContents(
      title: "Test", description: "A network of a test.",
      period: Period(start: date(start), end: date(end), warmUpDays: warmUpDays),
      routing: routing)
    country("AAA")
    mode("road")
    commodity("heroin")
    organisation("group")
  }

  /// Adds a country.
  package mutating func country(_ id: String) {
    contents.countries.append(Country(id: id, name: id))
  }

  /// Adds a mode of transport.
  package mutating func mode(
    _ id: String, kilometresPerDay: Double = 100, delay: Distribution = .always(1),
    cost: Double = 0, visibility: Double = 1
  ) {
    contents.modes.append(
      Mode(
        id: id, name: id, kilometresPerDay: kilometresPerDay, delay: delay,
        costPerKilogramPerThousandKilometres: cost, visibility: visibility))
  }

  /// Adds a commodity.
  package mutating func commodity(
    _ id: String, detectability: Double = 1, massExponent: Double = 0, referenceMass: Double = 1
  ) {
    contents.commodities.append(
      Commodity(
        id: id, name: id, detectability: detectability, massExponent: massExponent,
        referenceMassKilograms: referenceMass))
  }

  /// Adds an organisation.
  package mutating func organisation(
    _ id: String, sensitivity: Double = 0.01, riskAversion: Double = 0, timeValue: Double = 0,
    concealment: Double = 1, serving markets: KeyValuePairs<String, Double>? = nil
  ) {
    let weights = markets?.map { market, weight in
      Organisation.MarketWeight(market: marketIndex(market), weight: weight)
    }
    contents.organisations.append(
      Organisation(
        id: id, name: id, choiceSensitivity: sensitivity, riskAversion: riskAversion,
        timeValuePerKilogramDay: timeValue, concealment: concealment, marketWeights: weights))
  }

  /// Adds an agency.
  package mutating func agency(
    _ id: String, _ layer: Agency.Layer = .police, of country: String = "AAA", skill: Double = 1
  ) {
    contents.agencies.append(
      Agency(id: id, name: id, country: countryIndex(country), layer: layer, skill: skill))
  }

  /// Adds a yearly closure, `closure("winter", from: "11-01", until: "03-01")`.
  package mutating func closure(_ id: String, from: String, until: String) {
    guard let first = MonthDay(from), let open = MonthDay(until) else {
      preconditionFailure("\(from) or \(until) is no day of a year")
    }
    contents.closures.append(Closure(id: id, name: id, from: first, until: open))
  }

  /// Adds a place.
  package mutating func place(
    _ id: String, in country: String = "AAA", holding: Distribution? = nil,
    split: Place.Split? = nil, closures: [String] = []
  ) {
    contents.places.append(
      Place(
        id: id, name: id, country: countryIndex(country), latitude: 0, longitude: 0,
        holdingDays: holding, split: split, closures: closures.map(closureIndex)))
  }

  /// Adds a corridor, and its ends if nothing has named them before.
  ///
  /// - Parameter share: under fixed routing 1 unless something else is said.
  package mutating func corridor(
    _ id: String, _ from: String, _ to: String, days: Distribution? = .always(1),
    share: Double? = nil, detections: KeyValuePairs<String, Double> = [:],
    crossing section: String? = nil, isGreen: Bool = false, closures: [String] = [],
    cost: Double = 0, length: Double = 100, mode: String = "road"
  ) {
    for place in [from, to] where !contents.places.contains(where: { $0.id == place }) {
      self.place(place)
    }
    contents.corridors.append(
      Corridor(
        id: id, from: placeIndex(from), to: placeIndex(to),
        mode: EntityIndex(offset(of: mode, among: contents.modes.map(\.id))),
        lengthKilometres: length, transitDays: days, extraCostPerKilogram: cost,
        crossing: section.map {
          Corridor.Crossing(section: sectionIndex($0), isGreen: isGreen)
        },
        detections: detections.map {
          Corridor.Detection(agency: agencyIndex($0), probability: $1)
        },
        closures: closures.map(closureIndex),
        share: share ?? (contents.routing == .fixed ? 1 : nil)))
  }

  /// The scenario.
  package func scenario() throws(ScenarioError) -> Scenario { try Scenario(contents) }

  /// The scenario laid out for simulation.
  package func network() throws(ScenarioError) -> CompiledNetwork {
    try CompiledNetwork(Scenario(contents))
  }
}
