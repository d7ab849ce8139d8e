import RandomStreams

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
