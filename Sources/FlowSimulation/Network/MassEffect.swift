import ElementaryFunctions
import TraffickingModel

/// How the mass of a consignment changes its hazard of detection.
struct MassEffect: Sendable, BitwiseCopyable {
  private var exponent: Double
  private var referenceKilograms: Double

  init(_ commodity: Commodity) {
    exponent = commodity.massExponent
    referenceKilograms = commodity.referenceMassKilograms
  }

  /// `(mass / reference)^exponent`.
  func factor(ofKilograms mass: Double) -> Double {
    exponent == 0 ? 1 : Portable.power(mass / referenceKilograms, exponent)
  }
}
