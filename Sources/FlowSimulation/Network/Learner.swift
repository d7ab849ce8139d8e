import TraffickingModel

/// What the learning process needs to know of an organisation that learns.
struct Learner: Sendable {
  /// The time between two reviews (days).
  var reviewDays: Double
  /// The time in which experience fades to 1/e of its weight (days).
  var memoryDays: Double
  /// How many passages the initial belief about a corridor weighs.
  var priorPassages: Double
  /// What an experience of others weighs against one's own.
  var hearsay: Double
  /// What the organisation multiplies every hazard with when the simulation starts.
  var concealment: Double
  /// The organisation's classes.
  var classes: [Int]

  /// The learners of a scenario, in the order of its organisations.
  static func learners(of contents: ScenarioContents, classes: [RoutingClass]) -> [Learner] {
    contents.organisations.enumerated().compactMap { number, organisation in
      guard let learning = organisation.learning, contents.routing == .recursiveLogit
      else { return nil }
      return Learner(
        reviewDays: learning.reviewDays, memoryDays: learning.memoryDays,
        priorPassages: learning.priorPassages, hearsay: learning.hearsay,
        concealment: organisation.concealment,
        classes: classes.indices.filter { classes[$0].organisation.offset == number })
    }
  }
}
