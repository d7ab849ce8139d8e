import OutputStatistics

/// The search for the best scenario, as far as the records of a sweep carry it.
///
/// It follows from the records alone: the same records, the same race, found at once or in parts.
public struct SelectionRace: Sendable {
  /// A scenario that is in the race.
  public struct Entrant: Sendable {
    /// Its point.
    public var point: Int
    /// What it costs more than the base, if cost is what counts.
    public var extraCost: Double?
    /// What it is compared by, in the replications that counted, in their order.
    public fileprivate(set) var values: [Double] = []

    /// The mean and spread of that.
    public var tally: Tally { Tally(values) }
  }

  /// Those that take part, in the order of the scenarios.
  public private(set) var entrants: [Entrant] = []
  /// Scenarios that do not take part, and why.
  public private(set) var excluded: [(point: Int, reason: String)] = []
  /// Who was left out after which replication, and by whom; of Kim and Nelson's procedure only.
  public private(set) var eliminations: [KimNelson.Elimination] = []
  /// Those still in the race, by their places among the entrants.
  public private(set) var survivors: [Int] = []
  /// How many replications each point has after the stage that comes next; `nil` when the race is
  /// over, or cannot go on.
  public private(set) var nextTargets: [Int]?
  /// Why the race ended before there was a winner.
  public private(set) var problem: String?
  /// What is to be known of a choice that was made.
  public private(set) var remarks: [String] = []

  /// What is looked for.
  let selection: ScenarioSelection
  /// The records.
  let store: SweepStore
  private let limit: Int

  /// How many replications of each survivor are made before the race is looked at again, so that
  /// many workers have something to do.
  private static let step = 4

  /// Kim and Nelson's procedure, once the first stage is there.
  private var procedure: KimNelson?
  /// How many replications its survivors are to have.
  private var target = 0
  /// What OCBA knows, once the first stage is there.
  private var outputs: PairedOutputs?
  /// How many replications OCBA has given the entrants, and the base behind them.
  private var counts: [Int] = []

  /// Runs the race as far as the records go.
  ///
  /// - Parameter limit: how many replications a scenario has at most.
  /// - Throws: when a record cannot be read.
  public init(_ selection: ScenarioSelection, limit: Int, in store: SweepStore) throws {
    self.selection = selection
    self.store = store
    self.limit = limit
    try proceed()
  }

  /// Goes on from where it stopped for want of records, as far as they go by now.
  package mutating func proceed() throws {
    nextTargets = nil
    let first = min(selection.first, limit)
    if entrants.isEmpty {
      let pointCount = store.experiment.pointCount
      let isBegun = (0..<pointCount).allSatisfy { store.leadingCount(ofPoint: $0) >= first }
      guard isBegun else {
        nextTargets = [Int](repeating: first, count: pointCount)
        return
      }
      try enter(first: first)
    }
    guard entrants.count >= 2 else {
      problem = problem ?? "fewer than two scenarios can be compared"
      return
    }
    switch selection.rule {
    case .kimNelson(let indifference, let error):
      try eliminate(first: first, indifference: indifference, error: error)
    case .ocba(let budget): try allocate(budget: budget, first: first)
    }
  }

  /// Who takes part: every scenario whose first stage is sound, and with a cost only those that
  /// cost more than the base.
  private mutating func enter(first: Int) throws {
    let base = try cost(ofPoint: store.experiment.base, first: first)
    if selection.cost != nil, base == nil {
      problem = "the cost of the base is not defined in every replication of its first stage"
      return
    }
    for point in 0..<store.experiment.pointCount {
      if selection.cost != nil, point == store.experiment.base { continue }
      if try (0..<first).contains(where: { try value(point, $0, cost: 1) == nil }) {
        excluded.append((point, "a replication of its first stage failed"))
        continue
      }
      guard selection.cost != nil else {
        entrants.append(Entrant(point: point))
        continue
      }
      guard let base, let own = try cost(ofPoint: point, first: first) else {
        excluded.append((point, "its cost is not defined in every replication of its first stage"))
        continue
      }
      let extra = own - base
      if extra > 0 {
        entrants.append(Entrant(point: point, extraCost: extra))
      } else {
        excluded.append((point, "it costs nothing more than the base"))
      }
    }
    survivors = Array(entrants.indices)
  }

