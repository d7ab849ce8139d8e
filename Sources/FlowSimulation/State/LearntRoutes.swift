import ElementaryFunctions
import PlainStorage

/// How the classes of learners choose their routes.
///
/// A review, a season or a stage gives reason to choose anew, but routes are solved only when the
/// first consignment of the class asks for a corridor, and so never for a class without traffic.
/// The solution is that of the moment that gave the reason: beliefs change at reviews only, costs
/// and open corridors with the season, and the price of that moment is noted.
struct LearntRoutes: ~Copyable {
  /// The cumulative choice probabilities, by class and corridor, as in `RoutingTables`; rows of
  /// other classes mean nothing.
  private var cumulative: Slab<Double>
  /// The season in whose network a class's row was solved: networks that share a history number
  /// their seasons alike, but not their route networks.
  private var solvedIn: Slab<Int32>
  /// Whether a class has had reason to choose anew since its row was solved.
  private var isDue: Slab<Bool>
  /// What a seizure cost a class when it last had reason to choose anew (USD/kg).
  private var risks: Slab<Double>
  /// The believed probability of detection, by learner, commodity and corridor.
  private var probabilities: Slab<Double>
  /// Whether beliefs have changed since, by learner and commodity.
  private var isOutdated: Slab<Bool>
  private var logit: RecursiveLogit
  private let corridorCount: Int
  private let commodityCount: Int

  /// The routes of a network's learners; of no size when there are none.
  init(of network: CompiledNetwork) {
    corridorCount = network.corridorCount
    commodityCount = network.commodityCount
    let classes = network.learners.isEmpty ? 0 : network.classes.count
    let views = network.learners.count * commodityCount
    cumulative = Slab(repeating: 0, count: classes * corridorCount)
    solvedIn = Slab(repeating: 0, count: classes)
    isDue = Slab(repeating: false, count: classes)
    risks = Slab(repeating: 0, count: classes)
    probabilities = Slab(repeating: 0, count: views * corridorCount)
    isOutdated = Slab(repeating: true, count: views)
    logit = RecursiveLogit(
      wayCapacity: network.routeNetworks.reduce(0) { max($0, $1.ways.count) },
      placeCapacity: network.routeNetworks.reduce(0) { max($0, $1.places.count) })
  }

  /// Routes are those of the first season's table.
  mutating func reset(to network: CompiledNetwork) {
    isOutdated.fill(with: true)
    reset(classesFrom: 0, to: network)
  }

  /// Gives the classes from a number on the routes of the first season's table, and makes room for
  /// all classes of a network; allocates only when it has more than any before.
  mutating func reset(classesFrom first: Int, to network: CompiledNetwork) {
    let classes = network.classes.count
    if classes > solvedIn.count {
      cumulative.grow(to: classes * corridorCount, filling: 0)
      solvedIn.grow(to: classes, filling: 0)
      isDue.grow(to: classes, filling: false)
      risks.grow(to: classes, filling: 0)
    }
    logit.reserve(
      wayCapacity: network.routeNetworks.reduce(0) { max($0, $1.ways.count) },
      placeCapacity: network.routeNetworks.reduce(0) { max($0, $1.places.count) })
    for routingClass in first..<max(first, classes) {
      isDue[routingClass] = false
      solvedIn[routingClass] = 0
    }
    // The first season's table is the first of all.
    for index in (first * corridorCount)..<(max(first, classes) * corridorCount) {
      cumulative[index] = network.tables.cumulative[index]
    }
  }

  /// Becomes what the routes of another replication are, but for classes from a number on, which
  /// nobody has belonged to yet.
  mutating func copy(from other: borrowing LearntRoutes, classes: Int) {
    cumulative.copy(classes * corridorCount, from: other.cumulative, filling: 0)
    solvedIn.copy(classes, from: other.solvedIn, filling: 0)
    isDue.copy(classes, from: other.isDue, filling: false)
    risks.copy(classes, from: other.risks, filling: 0)
    probabilities.copy(from: other.probabilities)
    isOutdated.copy(from: other.isOutdated)
  }

