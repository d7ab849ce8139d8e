import ElementaryFunctions
import PlainStorage

/// What the organisations that learn have experienced, and how they choose routes by it.
///
/// Memory for each worker: 8 bytes a class and corridor for the routes; 64 bytes a learner and
/// corridor, and 8 bytes a learner, commodity and corridor, for what they are chosen by.
struct LearningState: ~Copyable {
  /// Passages of a corridor that were completed, and those that ended in a seizure.
  ///
  /// Small, because every passage counts in two places. Only differences from one review to the
  /// next are used, so counts may run over.
  struct Experience: Sendable, BitwiseCopyable {
    var completed: UInt32 = 0
    var seized: UInt32 = 0
  }

  /// Experience by its weight.
  struct Evidence: Sendable, BitwiseCopyable {
    var completed = 0.0
    var seized = 0.0
  }

  /// What a learner believes of a passage of ordinary detectability on a corridor.
  struct Belief: Sendable, BitwiseCopyable {
    /// The probability of detection.
    var probability = 0.0
    /// The hazard of detection, -ln(1 - probability).
    var hazard = 0.0
  }

  /// Since the learner's last review, by learner and corridor.
  var recent: Slab<Experience>
  /// Of all learners together since the start, by corridor.
  var total: Slab<Experience>
  /// What `total` was at the learner's last review, by learner and corridor.
  var heard: Slab<Experience>
  /// What the learner weighs, faded, at its last review, by learner and corridor.
  var evidence: Slab<Evidence>
  /// By learner and corridor.
  var beliefs: Slab<Belief>
  /// The beliefs of the start, by learner and corridor.
  private var initialBeliefs: Slab<Belief>
  /// When each learner last held a review (days).
  var reviewedAt: Slab<Double>
  /// How the classes of learners choose.
  var routes: LearntRoutes

  /// The state of a network's learners; of no size when there are none.
  init(of network: CompiledNetwork) {
    let learners = network.learners.count
    let entries = learners * network.corridorCount
    recent = Slab(repeating: Experience(), count: entries)
    total = Slab(repeating: Experience(), count: learners == 0 ? 0 : network.corridorCount)
    heard = Slab(repeating: Experience(), count: entries)
    evidence = Slab(repeating: Evidence(), count: entries)
    beliefs = Slab(repeating: Belief(), count: entries)
    initialBeliefs = Slab(repeating: Belief(), count: entries)
    reviewedAt = Slab(repeating: 0, count: learners)
    routes = LearntRoutes(of: network)
    for (learner, traits) in network.learners.enumerated() {
      for (corridor, compiled) in network.stages[0].corridors.enumerated() {
        let hazard = compiled.believedHazard * traits.concealment
        initialBeliefs[learner * network.corridorCount + corridor] = Belief(
          probability: -Portable.expMinusOne(-hazard), hazard: hazard)
      }
    }
  }

  /// Becomes what another of a network with the same beliefs at the start is, but for the routes of
  /// classes from a number on, which nobody has belonged to yet.
  mutating func copy(from other: borrowing LearningState, classes: Int) {
    recent.copy(from: other.recent)
    total.copy(from: other.total)
    heard.copy(from: other.heard)
    evidence.copy(from: other.evidence)
    beliefs.copy(from: other.beliefs)
    reviewedAt.copy(from: other.reviewedAt)
    if reviewedAt.count > 0 { routes.copy(from: other.routes, classes: classes) }
  }

  /// Forgets everything: beliefs are those of the start.
  mutating func reset(to network: CompiledNetwork) {
    recent.fill(with: Experience())
    total.fill(with: Experience())
    heard.fill(with: Experience())
    evidence.fill(with: Evidence())
    reviewedAt.fill(with: 0)
    for index in beliefs.indices { beliefs[index] = initialBeliefs[index] }
    if !network.learners.isEmpty { routes.reset(to: network) }
  }

  /// Sets a belief by the evidence: the mean of a Beta distribution.
  ///
  /// - Parameters:
  ///   - index: learner times corridors plus corridor.
  ///   - prior: how many passages the belief of the start weighs.
  mutating func setBelief(at index: Int, prior: Double) {
    let seen = evidence[index]
    let passages = seen.completed + seen.seized
    // Also what makes a review cheap on corridors that nobody ever takes.
    guard passages > 0 else { return }
    let initial = initialBeliefs[index].probability
    let probability = (prior * initial + seen.seized) / (prior + seen.completed + seen.seized)
    beliefs[index] = Belief(
      probability: probability, hazard: -Portable.logOnePlus(-probability))
  }
}
