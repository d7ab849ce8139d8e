import ElementaryFunctions

/// Selects the system with the best expected value, and leaves the worse ones out on the way.
///
/// The fully sequential procedure of Kim and Nelson, ACM Transactions on Modeling and Computer
/// Simulation 11 (2001) 251-273, with their constant c = 1. If the best expected value is better
/// than all others by at least the indifference amount, it is selected with probability 1 - error
/// or more; otherwise one within that amount is likely to be. The promise rests on normal outputs
/// that are independent between replications.
///
/// Within a replication the systems may share their random numbers, and should: the variances that
/// matter are those of pairwise differences, estimated once from the first stage. Two systems that
/// came to the same in each of its replications say nothing of their difference: for such a pair
/// the stage goes on to 2, 4, 8, ... times its length, until they differ; until then neither can
/// leave the other out, and systems that are alike for good never end the race. (The authors assume
/// normal outputs, of which no two are equal.) A difference that never varies but is not 0 counts
/// as known exactly.
///
/// The caller makes a replication of every survivor, adds the outputs, and goes on until one is
/// selected. Systems are numbered from 0 and named by these numbers throughout.
public struct KimNelson: Sendable, Equatable {
  /// A system was left out.
  public struct Elimination: Sendable, Equatable, BitwiseCopyable {
    /// Which system.
    public let system: Int
    /// The survivor of the replication before that it fell behind of by the widest margin.
    public let by: Int
    /// After how many replications.
    public let replicationCount: Int
    /// Whether both means were equal to the bit, and `by` was kept for its lower number.
    public let isTie: Bool
  }

  /// How many systems there were at first.
  public let systemCount: Int
  /// How many replications the first stage has; nobody is left out before its end.
  public let firstStage: Int
  /// The least difference that matters, in the unit of the outputs.
  public let indifference: Double
  /// The greatest chance of a false selection.
  public let error: Double
  /// Which expected value is the best one.
  public let goal: SelectionGoal

  /// The systems still in the race, in ascending order.
  public private(set) var survivors: [Int]
  /// Who was left out, in the order in which it happened.
  public private(set) var eliminations: [Elimination] = []
  /// By system, over the replications that it took part in.
  public private(set) var tallies: [Tally]
  /// How many replications were added.
  public private(set) var replicationCount = 0
  /// Of the first stage, by pair: output of the higher number minus that of the lower.
  private var differences: [Tally]
  /// By pair: whether its first stage goes on.
  private var isOpen: [Bool]
  /// When pairs are looked at whose first stage goes on.
  private var nextLook: Int
  /// The constant h² of the procedure.
  package let squaredConstant: Double

  /// A race that has not begun.
  ///
  /// - Parameters:
  ///   - systemCount: how many systems, 2 or more.
  ///   - firstStage: how many replications of each before the first elimination, 2 or more. The
  ///     authors advise 10 to 20: with fewer the variances are so uncertain that the procedure has
  ///     to go on for longer.
  ///   - indifference: the least difference that matters, positive and finite.
  ///   - error: the greatest chance of a false selection, above 0 and below 1 - 1 / systemCount,
  ///     the chance of a selection by lot.
  ///   - goal: which expected value is the best one.
  public init(
    systemCount: Int, firstStage: Int, indifference: Double, error: Double, goal: SelectionGoal
  ) {
    precondition(systemCount >= 2, "a selection among \(systemCount) systems")
    precondition(firstStage >= 2, "a first stage of \(firstStage) has no variance")
    precondition(
      indifference > 0 && indifference < .infinity, "indifference \(indifference) is not > 0")
    precondition(
      error > 0 && error < 1 - 1 / Double(systemCount),
      "error \(error) is not between 0 and \(1 - 1 / Double(systemCount))")
    self.systemCount = systemCount
    self.firstStage = firstStage
    self.indifference = indifference
    self.error = error
    self.goal = goal
    let degrees = Double(firstStage - 1)
    let eta = 0.5 * (Portable.power(2 * error / Double(systemCount - 1), -2 / degrees) - 1)
    squaredConstant = 2 * eta * degrees
    survivors = Array(0..<systemCount)
    tallies = [Tally](repeating: Tally(), count: systemCount)
    differences = [Tally](repeating: Tally(), count: systemCount * (systemCount - 1) / 2)
    isOpen = [Bool](repeating: true, count: differences.count)
    nextLook = firstStage
  }

  /// The system selected; `nil` as long as there are several survivors.
  public var selected: Int? { survivors.count == 1 ? survivors.first : nil }

