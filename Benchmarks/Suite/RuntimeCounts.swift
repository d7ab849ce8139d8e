/// How often the Swift runtime was called for memory and references.
public struct RuntimeCounts: Sendable, Equatable, BitwiseCopyable {
  /// Blocks of memory taken: `malloc` and its kin.
  public var allocations: Int
  /// References counted up.
  public var retains: Int
  /// References counted down.
  public var releases: Int
  /// Times an array or a box was asked whether anybody shares it.
  public var uniquenessChecks: Int

  /// Counts.
  public init(allocations: Int, retains: Int, releases: Int, uniquenessChecks: Int) {
    self.allocations = allocations
    self.retains = retains
    self.releases = releases
    self.uniquenessChecks = uniquenessChecks
  }

  /// No calls.
  public static let zero = RuntimeCounts(
    allocations: 0, retains: 0, releases: 0, uniquenessChecks: 0)

  /// What came in between two readings.
  public static func - (later: RuntimeCounts, earlier: RuntimeCounts) -> RuntimeCounts {
    RuntimeCounts(
      allocations: later.allocations - earlier.allocations,
      retains: later.retains - earlier.retains, releases: later.releases - earlier.releases,
      uniquenessChecks: later.uniquenessChecks - earlier.uniquenessChecks)
  }

  /// Both together.
  public static func + (one: RuntimeCounts, other: RuntimeCounts) -> RuntimeCounts {
    RuntimeCounts(
      allocations: one.allocations + other.allocations, retains: one.retains + other.retains,
      releases: one.releases + other.releases,
      uniquenessChecks: one.uniquenessChecks + other.uniquenessChecks)
  }
}
