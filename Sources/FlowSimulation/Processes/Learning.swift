import ElementaryFunctions
import EventKernel
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
      learning.recent[index].seized += 1
      learning.total[corridor].seized += 1
    } else {
      learning.recent[index].completed += 1
      learning.total[corridor].completed += 1
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
    return -Portable.expMinusOne(
      -learning.believedHazards[learner * network.corridorCount + corridor])
  }

  /// Schedules the first review of each learner.
  mutating func scheduleReviews() {
    for (learner, traits) in network.learners.enumerated() {
      events.schedule(.review(learner: UInt32(learner)), at: traits.reviewDays)
    }
  }

  /// A learner takes stock of what it has seen and heard and chooses its routes anew.
  mutating func review(_ learner: Int, at time: Double) {
    updateBeliefs(of: learner, at: time)
    chooseRoutes(of: learner)
    events.schedule(
      .review(learner: UInt32(learner)), at: time + network.learners[learner].reviewDays)
  }

  /// All learners choose anew by the beliefs that they have: corridors or costs have changed.
  mutating func chooseAllRoutes() {
    for learner in network.learners.indices { chooseRoutes(of: learner) }
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
      let weight = traits.hearsay
      var evidence = learning.evidence[index]
      evidence.completed =
        evidence.completed * fading + own.completed
        + weight * (all.completed - heard.completed - own.completed)
      evidence.seized =
        evidence.seized * fading + own.seized
        + weight * (all.seized - heard.seized - own.seized)
      learning.evidence[index] = evidence
      learning.recent[index] = LearningState.Experience()
      learning.heard[index] = all
      setBelief(of: learner, at: index, corridor: corridor, evidence)
    }
  }

  private mutating func setBelief(
    of learner: Int, at index: Int, corridor: Int, _ evidence: LearningState.Experience
  ) {
    let concealment = network.learners[learner].concealment
    let prior = stage.learners[learner].priorPassages
    let initial = -Portable.expMinusOne(
      -network.stages[0].corridors[corridor].believedHazard * concealment)
    let believed =
      (prior * initial + evidence.seized) / (prior + evidence.completed + evidence.seized)
    learning.believedHazards[index] = -Portable.logOnePlus(-believed)
  }

  /// Solves the route choice of a learner's classes under its beliefs, the season and the stage.
  ///
  /// Should beliefs fall so low that loops cost too little, the routes chosen last stay.
  private mutating func chooseRoutes(of learner: Int) {
    let first = learner * network.corridorCount
    for routingClass in network.learners[learner].classes {
      let traits = stage.classTraits[routingClass]
      stage.setUtilities(
        &learning.utilities, ofClass: routingClass, believedHazards: learning.believedHazards,
        from: first, factor: traits.detectability, prices: prices.current)
      let isSolved = learning.logit.solve(
        utilities: learning.utilities,
        isOpen: network.openCorridors[network.tableOfSeason[season]][Int(traits.commodity)],
        destination: Int(traits.destination))
      if isSolved { learning.table.setShares(learning.logit.shares, forClass: routingClass) }
    }
  }
}
