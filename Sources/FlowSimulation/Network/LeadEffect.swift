import TraffickingModel

/// What leads do to hazards.
struct LeadEffect: Sendable, BitwiseCopyable {
  /// Whether there are leads at all.
  var isActive = false
  /// What a complete lead multiplies hazards with, for the organisation it is on.
  var hazardFactor = 1.0
  /// What a false lead multiplies all hazards with.
  var falseLeadFactor = 1.0

  init(_ intelligence: Intelligence?) {
    guard let intelligence else { return }
    isActive = true
    hazardFactor = intelligence.hazardFactor
    falseLeadFactor = intelligence.falseLeadFactor
  }
}
