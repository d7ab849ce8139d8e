/// What a factor is at a point, as design.csv says it.
public enum FactorValue: Sendable, Equatable {
  /// As the scenario has it.
  case nominal
  /// A number, or what a number is multiplied with or raised by.
  case number(Double)
  /// A word of a choice.
  case word(String)
  /// Whether a policy is in force.
  case isOn(Bool)
}
