import ElementaryFunctions
import EventKernel
import PlainStorage
import TraffickingModel

/// Learning: an organisation believes of each corridor that a passage ends in a seizure
/// with a probability of Beta distribution, and chooses its routes by the mean.
///
/// The belief starts with the weight of `priorPassages` at the true probability of a reference
/// consignment when the simulation starts. Passages and seizures of its own count one, those of
/// other learners count `hearsay`, and all fade exponentially with `memoryDays`, back towards the
/// initial belief. A passage under watch, like one that was paid for or fought for, counts as
/// completed: who is led to the market does not learn where it was found. Beliefs are brought up to
/// date, and routes chosen anew, at reviews. Nothing else moves flow to other routes when
/// enforcement changes: displacement is what comes of it. (To other markets prices may, see
/// `Prices.swift`.)
extension Replication {
  /// Notes how a passage ended, for those who learn.
  @inline(__always)
  mutating func experience(ofClass routingClass: Int, on corridor: Int, seized: Bool) {
    let learner = Int(stage.classTraits[routingClass].learner)
    guard learner >= 0 else { return }
    let index = learner * network.corridorCount + corridor
    if seized {
      learning.recent[index].seized &+= 1
      learning.total[corridor].seized &+= 1
    } else {
      learning.recent[index].completed &+= 1
      learning.total[corridor].completed &+= 1
    }
  }

  /// What an organisation believes of a corridor: the mean probability of seizure per passage of a
  /// consignment of ordinary detectability; `nil` when it does not learn.
  package func belief(of organisation: Organisation.Index, on id: Corridor.Index) -> Double? {
    let contents = network.scenario.contents
    let before = contents.organisations[..<organisation.offset]
    guard contents.organisations[organisation].learning != nil, !network.learners.isEmpty,
      let corridor = network.scenarioCorridors.firstIndex(of: id)
    else { return nil }
    let learner = before.count { $0.learning != nil }
    return learning.beliefs[learner * network.corridorCount + corridor].probability
  }

  /// Schedules the first review of each learner.
  mutating func scheduleReviews() {
    for (learner, traits) in network.learners.enumerated() {
      events.schedule(.review(learner: UInt32(learner)), at: traits.reviewDays)
    }
  }

  /// A learner takes stock of what it has seen and heard and has reason to choose its routes anew.
  mutating func review(_ learner: Int, at time: Double) {
    updateBeliefs(of: learner, at: time)
    learning.routes.beliefsChanged(of: learner)
    giveReasonToChoose(to: learner)
    events.schedule(
      .review(learner: UInt32(learner)), at: time + network.learners[learner].reviewDays)
  }

  /// All learners have reason to choose anew by the beliefs that they have: corridors or costs have
  /// changed.
  mutating func giveLearnersReasonToChoose() {
    for learner in network.learners.indices {
      // How detectable a commodity is may have changed with the stage.
      learning.routes.beliefsChanged(of: learner)
      giveReasonToChoose(to: learner)
    }
  }

  private mutating func giveReasonToChoose(to learner: Int) {
    for routingClass in network.learners[learner].classes {
      let demand = stage.routeCosts.demand(ofClass: routingClass)
      let risk = stage.routeCosts.risk(ofClass: routingClass, price: prices.current[demand])
      learning.routes.setDue(routingClass, risk: risk)
    }
  }

  /// Route choice of a learner's class, `nil` when no corridor leads on.
  @inline(__always)
  mutating func learntChoice(
    ofClass routingClass: Int, among corridors: Range<Int>, draw: Double
  ) -> Int? {
    if learning.routes.isDue(routingClass) { solveRoutes(ofClass: routingClass) }
    return learning.routes.choice(ofClass: routingClass, among: corridors, draw: draw)
  }

  @inline(__always)
  private mutating func solveRoutes(ofClass routingClass: Int) {
    learning.routes.solve(
      ofClass: routingClass, in: network, season: season, beliefs: learning.beliefs)
  }

  /// Solves at once all routes that are due, as if every class had asked; for the test that it
  /// makes no difference when they are solved.
  ///
  /// - Returns: how many classes were due.
  package mutating func solveDueRoutes() -> Int {
    var solved = 0
    for learner in network.learners {
      for routingClass in learner.classes where learning.routes.isDue(routingClass) {
        solveRoutes(ofClass: routingClass)
        solved += 1
      }
    }
    return solved
  }

  private mutating func updateBeliefs(of learner: Int, at time: Double) {
    let traits = stage.learners[learner]
    let fading = Portable.exp(-(time - learning.reviewedAt[learner]) / traits.memoryDays)
    learning.reviewedAt[learner] = time
    for corridor in 0..<network.corridorCount {
      let index = learner * network.corridorCount + corridor
      let own = learning.recent[index]
      let all = learning.total[corridor]
      let heard = learning.heard[index]
      var evidence = learning.evidence[index]
      let othersCompleted = Double(all.completed &- heard.completed &- own.completed)
      let othersSeized = Double(all.seized &- heard.seized &- own.seized)
      evidence.completed =
        evidence.completed * fading + Double(own.completed) + traits.hearsay * othersCompleted
      evidence.seized =
        evidence.seized * fading + Double(own.seized) + traits.hearsay * othersSeized
      learning.evidence[index] = evidence
      learning.recent[index] = LearningState.Experience()
      learning.heard[index] = all
      learning.setBelief(at: index, prior: traits.priorPassages)
    }
  }
}
