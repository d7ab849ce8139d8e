/// When a batch has run enough replications.
public enum StoppingRule: Sendable {
  /// After a number of replications.
  case fixed(Int)
  /// As soon as every target is reached, but after no more than `cap` replications.
  ///
  /// Targets are asked after each replication in the order of their numbers, so the batch stops at
  /// the same one whatever the workers do.
  case precision([PrecisionTarget], cap: Int)

  /// The most replications that run.
  public var cap: Int {
    switch self {
    case .fixed(let count): count
    case .precision(_, let cap): cap
    }
  }
}