  /// Adds one replication of every survivor and leaves out who has fallen behind.
  ///
  /// One output for each system of ``survivors``, in that order, all finite, and nobody selected
  /// yet: anything else is a programming error. A response that a replication leaves undefined has
  /// no place here; refuse it, or say what it counts as, before. The cost is the square of the
  /// number of survivors.
  public mutating func add(_ outputs: [Double]) {
    precondition(selected == nil, "system \(survivors) is selected already")
    precondition(
      outputs.count == survivors.count,
      "\(outputs.count) outputs for \(survivors.count) survivors")
    for (system, output) in zip(survivors, outputs) { tallies[system].add(output) }
    replicationCount += 1
    addDifferences(outputs)
    if replicationCount >= firstStage { screen() }
  }

  /// Adds to the first stages that go on, and ends those that have shown a difference.
  private mutating func addDifferences(_ outputs: [Double]) {
    guard isOpen.contains(true) else { return }
    let isLook = replicationCount == nextLook
    if isLook { nextLook *= 2 }
    for (place, second) in survivors.enumerated() {
      for (other, first) in survivors[..<place].enumerated() {
        let pair = Self.pair(first, second)
        guard isOpen[pair] else { continue }
        differences[pair].add(outputs[place] - outputs[other])
        let hasDiffered = differences[pair].minimum != 0 || differences[pair].maximum != 0
        if isLook, hasDiffered { isOpen[pair] = false }
      }
    }
  }

  /// Whether two systems have come to the same in every replication so far.
  public func areAlike(_ first: Int, _ second: Int) -> Bool {
    guard first != second else { return true }
    let differences = differences[Self.pair(min(first, second), max(first, second))]
    return differences.count > 0 && differences.minimum == 0 && differences.maximum == 0
  }

  /// The sample variance of the difference between two systems in the first stage, as far as it has
  /// got.
  public func differenceVariance(_ first: Int, _ second: Int) -> Double {
    first == second ? 0 : differences[Self.pair(min(first, second), max(first, second))].variance
  }

  /// How many replications it takes at the most; `nil` before the end of the first stage.
  ///
  /// One more than the greatest count at which a pair of survivors may still be undecided.
  public var greatestReplicationCount: Int? {
    guard replicationCount >= firstStage else { return nil }
    var greatest = Double(replicationCount)
    for second in survivors {
      for first in survivors where first < second {
        greatest = max(greatest, undecidedUntil(first, second).rounded(.down) + 1)
      }
    }
    return selected == nil ? Int(exactly: greatest) ?? Int.max : replicationCount
  }

  /// How far a mean may lie behind that of another and its system stay in the race.
  ///
  /// It shrinks with every replication and ends at 0, never below.
  public func margin(_ first: Int, _ second: Int) -> Double {
    precondition(replicationCount >= firstStage, "the first stage has not ended")
    let count = Double(replicationCount)
    return max(0, indifference / (2 * count) * (undecidedUntil(first, second) - count))
  }

  /// The count at which the margin of a pair reaches zero, not a whole number.
  private func undecidedUntil(_ first: Int, _ second: Int) -> Double {
    guard !isOpen[Self.pair(min(first, second), max(first, second))] else { return .infinity }
    return squaredConstant * (differenceVariance(first, second) / indifference / indifference)
  }

  /// Leaves out every survivor that lies behind another by more than the margin.
  ///
  /// All are held against all survivors of the replication before, so the order does not matter.
  private mutating func screen() {
    let eliminated = survivors.compactMap { elimination(of: $0) }
    eliminations += eliminated
    survivors.removeAll { system in eliminated.contains { $0.system == system } }
  }

  /// Why a system has to go now; `nil` when it may stay.
  private func elimination(of system: Int) -> Elimination? {
    let own = goal.merit(tallies[system].mean)
    var widest: (excess: Double, other: Int)?
    for other in survivors where other != system {
      let lag = goal.merit(tallies[other].mean) - own
      let margin = margin(system, other)
      // Where nothing is left of the margin, equals are told apart by number.
      guard lag > margin || (lag == 0 && margin == 0 && other < system) else { continue }
      if lag - margin > widest?.excess ?? -1 { widest = (lag - margin, other) }
    }
    return widest.map { widest in
      Elimination(
        system: system, by: widest.other, replicationCount: replicationCount,
        isTie: widest.excess == 0)
    }
  }

  /// The place of a pair, the lower number first, among all pairs.
  private static func pair(_ first: Int, _ second: Int) -> Int {
    second * (second - 1) / 2 + first
  }
}
