/// The series that are kept by month and commodity.
public enum MonthlySeries: String, CaseIterable, Sendable {
  /// Mass dispatched in the month.
  case dispatchedKilograms = "dispatched_kg"
  /// Mass delivered to markets in the month.
  case deliveredKilograms = "delivered_kg"
  /// Mass seized in the month.
  case seizedKilograms = "seized_kg"
  /// Consignments seized in the month.
  case seizures = "seizures"
  /// Mass used up by laboratories in the month.
  case convertedKilograms = "converted_kg"

  /// Its position among the series.
  @inline(__always)
  var offset: Int {
    switch self {
    case .dispatchedKilograms: 0
    case .deliveredKilograms: 1
    case .seizedKilograms: 2
    case .seizures: 3
    case .convertedKilograms: 4
    }
  }
}
