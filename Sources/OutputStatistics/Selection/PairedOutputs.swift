/// Outputs of systems that share their random numbers, compared pair by pair.
///
/// Output r of every system comes of the same luck, and some systems have more outputs than others.
/// Means over unlike numbers of replications then differ by the luck of the further ones, so two
/// systems are held against each other over the replications that both have, and nothing else.
public struct PairedOutputs: Sendable, Equatable {
  /// Which expected value is the best one.
  public let goal: SelectionGoal
  /// By system and replication.
  public private(set) var outputs: [[Double]]

  /// No outputs of so many systems, 1 or more.
  public init(systemCount: Int, goal: SelectionGoal) {
    precondition(systemCount >= 1, "a comparison of no systems")
    self.goal = goal
    outputs = [[Double]](repeating: [], count: systemCount)
  }

  /// Adds the next output of a system; one that is not finite is a programming error.
  public mutating func add(_ output: Double, of system: Int) {
    precondition(output.isFinite, "output \(output) is not finite")
    outputs[system].append(output)
  }

  /// A system minus another, over the replications that both have.
  public func difference(of system: Int, from other: Int) -> Tally {
    var tally = Tally()
    for (own, others) in zip(outputs[system], outputs[other]) { tally.add(own - others) }
    return tally
  }

  /// Every system minus one of them, that one minus itself included.
  public func differences(from system: Int) -> [Tally] {
    outputs.indices.map { difference(of: $0, from: system) }
  }

  /// The system that is better than every other pair by pair, of equals the one with the lowest
  /// number; and whether there is one.
  ///
  /// Over unlike sets of replications systems can be better than each other in a circle. Then it is
  /// the best, over the replications that all in the circle have, of those that nobody outside it
  /// is better than. The cost is that of two looks at all outputs, in a circle that of one for each
  /// of its members.
  public var best: (system: Int, isUndisputed: Bool) {
    var champion = 0
    for system in outputs.indices where isBetter(system, than: champion) { champion = system }
    if !outputs.indices.contains(where: { isBetter($0, than: champion) }) {
      return (champion, true)
    }
    var circle = [champion]
    var place = 0
    while place < circle.count {
      circle += outputs.indices.filter {
        !circle.contains($0) && isBetter($0, than: circle[place])
      }
      place += 1
    }
    circle.sort()
    let shared = circle.map { outputs[$0].count }.min() ?? 0
    func merit(_ system: Int) -> Double {
      goal.merit(Tally(Array(outputs[system].prefix(shared))).mean)
    }
    let merits = circle.map(merit)
    let first = merits.indices.reduce(0) { merits[$1] > merits[$0] ? $1 : $0 }
    return (circle[first], false)
  }

  private func isBetter(_ system: Int, than other: Int) -> Bool {
    system != other && goal.merit(difference(of: system, from: other).mean) > 0
  }
}
