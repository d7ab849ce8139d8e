/// The smallest piece of work of a sweep: one replication of one point.
public struct SweepUnit: Sendable, Hashable {
  /// The point, from 0.
  public var point: Int
  /// The replication, from 0.
  public var replication: Int

  /// A unit.
  public init(point: Int, replication: Int) {
    self.point = point
    self.replication = replication
  }
}
