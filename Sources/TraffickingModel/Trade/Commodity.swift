/// What is moved.
public struct Commodity: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Commodity>
  /// The id, e.g. `heroin`.
  public var id: String
  /// The name for people.
  public var name: String
  /// What every detection hazard is multiplied with.
  public var detectability: Double
  /// How the detection hazard grows with mass: hazard ~ (mass / reference)^exponent; 0 for not.
  public var massExponent: Double
  /// The mass at which stated detection probabilities hold (kg).
  public var referenceMassKilograms: Double

  /// A commodity.
  public init(
    id: String, name: String, detectability: Double = 1, massExponent: Double = 0,
    referenceMassKilograms: Double = 1
  ) {
    self.id = id
    self.name = name
    self.detectability = detectability
    self.massExponent = massExponent
    self.referenceMassKilograms = referenceMassKilograms
  }
}
