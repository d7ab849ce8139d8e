import RandomStreams
import TraffickingModel

/// A made-up network of any size: places on a ring, each with a corridor to the next and to two
/// others anywhere; detection on every corridor, ten supplies and ten markets.
///
/// Nothing in it is drawn but by hashes, so a size has one network.
struct SyntheticNetwork {
  /// How many places.
  var places: Int
  /// Consignments a day, from all supplies together.
  var dispatchesPerDay: Double
  /// Kilograms in stock at the start; a consignment has one. Infinite supply is a very large stock.
  var stockKilograms = 1e9
  /// The share of the stock released in a year; unless given, what makes the rate of dispatch.
  var releasePerYear: Double?
  /// The chance of detection on a corridor.
  var detection: Double
  /// The part of the choice at a place that leads on to the next on the ring. Markets are reached
  /// along the ring alone, so a small part lets detection end nearly all and the number on the way
  /// be the same in every size.
  var shareAlongRing = 0.02
  /// How many days are reported.
  var days: Int

  /// Supplies, and as many markets.
  static let endCount = 10
  /// Corridors that leave a place.
  static let corridorsPerPlace = 3

  /// What the scenario says.
  func contents() -> ScenarioContents {
    precondition(places >= 4 * Self.endCount, "a network needs room for its supplies and markets")
    let start = CivilDate(dayNumber: 19_723)
    var contents = ScenarioContents(
      title: "Synthetic", description: "A network of a benchmark.",
      period: Period(start: start, end: CivilDate(dayNumber: start.dayNumber + days)),
      routing: .fixed)
    contents.countries = [Country(id: "AAA", name: "AAA")]
    contents.modes = [
      Mode(
        id: "road", name: "road", kilometresPerDay: 100,
        delay: .lognormal(Lognormal(mean: 1, coefficientOfVariation: 0.5)),
        costPerKilogramPerThousandKilometres: 0)
    ]
    contents.commodities = [Commodity(id: "heroin", name: "heroin")]
    contents.agencies = [
      Agency(id: "police", name: "police", country: Country.Index(0), layer: .police)
    ]
    contents.organisations = [
      Organisation(
        id: "group", name: "group", choiceSensitivity: 0.01, riskAversion: 0,
        timeValuePerKilogramDay: 0)
    ]
    contents.places = (0..<places).map {
      Place(id: "p\($0)", name: "", country: Country.Index(0), latitude: 0, longitude: 0)
    }
    contents.corridors = corridors()
    contents.supplies = (0..<Self.endCount).map(supply)
    contents.markets = (0..<Self.endCount).map { number in
      Market(
        id: "m\(number)", name: "", place: Place.Index(marketPlace(number)),
        demands: [
          Market.Demand(
            commodity: Commodity.Index(0), kilogramsPerYear: 1, pricePerKilogram: 1000)
        ])
    }
    return contents
  }

  /// Markets and supplies lie in turn, evenly along the ring.
  private func marketPlace(_ number: Int) -> Int { places / Self.endCount * number }
  private func supplyPlace(_ number: Int) -> Int {
    marketPlace(number) + places / Self.endCount / 2
  }

  private func supply(_ number: Int) -> Supply {
    let part = 1 / Double(Self.endCount)
    return Supply(
      id: "s\(number)", place: Place.Index(supplyPlace(number)), commodity: Commodity.Index(0),
      initialStockKilograms: stockKilograms * part, productionKilogramsPerYear: 0,
      harvestShares: [Double](repeating: 1.0 / 12, count: 12),
      releasePerYear: releasePerYear ?? dispatchesPerDay * 365.25 / stockKilograms,
      clusteringShape: 1e6, consignmentKilograms: .deterministic(Deterministic(1)),
      organisationShares: [
        Supply.OrganisationShare(organisation: Organisation.Index(0), share: 1)
      ])
  }

  private func corridors() -> [Corridor] {
    let markets = Set((0..<Self.endCount).map(marketPlace))
    var corridors = [Corridor]()
    corridors.reserveCapacity(places * Self.corridorsPerPlace)
    for place in 0..<places where !markets.contains(place) {
      for number in 0..<Self.corridorsPerPlace {
        let isAlongRing = number == 0
        let share =
          isAlongRing
          ? shareAlongRing : (1 - shareAlongRing) / Double(Self.corridorsPerPlace - 1)
        corridors.append(
          Corridor(
            id: "c\(corridors.count)", from: Place.Index(place),
            to: Place.Index(isAlongRing ? (place + 1) % places : jump(place, number, markets)),
            mode: Mode.Index(0), lengthKilometres: 100,
            detections: [Corridor.Detection(agency: Agency.Index(0), probability: detection)],
            share: share))
      }
    }
    return corridors
  }

  /// The end of a corridor that leaves the ring: any place but its own and markets.
  private func jump(_ place: Int, _ number: Int, _ markets: Set<Int>) -> Int {
    var attempt: UInt64 = 0
    while true {
      let name = EntityName.member(attempt, of: UInt64(place * Self.corridorsPerPlace + number))
      let target = Int(name % UInt64(places))
      if target != place, !markets.contains(target) { return target }
      attempt += 1
    }
  }
}
