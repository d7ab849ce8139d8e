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
