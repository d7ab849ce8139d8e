/// A replication that broke an invariant of the model: a fault in the program.
public struct ReplicationFault: Error, Sendable, CustomStringConvertible {
  /// Which replication.
  public var replication: Int
  /// The seed of the batch.
  public var seed: UInt64
  /// What was found.
  public var message: String

  /// A sentence for a report.
  public var description: String {
    "replication \(replication) of seed \(seed) broke an invariant: \(message)"
  }
}
