/// What is reported of each corridor.
public enum CorridorMeasure: String, CaseIterable, Sendable {
  /// Consignments that set out on it.
  case attempts
  /// Mass that set out on it (kg).
  case attemptedKilograms = "attempted_kg"
  /// Consignments seized on it.
  case seizures
  /// Mass seized on it (kg).
  case seizedKilograms = "seized_kg"
}
