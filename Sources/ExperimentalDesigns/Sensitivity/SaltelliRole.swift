/// What a point is in its block of ``SaltelliBlocks``.
public enum SaltelliRole: Equatable, Sendable {
  /// The point of the first sample, A.
  case first
  /// The point of A with this factor, counted from 0, taken from B.
  case firstWithSecond(factor: Int)
  /// The point of B with this factor, counted from 0, taken from A.
  case secondWithFirst(factor: Int)
  /// The point of the second sample, B.
  case second
}