  /// The mean of the cost response over the first stage; `nil` unless it is defined in all of it.
  private func cost(ofPoint point: Int, first: Int) throws -> Double? {
    guard let response = selection.cost else { return nil }
    var tally = Tally()
    for replication in 0..<first {
      let unit = SweepUnit(point: point, replication: replication)
      guard let value = try store.record(of: unit)?.responses?[response] else { return nil }
      tally.add(value)
    }
    return tally.mean
  }

  /// What a point is compared by in a replication; `nil` when it failed or is not defined.
  ///
  /// With a cost: what it does better than the base, for each unit of its extra cost.
  private func value(_ point: Int, _ replication: Int, cost: Double?) throws -> Double? {
    func response(_ point: Int) throws -> Double? {
      let unit = SweepUnit(point: point, replication: replication)
      return try store.record(of: unit)?.responses?[selection.response]
    }
    guard let own = try response(point) else { return nil }
    guard selection.cost != nil, let cost else { return own }
    guard let base = try response(store.experiment.base) else { return nil }
    let gain = (selection.isMaximised ? own - base : base - own) / cost
    return gain.isFinite ? gain : nil
  }

  /// Whether replication r of all scenarios has luck in common: that of common random numbers, or
  /// that of the base which gains are counted from.
  public var isPaired: Bool { store.experiment.hasCommonRandomNumbers || selection.cost != nil }

  /// What is the best: a gain for each unit of cost is always to be great.
  private var goal: SelectionGoal {
    selection.isMaximised || selection.cost != nil ? .maximise : .minimise
  }

  /// Kim and Nelson's procedure, stage by stage and in each replication by replication.
  private mutating func eliminate(first: Int, indifference: Double, error: Double) throws {
    var race =
      procedure
      ?? KimNelson(
        systemCount: entrants.count, firstStage: first, indifference: indifference, error: error,
        goal: goal)
    target = max(target, first)
    while true {
      let stage = targets(of: race.survivors) { _ in target }
      if !hasAll(stage) {
        nextTargets = stage
        break
      }
      while race.selected == nil, problem == nil, race.replicationCount < target {
        try add(replication: race.replicationCount, to: &race)
      }
      if race.selected != nil || problem != nil { break }
      if target >= limit {
        problem = "no winner after \(limit) replications, the most that the experiment allows"
        if let alike = alike(in: race) { problem? += "; \(alike) came to the same in all of them" }
        break
      }
      target = min(limit, target + Self.step)
    }
    survivors = race.survivors
    eliminations = race.eliminations
    procedure = race
  }

  /// Survivors that have never differed from the first that has such, in words; `nil` without any.
  private func alike(in race: KimNelson) -> String? {
    for first in race.survivors {
      let others = race.survivors.filter { $0 > first && race.areAlike(first, $0) }
      if !others.isEmpty { return ([first] + others).map(label).joined(separator: ", ") }
    }
    return nil
  }

  private mutating func add(replication: Int, to race: inout KimNelson) throws {
    var outputs: [Double] = []
    for system in race.survivors {
      let entrant = entrants[system]
      guard let value = try value(entrant.point, replication, cost: entrant.extraCost) else {
        problem = "replication \(replication) of \(label(of: system)) failed"
        return
      }
      outputs.append(value)
    }
    for (system, output) in zip(race.survivors, outputs) { entrants[system].values.append(output) }
    race.add(outputs)
  }

  /// Whether every unit of a stage is there.
  ///
  /// Nothing is decided before: what a stage decides must not depend on how far the one after it
  /// came before somebody interrupted it.
  private func hasAll(_ targets: [Int]) -> Bool {
    targets.enumerated().allSatisfy { store.leadingCount(ofPoint: $0) >= $1 }
  }

