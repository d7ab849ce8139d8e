import PlainStorage
import TraffickingModel

/// The state of all checkpoints: who waits, and when each lane is free.
///
/// Allocates only when more vehicles wait than ever before.
struct CheckpointStates: ~Copyable, Sendable {
  private var states: Slab<CheckpointState>
  /// When each open lane is free, or has been since (days), in no order; one checkpoint's lanes
  /// after another's, with room for the most that will ever be open.
  private var lanes: Slab<Double>
  /// By checkpoint: where its lanes begin.
  private var firstLanes: [Int]
  private var waiting = RecordPool<WaitingVehicle>(capacity: 64, blank: .none)
  /// What is reported, from and until (days from the start of the simulation).
  private let reported: ClosedRange<Double>

  /// The checkpoints of a network, none of them open.
  init(of network: CompiledNetwork) {
    let warmUp = Double(network.scenario.contents.period.warmUpDays)
    reported = warmUp...network.horizonDays
    let checkpoints = network.stages[0].checkpoints.indices
    firstLanes = Self.firstLanes(checkpoints.map { Self.mostLanes(at: $0, in: network) })
    lanes = Slab(repeating: 0, count: firstLanes[checkpoints.count])
    states = Slab(repeating: CheckpointState(), count: checkpoints.count)
  }

  /// The most lanes that a checkpoint ever has open.
  private static func mostLanes(at checkpoint: Int, in network: CompiledNetwork) -> Int {
    network.stages.map { $0.checkpoints[checkpoint].lanes }.max() ?? 0
  }

  /// Where the lanes of each checkpoint begin, and behind them all, for so many at each.
  private static func firstLanes(_ counts: [Int]) -> [Int] {
    counts.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1) }
  }

  /// Becomes what others of the same network, or one of its structure, are.
  mutating func copy(from other: borrowing CheckpointStates) {
    states.copy(from: other.states)
    if firstLanes != other.firstLanes {
      firstLanes = other.firstLanes
      lanes = Slab(repeating: 0, count: other.lanes.count)
    }
    lanes.copy(from: other.lanes)
    waiting.copy(from: other.waiting)
  }

  /// Makes room for the lanes that another network of this structure will open; allocates when it
  /// opens more than were ever to be open.
  mutating func makeRoom(for network: CompiledNetwork) {
    let counts = indices.map { checkpoint in
      max(
        firstLanes[checkpoint + 1] - firstLanes[checkpoint],
        Self.mostLanes(at: checkpoint, in: network))
    }
    let starts = Self.firstLanes(counts)
    if starts == firstLanes { return }
    var larger = Slab<Double>(repeating: 0, count: starts[counts.count])
    for checkpoint in indices {
      for lane in 0..<states[checkpoint].laneCount {
        larger[starts[checkpoint] + lane] = lanes[firstLanes[checkpoint] + lane]
      }
    }
    lanes = larger
    firstLanes = starts
  }

  /// The positions of all checkpoints.
  var indices: Range<Int> { states.indices }

  /// The state of one checkpoint.
  subscript(checkpoint: Int) -> CheckpointState {
    @inline(__always) get { states[checkpoint] }
    @inline(__always) _modify { yield &states[checkpoint] }
  }

  /// Forgets who waits anywhere, as at the start of a replication.
  mutating func removeVehicles() { waiting.removeAll() }

  /// Opens a checkpoint as it is at the start of a replication; nobody waits any more.
  mutating func open(_ checkpoint: Int, as compiled: CompiledCheckpoint) {
    states[checkpoint] = CheckpointState(
      licit: PoissonStream(perDay: compiled.licitVehiclesPerDay))
    setLaneCount(of: checkpoint, to: compiled.lanes, at: 0)
  }

  /// The lane that is free first, and when that is (days).
  ///
  /// A look at every lane: the few that a crossing has are soon looked through.
  func firstFreeLane(of checkpoint: Int) -> (lane: Int, day: Double) {
    let first = firstLanes[checkpoint]
    var found = (lane: first, day: lanes[first])
    for lane in first..<(first + states[checkpoint].laneCount) where lanes[lane] < found.day {
      found = (lane, lanes[lane])
    }
    return found
  }

  /// Lets a vehicle wait behind all others.
  mutating func append(_ vehicle: Vehicle, to checkpoint: Int, at time: Double) {
    countWaiting(at: checkpoint, until: time)
    let number = waiting.insert(WaitingVehicle(vehicle: vehicle))
    if states[checkpoint].waitingCount == 0 {
      states[checkpoint].firstWaiting = number
    } else {
      waiting[states[checkpoint].lastWaiting].next = number
    }
    states[checkpoint].lastWaiting = number
    states[checkpoint].waitingCount += 1
  }

  /// Takes out the vehicle that has waited longest; `nil` when nobody waits.
  mutating func popFirst(at checkpoint: Int, time: Double) -> Vehicle? {
    guard states[checkpoint].waitingCount > 0 else { return nil }
    countWaiting(at: checkpoint, until: time)
    let first = waiting.take(states[checkpoint].firstWaiting)
    states[checkpoint].firstWaiting = first.next
    states[checkpoint].waitingCount -= 1
    return first.vehicle
  }

  /// A lane inspects a vehicle from now on.
  ///
  /// - Parameter lane: as `firstFreeLane` names it.
  mutating func occupy(lane: Int, of checkpoint: Int, from time: Double, until end: Double) {
    lanes[lane] = end
    states[checkpoint].presentDays += reportedDays(from: time, until: end)
  }

  /// Opens or closes lanes.
  ///
  /// New lanes are free at once. The lanes to close are those that are free first: an inspection
  /// that has begun is brought to its end.
  ///
  /// - Returns: whether the number is another than before.
  @discardableResult
  mutating func setLaneCount(of checkpoint: Int, to count: Int, at time: Double) -> Bool {
    if count == states[checkpoint].laneCount { return false }
    let first = firstLanes[checkpoint]
    while states[checkpoint].laneCount < count {
      lanes[first + states[checkpoint].laneCount] = time
      states[checkpoint].laneCount += 1
    }
    while states[checkpoint].laneCount > count {
      let closed = firstFreeLane(of: checkpoint).lane
      states[checkpoint].laneCount -= 1
      lanes[closed] = lanes[first + states[checkpoint].laneCount]
    }
    return true
  }

  /// Vehicles waiting or under inspection times days, over the whole reported period.
  func totalPresentDays(at checkpoint: Int) -> Double {
    let state = states[checkpoint]
    return state.presentDays
      + Double(state.waitingCount)
      * reportedDays(from: state.queueChangedAt, until: reported.upperBound)
  }

  private mutating func countWaiting(at checkpoint: Int, until time: Double) {
    let days = reportedDays(from: states[checkpoint].queueChangedAt, until: time)
    states[checkpoint].presentDays += Double(states[checkpoint].waitingCount) * days
    states[checkpoint].queueChangedAt = time
  }

  /// How much of a stretch of time is reported.
  private func reportedDays(from start: Double, until end: Double) -> Double {
    max(0, min(end, reported.upperBound) - max(start, reported.lowerBound))
  }
}
