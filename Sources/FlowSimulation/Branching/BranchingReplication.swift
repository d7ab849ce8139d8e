/// One replication under each network of a family; what they share is simulated once.
///
/// Owned by one worker and used for one replication after the other. Every outcome has the bytes
/// that `Replication` alone comes to under that network.
///
/// Memory: one replication (some 3 MB at least, then as many consignments and events as were ever
/// on their way), and one more for each level of branches that is kept meanwhile: `slotCount`, at
/// most 1 + log2 of the number of networks that share a history. Networks that share none have
/// their own.
public struct BranchingReplication: ~Copyable {
  /// The state of one level of branches.
  ///
  /// A class, because neither an array nor an optional in one can hold a replication.
  private final class Slot {
    var replication: Replication

    init(of network: CompiledNetwork, seed: UInt64) {
      replication = Replication(of: network, seed: seed)
    }
  }

  private let family: NetworkFamily
  /// By tree and level.
  private let slots: [[Slot]]

  /// How many events may happen before it is asked whether to stop.
  private static let eventsBetweenPolls = 1 << 16

  /// A replication that has not begun.
  ///
  /// - Parameter seed: names the experiment.
  public init(of family: NetworkFamily, seed: UInt64) {
    self.family = family
    slots = family.roots.map { root in
      (0..<root.slotCount).map { _ in Slot(of: family.networks[root.network], seed: seed) }
    }
  }

  /// How many replications it holds in memory.
  public var slotCount: Int { slots.reduce(0) { $0 + $1.count } }

  /// Runs the replication of an index under each network.
  ///
  /// - Parameters:
  ///   - isMirrored: see `Replication.begin(index:isMirrored:)`.
  ///   - shouldStop: asked now and then.
  /// - Returns: the outcomes in the order of the family's networks; `nil` when it was stopped.
  public mutating func outcomes(
    ofReplication index: UInt64, isMirrored: Bool = false,
    unless shouldStop: () -> Bool = { false }
  ) -> [Outcome]? {
    var outcomes = [Outcome?](repeating: nil, count: family.networks.count)
    for (root, slots) in zip(family.roots, slots) {
      slots[0].replication.begin(
        family.networks[root.network], index: index, isMirrored: isMirrored,
        openings: root.openings)
      let isDone = run(root, in: slots[...], unless: shouldStop) { outcomes[$0] = $1 }
      if !isDone { return nil }
    }
    return outcomes.compactMap { $0 }
  }

  /// Runs a branch, whose beginning is in the first slot, and all that branch from it.
  ///
  /// - Returns: whether it came to its end.
  private func run(
    _ branch: NetworkFamily.Branch, in slots: ArraySlice<Slot>, unless shouldStop: () -> Bool,
    deliver: (_ network: Int, Outcome) -> Void
  ) -> Bool {
    let slot = slots[slots.startIndex]
    while !slot.replication.advance(
      events: Self.eventsBetweenPolls, until: branch.days.upperBound)
    {
      if shouldStop() { return false }
    }
    if branch.branches.isEmpty {
      let layout = family.layouts[branch.network]
      deliver(branch.network, slot.replication.outcome(in: layout))
      return true
    }
    for next in branch.branches.dropLast() {
      let rest = slots.dropFirst()
      let other = rest[rest.startIndex]
      other.replication.copy(from: slot.replication, classes: next.classCount)
      enter(next, in: other)
      if !run(next, in: rest, unless: shouldStop, deliver: deliver) { return false }
    }
    guard let last = branch.branches.last else { return true }
    enter(last, in: slot)
    return run(last, in: slots, unless: shouldStop, deliver: deliver)
  }

  private func enter(_ branch: NetworkFamily.Branch, in slot: Slot) {
    slot.replication.enter(
      family.networks[branch.network], classes: branch.classCount, openings: branch.openings)
  }
}
