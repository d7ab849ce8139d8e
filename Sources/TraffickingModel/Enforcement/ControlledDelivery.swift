/// How controlled deliveries go: a detected consignment travels on under watch and is seized at its
/// market.
public struct ControlledDelivery: Sendable, Equatable {
  /// The probability per passage that those who watch lose the consignment, which then goes on as
  /// any other.
  public var lossPerPassage: Double
  /// The probability that the organisation is dismantled when the consignment arrives.
  public var dismantlingProbability: Double
  /// Lighter consignments are seized at once (kg).
  public var minimumKilograms: Double

  /// The conduct of controlled deliveries.
  public init(
    lossPerPassage: Double, dismantlingProbability: Double, minimumKilograms: Double = 0
  ) {
    self.lossPerPassage = lossPerPassage
    self.dismantlingProbability = dismantlingProbability
    self.minimumKilograms = minimumKilograms
  }
}
