import FlowSimulation

/// Many replications of one network, run by several workers at once: a `FamilyBatch` of one.
public struct ReplicationBatch: Sendable {
  private let batch: FamilyBatch

  /// A batch that has not started.
  ///
  /// - Parameter onProgress: called after each counted replication, by whichever worker finished
  ///   it, one call at a time.
  public init(
    of network: CompiledNetwork, plan: BatchPlan, confidenceLevel: Double = 0.95,
    cancellation: Cancellation = Cancellation(),
    onProgress: @escaping @Sendable (BatchProgress) -> Void = { _ in }
  ) {
    batch = FamilyBatch(
      of: NetworkFamily([network]), plan: plan, confidenceLevel: confidenceLevel,
      cancellation: cancellation, onProgress: onProgress)
  }

  /// Runs the batch; returns when it is complete or was told to stop.
  ///
  /// A stop leaves a whole result of the replications done up to the first one missing.
  ///
  /// - Throws: the first replication that broke an invariant.
  public func run() throws(ReplicationFault) -> BatchResult { try batch.run()[0] }

  /// Hands an outcome in; counts it and those that waited for it.
  package func deliver(_ outcome: Outcome, of number: Int) {
    batch.deliver([outcome], of: number)
  }
}
