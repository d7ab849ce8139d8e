/// One agency's part in the detection on a corridor.
public struct EnforcementLayer: Sendable, Equatable {
  /// Whose it is.
  public var agency: Agency.Index
  /// The cumulative hazard of detection over one passage of a reference consignment.
  public var hazard: Double
  /// Whether it is a patrol, which a deployment may move elsewhere.
  public var isPatrol = false
}
