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

  /// How units are dealt out.
  public enum Dealing: String, Sendable {
    /// All points of a replication stay together, so that what they share of their history is
    /// simulated once in a shard as in the whole.
    case replications
    /// All replications of a point stay together, where it decides by itself how many there are.
    case points
    /// One by one, where there are fewer replications than shards: in the order in which a sweep
    /// runs them, replication by replication.
    case units
  }

  /// How the units of an experiment are dealt out to so many shards.
  func dealing(of experiment: Experiment) -> Dealing {
    if experiment.decidesByPoint { return .points }
    return experiment.replicationLimit >= count ? .replications : .units
  }

  /// Whether a unit belongs to this part.
  func owns(_ unit: SweepUnit, pointCount: Int, dealing: Dealing?) -> Bool {
    guard !isWhole, let dealing else { return true }
    let place =
      switch dealing {
      case .replications: unit.replication
      case .points: unit.point
      case .units: unit.replication * pointCount + unit.point
      }
    return place % count == number - 1
  }

  /// How many units this part of an experiment has; `nil` when results decide it.
  public func plannedUnits(of experiment: Experiment) -> Int? {
    guard let total = experiment.plannedUnits else { return nil }
    if isWhole { return total }
    /// How many of the places from 0 on are this shard's.
    func share(of places: Int) -> Int { (places + count - number) / count }
    return switch dealing(of: experiment) {
    case .replications: experiment.pointCount * share(of: experiment.replicationLimit)
    case .points: experiment.replicationLimit * share(of: experiment.pointCount)
    case .units: share(of: total)
    }
  }

  /// Refuses an experiment that cannot be cut into shards.
  public func check(_ experiment: Experiment) throws(SweepError) {
    if !isWhole, experiment.selection != nil {
      throw .notShardable(
        reason: "a selection decides by the results of all scenarios what it runs next")
    }
  }

  /// What it is, in words.
  var words: String { isWhole ? "the whole" : "shard \(self)" }

  /// `3/8`.
  public var description: String { "\(number)/\(count)" }
}
