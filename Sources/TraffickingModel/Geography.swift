import RandomStreams

/// A country, by its ISO 3166-1 alpha-3 code.
public struct Country: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Country>
  /// The code, e.g. `TJK`.
  public var id: String
  /// The name for people.
  public var name: String

  /// A country.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// A group of frontiers by which flow leaves its country of origin, e.g. the Northern route.
public struct Route: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Route>
  /// The id, e.g. `northern`.
  public var id: String
  /// The name for people.
  public var name: String

  /// A route.
  public init(id: String, name: String) {
    self.id = id
    self.name = name
  }
}

/// A province, city, border crossing, green-border section, laboratory area or market place.
public struct Place: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Place>
  /// The id.
  public var id: String
  /// The name for people.
  public var name: String
  /// The country it lies in.
  public var country: Country.Index
  /// Degrees north, -90 to 90.
  public var latitude: Double
  /// Degrees east, -180 to 180.
  public var longitude: Double
  /// How long a consignment stays between two corridors (days); `nil` for not at all.
  public var holdingDays: Distribution?
  /// How large consignments are divided here; `nil` where they are not.
  public var split: Split?
  /// The closures that shut every corridor from and to this place.
  public var closures: [Closure.Index]

  /// Division of large consignments at a hub.
  public struct Split: Sendable, Equatable {
    /// A consignment heavier than this is divided (kg).
    public var aboveKilograms: Double
    /// The parts are equal and no heavier than this (kg), but never more than `maximumParts`.
    public var partKilograms: Double
    /// The most parts that one consignment is divided into.
    public static let maximumParts = 64

    /// A rule; `partKilograms` is at most `aboveKilograms`.
    public init(aboveKilograms: Double, partKilograms: Double) {
      self.aboveKilograms = aboveKilograms
      self.partKilograms = partKilograms
    }
  }

  /// A place.
  public init(
    id: String, name: String, country: Country.Index, latitude: Double, longitude: Double,
    holdingDays: Distribution? = nil, split: Split? = nil, closures: [Closure.Index] = []
  ) {
    self.id = id
    self.name = name
    self.country = country
    self.latitude = latitude
    self.longitude = longitude
    self.holdingDays = holdingDays
    self.split = split
    self.closures = closures
  }
}

/// A border between two countries, cut into sections.
public struct Frontier: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Frontier>
  /// The id, e.g. `tjk-afg`.
  public var id: String
  /// The name for people.
  public var name: String
  /// The two countries.
  public var countries: [Country.Index]
  /// The length (km); the sections add up to it.
  public var lengthKilometres: Double
  /// The route that a consignment takes when it leaves its country of origin here.
  public var route: Route.Index?

  /// A frontier.
  public init(
    id: String, name: String, countries: [Country.Index], lengthKilometres: Double,
    route: Route.Index? = nil
  ) {
    self.id = id
    self.name = name
    self.countries = countries
    self.lengthKilometres = lengthKilometres
    self.route = route
  }
}

/// A stretch of a frontier with one kind of terrain and one enforcement effort.
public struct FrontierSection: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<FrontierSection>
  /// The id, unique over all frontiers.
  public var id: String
  /// The name for people.
  public var name: String
  /// The frontier it is a part of.
  public var frontier: Frontier.Index
  /// The length (km).
  public var lengthKilometres: Double
  /// The effort with which its green border is watched; `nil` where nobody can cross off the
  /// roads.
  public var surveillance: Surveillance?

  /// The watch over a green-border section: what random search needs.
  public struct Surveillance: Sendable, Equatable {
    /// The depth of the border band (km).
    public var bandWidthKilometres: Double
    /// How long a consignment stays in the band (days).
    public var crossingDays: Double
    /// The patrols, by agency.
    public var patrols: [Patrol]
    /// The sensors, if any.
    public var sensors: Sensors?

    /// A watch.
    public init(
      bandWidthKilometres: Double, crossingDays: Double, patrols: [Patrol], sensors: Sensors?
    ) {
      self.bandWidthKilometres = bandWidthKilometres
      self.crossingDays = crossingDays
      self.patrols = patrols
      self.sensors = sensors
    }
  }

  /// One agency's patrols on a section.
  public struct Patrol: Sendable, Equatable {
    /// Whose patrols.
    public var agency: Agency.Index
    /// The distance that all patrols on the section cover together (km/day).
    public var kilometresPerDay: Double
    /// The width of the strip in which a patrol notices a crossing (km).
    public var sweepWidthKilometres: Double

    /// A patrol effort.
    public init(agency: Agency.Index, kilometresPerDay: Double, sweepWidthKilometres: Double) {
      self.agency = agency
      self.kilometresPerDay = kilometresPerDay
      self.sweepWidthKilometres = sweepWidthKilometres
    }
  }

  /// Fixed sensors on a section.
  public struct Sensors: Sendable, Equatable {
    /// Who acts on what they see.
    public var agency: Agency.Index
    /// The share of the section's length that they cover, 0 to 1.
    public var share: Double
    /// The probability that a crossing in front of a sensor is detected, per crossing, below 1.
    public var detectionProbability: Double

    /// A set of sensors.
    public init(agency: Agency.Index, share: Double, detectionProbability: Double) {
      self.agency = agency
      self.share = share
      self.detectionProbability = detectionProbability
    }
  }

  /// A section.
  public init(
    id: String, name: String, frontier: Frontier.Index, lengthKilometres: Double,
    surveillance: Surveillance? = nil
  ) {
    self.id = id
    self.name = name
    self.frontier = frontier
    self.lengthKilometres = lengthKilometres
    self.surveillance = surveillance
  }
}

/// A yearly closure of passes or crossings.
public struct Closure: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Closure>
  /// The id.
  public var id: String
  /// The name for people.
  public var name: String
  /// The first closed day.
  public var from: MonthDay
  /// The first day that is open again; earlier in the year than `from` when the closure lasts over
  /// New Year.
  public var until: MonthDay

  /// A closure.
  public init(id: String, name: String, from: MonthDay, until: MonthDay) {
    self.id = id
    self.name = name
    self.from = from
    self.until = until
  }
}
