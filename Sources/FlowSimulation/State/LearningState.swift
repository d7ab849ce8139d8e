/// What the organisations that learn have experienced, and how they choose routes by it.
struct LearningState: Sendable {
  /// Passages of a corridor that were completed, and those that ended in a seizure.
  struct Experience: Sendable, BitwiseCopyable {
    var completed = 0.0
    var seized = 0.0
  }

  /// How the classes of learners choose; rows of other classes mean nothing.
  var table: RoutingTable
  /// Since the learner's last review, by learner and corridor.
  var recent: [Experience]
  /// Of all learners together since the start, by corridor.
  var total: [Experience]
  /// What `total` was at the learner's last review, by learner and corridor.
  var heard: [Experience]
  /// What the learner weighs, faded, at its last review, by learner and corridor.
  var evidence: [Experience]
  /// The believed hazard of detection, by learner and corridor.
  var believedHazards: [Double]
  /// When each learner last held a review (days).
  var reviewedAt: [Double]
  var utilities: [Double]
  var logit: RecursiveLogit

  /// The state of a network's learners; of no size when there are none.
  init(of network: CompiledNetwork) {
    let learners = network.learners.count
    let corridors = network.corridorCount
    table = RoutingTable(
      classCount: learners == 0 ? 0 : network.classes.count, starts: network.corridorStarts)
    recent = [Experience](repeating: Experience(), count: learners * corridors)
    total = [Experience](repeating: Experience(), count: learners == 0 ? 0 : corridors)
    heard = recent
    evidence = recent
    believedHazards = [Double](repeating: 0, count: learners * corridors)
    reviewedAt = [Double](repeating: 0, count: learners)
    utilities = [Double](repeating: 0, count: corridors)
    logit = RecursiveLogit(
      starts: network.corridorStarts, heads: network.stages[0].corridors.map { Int($0.head) })
  }

  /// Forgets everything: beliefs are those of the start.
  mutating func reset(to network: CompiledNetwork) {
    for index in recent.indices {
      recent[index] = Experience()
      heard[index] = Experience()
      evidence[index] = Experience()
    }
    for corridor in total.indices { total[corridor] = Experience() }
    let corridors = network.corridorCount
    for (learner, traits) in network.learners.enumerated() {
      reviewedAt[learner] = 0
      for corridor in 0..<corridors {
        believedHazards[learner * corridors + corridor] =
          network.stages[0].corridors[corridor].believedHazard * traits.concealment
      }
    }
    if !network.learners.isEmpty { table.copy(network.tables[network.tableOfSeason[0]]) }
  }
}
