/// A part of a sweep that one of several processes computes.
public struct SweepShard: Sendable, Equatable, CustomStringConvertible {
  /// Which part, from 1.
  public let number: Int
  /// How many parts there are.
  public let count: Int

  /// The whole sweep.
  public static let whole = SweepShard(number: 1, count: 1)

  /// The most parts.
  public static let limit = 10_000

  /// A part; a number beyond the count is a precondition.
  public init(number: Int, count: Int) {
    precondition(
      count >= 1 && count <= Self.limit && number >= 1 && number <= count,
      "there is no shard \(number) of \(count)")
    self.number = number
    self.count = count
  }

  /// Reads `3/8`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1],
      count >= 1, count <= Self.limit, number >= 1, number <= count
    else { return nil }
    self.init(number: number, count: count)
  }

  /// Whether it is all of the sweep.
  public var isWhole: Bool { count == 1 }

  /// Whether a unit belongs to this part.
  ///
  /// Units are dealt out in the order in which a sweep runs them, replication by replication. Where
  /// a point decides by itself how many replications it needs, all of them stay together.
  func owns(_ unit: SweepUnit, pointCount: Int, keepsPoints: Bool) -> Bool {
    if isWhole { return true }
    let place = keepsPoints ? unit.point : unit.replication * pointCount + unit.point
    return place % count == number - 1
  }

  /// What it is, in words.
  var words: String { isWhole ? "the whole" : "shard \(self)" }

  /// `3/8`.
  public var description: String { "\(number)/\(count)" }
}
