/// What happens when carriers resist with arms.
public struct Clashes: Sendable, Equatable {
  /// The probability that a clash ends in a seizure; else the carriers escape and go on.
  public var seizureProbability: Double
  /// The mean number of officers lost in a clash.
  public var officerLosses: Double
  /// The mean number of carriers lost in a clash.
  public var carrierLosses: Double

  /// The outcome of clashes.
  public init(seizureProbability: Double, officerLosses: Double, carrierLosses: Double) {
    self.seizureProbability = seizureProbability
    self.officerLosses = officerLosses
    self.carrierLosses = carrierLosses
  }
}