  private func label(of system: Int) -> String {
    let experiment = store.experiment
    return experiment.scenarios[experiment.parts(ofPoint: entrants[system].point).scenario].label
  }

  /// The budget, spread a batch at a time.
  private mutating func allocate(budget: Int, first: Int) throws {
    var outputs = outputs ?? PairedOutputs(systemCount: entrants.count, goal: goal)
    defer { self.outputs = outputs }
    if counts.isEmpty {
      // With a cost the base stands behind the entrants; it is replicated beside all of them.
      counts = [Int](repeating: first, count: entrants.count + (selection.cost == nil ? 0 : 1))
    }
    // Those that take no part had their first stage too.
    let available = budget - first * excluded.count
    while true {
      var stage = targets(of: Array(entrants.indices)) { counts[$0] }
      if counts.count > entrants.count {
        stage[store.experiment.base] = max(stage[store.experiment.base], counts[entrants.count])
      }
      if !hasAll(stage) {
        nextTargets = stage
        return
      }
      guard try add(upTo: counts, to: &outputs) else { return }
      let left = available - counts.reduce(0, +)
      if left <= 0 { break }
      let batch = min(left, max(4 * entrants.count, budget / 20))
      let added = allocation(outputs).increments(
        counts: counts, additional: batch, limit: limit)
      if added.allSatisfy({ $0 == 0 }) {
        remarks.append(
          "\(left) replications of the budget of \(budget) were not made: every scenario has "
            + "\(limit), the most that the experiment allows")
        break
      }
      counts = zip(counts, added).map { $0 + $1 }
    }
    survivors = [best(of: outputs)]
  }

  /// Adds what the entrants came to, up to so many replications of each; says whether none failed.
  private mutating func add(upTo counts: [Int], to outputs: inout PairedOutputs) throws -> Bool {
    for system in entrants.indices {
      for replication in entrants[system].values.count..<counts[system] {
        guard
          let value = try value(
            entrants[system].point, replication, cost: entrants[system].extraCost)
        else {
          problem = "replication \(replication) of \(label(of: system)) failed"
          return false
        }
        entrants[system].values.append(value)
        outputs.add(value, of: system)
      }
    }
    return true
  }

  /// How the replications should be spread, by what is known so far.
  private func allocation(_ outputs: PairedOutputs) -> OptimalComputingBudgetAllocation {
    guard isPaired else {
      return OptimalComputingBudgetAllocation(entrants.map(\.tally), goal: goal)
    }
    let best = outputs.best.system
    return OptimalComputingBudgetAllocation(
      differences: outputs.differences(from: best), best: best,
      hasCompanion: selection.cost != nil)
  }

  /// The scenario selected: the best pair by pair, or by its mean where luck is not shared.
  private mutating func best(of outputs: PairedOutputs) -> Int {
    guard isPaired else {
      return OptimalComputingBudgetAllocation(entrants.map(\.tally), goal: goal).best
    }
    let (best, isUndisputed) = outputs.best
    if !isUndisputed {
      remarks.append(
        "no scenario is better than all others over the replications that both have; of those that "
          + "are better than each other in a circle, this one is the best over the replications "
          + "that all of them have")
    }
    return best
  }

  /// Targets for all points: those of entrants, and the base beside the longest of them when gains
  /// are counted from it.
  private func targets(of systems: [Int], _ target: (Int) -> Int) -> [Int] {
    var targets = (0..<store.experiment.pointCount).map { store.leadingCount(ofPoint: $0) }
    for system in systems {
      let point = entrants[system].point
      targets[point] = max(targets[point], target(system))
    }
    if selection.cost != nil {
      targets[store.experiment.base] = max(
        targets[store.experiment.base], systems.map(target).max() ?? 0)
    }
    return targets
  }

  /// Whether the more an entrant has of what it is compared by, the better.
  public var isMaximised: Bool { goal == .maximise }
}
