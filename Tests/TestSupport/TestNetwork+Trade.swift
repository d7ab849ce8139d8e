import RandomStreams
import TraffickingModel

extension TestNetwork {
  /// Adds a market.
  ///
  /// - Parameter demands: by commodity, in kg a year.
  package mutating func market(
    _ id: String, at place: String, takes demands: KeyValuePairs<String, Double> = ["heroin": 1],
    price: Double = 1000
  ) {
    contents.markets.append(
      Market(
        id: id, name: id, place: placeIndex(place),
        demands: demands.map { commodity, kilograms in
          Market.Demand(
            commodity: commodityIndex(commodity), kilogramsPerYear: kilograms,
            pricePerKilogram: price)
        }))
  }

  /// Adds a supply that releases its stock at a rate.
  package mutating func supply(
    _ id: String, at place: String, of commodity: String = "heroin", stock: Double,
    production: Double = 0, harvest: [Double] = [Double](repeating: 1.0 / 12, count: 12),
    releasePerYear: Double, shape: Double = 1e6, mass: Distribution = .always(1),
    by organisations: KeyValuePairs<String, Double> = ["group": 1]
  ) {
    contents.supplies.append(
      Supply(
        id: id, place: placeIndex(place), commodity: commodityIndex(commodity),
        initialStockKilograms: stock, productionKilogramsPerYear: production,
        harvestShares: harvest, releasePerYear: releasePerYear, clusteringShape: shape,
        consignmentKilograms: mass,
        organisationShares: organisations.map {
          Supply.OrganisationShare(organisation: organisationIndex($0), share: $1)
        }))
  }

  /// Adds a supply that dispatches exactly `count` consignments and then no more.
  ///
  /// The stock holds that many of equal mass and goes at a rate that would move twice as many in
  /// the first month; what chance leaves over goes in the next ones.
  package mutating func burst(
    _ id: String, at place: String, of commodity: String = "heroin", count: Int,
    mass: Double = 1, by organisations: KeyValuePairs<String, Double> = ["group": 1]
  ) {
    supply(
      id, at: place, of: commodity, stock: Double(count) * mass, releasePerYear: 24,
      mass: .always(mass), by: organisations)
  }

  /// Adds a supply of a constant rate (consignments a day) from a stock that never ends.
  package mutating func steadySupply(
    _ id: String, at place: String, of commodity: String = "heroin", perDay rate: Double,
    shape: Double = 1e6, mass: Distribution = .always(1),
    by organisations: KeyValuePairs<String, Double> = ["group": 1]
  ) {
    let stock = 1e9
    supply(
      id, at: place, of: commodity, stock: stock,
      releasePerYear: rate * mass.mean * 365.25 / stock, shape: shape, mass: mass,
      by: organisations)
  }

  /// Adds a frontier of one section of the same id for each of `sections`, by length (km).
  package mutating func frontier(
    _ id: String, between countries: [String], sections: KeyValuePairs<String, Double>,
    route: String? = nil
  ) {
    if let route, !contents.routes.contains(where: { $0.id == route }) {
      contents.routes.append(Route(id: route, name: route))
    }
    contents.frontiers.append(
      Frontier(
        id: id, name: id, countries: countries.map(countryIndex),
        lengthKilometres: sections.reduce(0) { $0 + $1.value },
        route: route.map { EntityIndex(offset(of: $0, among: contents.routes.map(\.id))) }))
    for (section, length) in sections {
      contents.sections.append(
        FrontierSection(
          id: section, name: section, frontier: Frontier.Index(contents.frontiers.count - 1),
          lengthKilometres: length))
    }
  }

  /// Sets the watch over a section.
  package mutating func watch(
    _ section: String, band: Double, days: Double, patrols: [FrontierSection.Patrol],
    sensors: FrontierSection.Sensors? = nil
  ) {
    contents.sections[sectionIndex(section).offset].surveillance = FrontierSection.Surveillance(
      bandWidthKilometres: band, crossingDays: days, patrols: patrols, sensors: sensors)
  }

  /// The place of a country.
  package func countryIndex(_ id: String) -> Country.Index {
    EntityIndex(offset(of: id, among: contents.countries.map(\.id)))
  }

  /// The place of a place.
  package func placeIndex(_ id: String) -> Place.Index {
    EntityIndex(offset(of: id, among: contents.places.map(\.id)))
  }

  /// The place of a corridor.
  package func corridorIndex(_ id: String) -> Corridor.Index {
    EntityIndex(offset(of: id, among: contents.corridors.map(\.id)))
  }

  /// The place of an agency.
  package func agencyIndex(_ id: String) -> Agency.Index {
    EntityIndex(offset(of: id, among: contents.agencies.map(\.id)))
  }

  /// The place of a section.
  package func sectionIndex(_ id: String) -> FrontierSection.Index {
    EntityIndex(offset(of: id, among: contents.sections.map(\.id)))
  }

  /// The place of a market.
  package func marketIndex(_ id: String) -> Market.Index {
    EntityIndex(offset(of: id, among: contents.markets.map(\.id)))
  }

  /// The place of a commodity.
  package func commodityIndex(_ id: String) -> Commodity.Index {
    EntityIndex(offset(of: id, among: contents.commodities.map(\.id)))
  }

  /// The place of an organisation.
  package func organisationIndex(_ id: String) -> Organisation.Index {
    EntityIndex(offset(of: id, among: contents.organisations.map(\.id)))
  }

  /// The place of a closure.
  func closureIndex(_ id: String) -> Closure.Index {
    EntityIndex(offset(of: id, among: contents.closures.map(\.id)))
  }

  func offset(of id: String, among ids: [String]) -> Int {
    guard let offset = ids.firstIndex(of: id) else {
      preconditionFailure("the test has not said what \"\(id)\" is")
    }
    return offset
  }
}

extension Distribution {
  /// A number without chance.
  package static func always(_ value: Double) -> Distribution {
    .deterministic(Deterministic(value))
  }
}

/// A date that the test is sure of.
package func date(_ text: String) -> CivilDate {
  guard let date = CivilDate(text) else { preconditionFailure("\(text) is no date") }
  return date
}
