/// The state of one checkpoint, but for its lanes and those who wait; see `CheckpointStates`.
struct CheckpointState: Sendable, BitwiseCopyable {
  /// The licit vehicles to come.
  var licit = PoissonStream(perDay: 0)
  /// When the first who waits will be called (days); infinite while nobody waits.
  ///
  /// An event for a call at another time has been overtaken by a change of lanes.
  var callsAt = Double.infinity
  /// How many vehicles wait.
  var waitingCount = 0
  /// The record of the one who came first, while anybody waits.
  var firstWaiting: UInt32 = 0
  /// The record of the one who came last, while anybody waits.
  var lastWaiting: UInt32 = 0
  /// How many lanes are open.
  var laneCount = 0
  /// Vehicles waiting or under inspection times days, within the reported period and but for those
  /// who have been waiting since `queueChangedAt`.
  var presentDays = 0.0
  /// When the number of those who wait changed last (days).
  var queueChangedAt = 0.0
}