  /// A learner has reviewed its beliefs: what was derived from them is out of date.
  mutating func beliefsChanged(of learner: Int) {
    for commodity in 0..<commodityCount { isOutdated[learner * commodityCount + commodity] = true }
  }

  /// A class has reason to choose anew, at a risk as of now; see `RouteCosts.risk`.
  mutating func setDue(_ routingClass: Int, risk: Double) {
    isDue[routingClass] = true
    risks[routingClass] = risk
  }

  /// Whether the routes of a class must be solved before it chooses.
  @inline(__always)
  func isDue(_ routingClass: Int) -> Bool { isDue[routingClass] }

  /// The corridor for a draw in (0, 1), `nil` when none leads on.
  @inline(__always)
  func choice(ofClass routingClass: Int, among corridors: Range<Int>, draw: Double) -> Int? {
    let row = routingClass * corridorCount
    for corridor in corridors where draw < cumulative[row + corridor] { return corridor }
    return nil
  }

  /// Solves the routes of a class in a season under its learner's beliefs.
  ///
  /// Should beliefs have fallen so low that loops cost too little, the routes that the class last
  /// went by stay. If other corridors are open by now, routes by the beliefs of the start take
  /// their place, for which a solution is known: nobody goes on through a pass that has closed.
  ///
  /// - Parameter beliefs: by learner and corridor.
  mutating func solve(
    ofClass routingClass: Int, in network: CompiledNetwork, season: Int,
    beliefs: borrowing Slab<LearningState.Belief>
  ) {
    isDue[routingClass] = false
    let number = network.routeNetwork(ofClass: routingClass, inSeason: season)
    let stage = network.seasons[season].key.stage
    let first = probabilities(
      traits: network.stages[stage].classTraits[routingClass], beliefs: beliefs)
    network.stages[stage].routeCosts.setUtilities(
      of: &logit, in: network.routeNetworks[number], ofClass: routingClass,
      risk: risks[routingClass], probabilities: probabilities, from: first)
    let isSolved = logit.solve(network.routeNetworks[number])
    let row = routingClass * corridorCount
    let before = network.routeNetwork(
      ofClass: routingClass, inSeason: Int(solvedIn[routingClass]))
    if before != number {
      for way in network.routeNetworks[before].ways { cumulative[row + Int(way.corridor)] = 0 }
      solvedIn[routingClass] = Int32(season)
    } else if !isSolved {
      return
    }
    for way in network.routeNetworks[number].ways.indices {
      let corridor = Int(network.routeNetworks[number].ways[way].corridor)
      cumulative[row + corridor] =
        isSolved
        ? logit.cumulativeProbability(ofWay: way)
        : network.tables.cumulativeProbability(
          ofClass: routingClass, inSeason: season, corridor: corridor)
    }
  }

  /// Brings a learner's believed probabilities for the commodity of a class up to date.
  ///
  /// - Returns: where they begin.
  private mutating func probabilities(
    traits: ClassTraits, beliefs: borrowing Slab<LearningState.Belief>
  ) -> Int {
    let learner = Int(traits.learner)
    let view = learner * commodityCount + Int(traits.commodity)
    let first = view * corridorCount
    guard isOutdated[view] else { return first }
    isOutdated[view] = false
    let firstBelief = learner * corridorCount
    if traits.detectability == 1 {
      for corridor in 0..<corridorCount {
        probabilities[first + corridor] = beliefs[firstBelief + corridor].probability
      }
    } else {
      for corridor in 0..<corridorCount {
        let hazard = beliefs[firstBelief + corridor].hazard * traits.detectability
        probabilities[first + corridor] = -Portable.expMinusOne(-hazard)
      }
    }
    return first
  }
}
