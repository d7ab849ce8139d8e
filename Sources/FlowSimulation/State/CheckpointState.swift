import TraffickingModel

/// The state of one checkpoint: who waits, and when each lane is free.
struct CheckpointState: Sendable {
  /// The licit vehicles to come.
  var licit = PoissonStream(perDay: 0)
  /// When the first who waits will be called (days); infinite while nobody waits.
  ///
  /// An event for a call at another time has been overtaken by a change of lanes.
  var callsAt = Double.infinity
  /// The vehicles that wait.
  private var queue = VehicleQueue()
  /// When each open lane is free, or has been since (days), in no order.
  private var lanes: [Double] = []
  /// Vehicles waiting or under inspection times days, within the reported period and but for those
  /// who have been waiting since `queueChangedAt`.
  private var presentDays = 0.0
  /// When the number of those who wait changed last (days).
  private var queueChangedAt = 0.0
  /// What is reported, from and until (days from the start of the simulation).
  private let reported: ClosedRange<Double>

  /// The state of a checkpoint that has not opened.
  ///
  /// - Parameter lanes: the most that will ever be open.
  init(lanes: Int, reported: ClosedRange<Double>) {
    self.reported = reported
    self.lanes.reserveCapacity(lanes)
  }

  /// The states of a network's checkpoints.
  static func states(of network: CompiledNetwork) -> [CheckpointState] {
    let warmUp = Double(network.scenario.contents.period.warmUpDays)
    return network.stages[0].checkpoints.indices.map { checkpoint in
      CheckpointState(
        lanes: network.stages.map { $0.checkpoints[checkpoint].lanes }.max() ?? 0,
        reported: warmUp...network.horizonDays)
    }
  }

  /// Forgets everything and opens, as at the start of a replication.
  mutating func open(_ checkpoint: CompiledCheckpoint) {
    licit = PoissonStream(perDay: checkpoint.licitVehiclesPerDay)
    callsAt = .infinity
    queue.removeAll()
    lanes.removeAll(keepingCapacity: true)
    setLaneCount(checkpoint.lanes, at: 0)
    presentDays = 0
    queueChangedAt = 0
  }

  /// How many vehicles wait.
  var waitingCount: Int { queue.count }

  /// The lane that is free first, and when that is (days).
  ///
  /// A look at every lane: the few that a crossing has are soon looked through.
  var firstFreeLane: (lane: Int, day: Double) {
    var first = (lane: 0, day: lanes[0])
    for lane in lanes.indices where lanes[lane] < first.day { first = (lane, lanes[lane]) }
    return first
  }

  /// Lets a vehicle wait behind all others.
  mutating func append(_ vehicle: Vehicle, at time: Double) {
    countWaiting(until: time)
    queue.append(vehicle)
  }

  /// Takes out the vehicle that has waited longest; `nil` when nobody waits.
  mutating func popFirst(at time: Double) -> Vehicle? {
    countWaiting(until: time)
    return queue.popFirst()
  }

  /// A lane inspects a vehicle from now on.
  mutating func occupy(lane: Int, from time: Double, until end: Double) {
    lanes[lane] = end
    presentDays += reportedDays(from: time, until: end)
  }

  /// Opens or closes lanes.
  ///
  /// New lanes are free at once. The lanes to close are those that are free first: an inspection
  /// that has begun is brought to its end.
  ///
  /// - Returns: whether the number is another than before.
  @discardableResult
  mutating func setLaneCount(_ count: Int, at time: Double) -> Bool {
    if count == lanes.count { return false }
    while lanes.count < count { lanes.append(time) }
    while lanes.count > count {
      lanes.swapAt(firstFreeLane.lane, lanes.count - 1)
      lanes.removeLast()
    }
    return true
  }

  /// Vehicles waiting or under inspection times days, over the whole reported period.
  var totalPresentDays: Double {
    presentDays
      + Double(queue.count) * reportedDays(from: queueChangedAt, until: reported.upperBound)
  }

  private mutating func countWaiting(until time: Double) {
    presentDays += Double(queue.count) * reportedDays(from: queueChangedAt, until: time)
    queueChangedAt = time
  }

  /// How much of a stretch of time is reported.
  private func reportedDays(from start: Double, until end: Double) -> Double {
    max(0, min(end, reported.upperBound) - max(start, reported.lowerBound))
  }
}
