/// One layer of one country's enforcement.
public struct Agency: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Agency>
  /// The id.
  public var id: String
  /// The name for people.
  public var name: String
  /// The country it acts in.
  public var country: Country.Index
  /// Which layer it is.
  public var layer: Layer
  /// What each of its detection hazards is multiplied with, 1 for as stated.
  public var skill: Double
  /// The probability that what it detects is let pass for money.
  public var corruption: Double
  /// The probability that a detection brings its officers face to face with carriers.
  public var confrontation: Double
  /// The probability that a detected consignment goes on under watch.
  public var controlledDelivery: Double
  /// The probability that a seizure leads to the arrest of a cell.
  public var arrest: Double

  /// The layers of enforcement.
  public enum Layer: String, Sendable, CaseIterable {
    /// Guards of the green and river border.
    case borderGuard
    /// Customs at crossings.
    case customs
    /// Police inland.
    case police
    /// A drug control agency.
    case drugControl

    /// Whether seizures of this layer count as made at the border.
    public var isBorder: Bool { self == .borderGuard || self == .customs }
  }

  /// An agency.
  public init(
    id: String, name: String, country: Country.Index, layer: Layer, skill: Double = 1,
    corruption: Double = 0, confrontation: Double = 0, controlledDelivery: Double = 0,
    arrest: Double = 0
  ) {
    self.id = id
    self.name = name
    self.country = country
    self.layer = layer
    self.skill = skill
    self.corruption = corruption
    self.confrontation = confrontation
    self.controlledDelivery = controlledDelivery
    self.arrest = arrest
  }
}
