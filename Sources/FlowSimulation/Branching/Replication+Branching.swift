import EventKernel
import PlainStorage

/// Branching: a replication goes on from another one's state, under another network.
///
/// Two networks that share their history up to a day (`CompiledNetwork.daysShared`) have the same
/// state on that day, but for what is named here. All of it is made the other network's own, so a
/// branch goes on to the byte as that network would have from the start:
///
/// - **The calendar** is not among the events but in the network; what has begun has the same
///   number in both.
/// - **The stage in force** has the same numbers, but tables by class as long as its network's
///   classes are many.
/// - **Classes** have the same numbers as far as any supply has dispatched them. The others have
///   never chosen: their routes are those of the start, and their first choice is made after a
///   change of stage, which is a new season, in which every learner's class chooses anew.
/// - **Learnt routes** name the season they were solved in, not the route network.
/// - **Consignments that wait** ask again on the days of all networks (`SharedOpenings`); here all
///   but the network's own are struck out.
///
/// Dispatches look ahead no farther than their span, and every span that has begun is the same in
/// both. Licit vehicles and leads of sources are drawn ahead at the rate in force; a stage moves
/// them when it begins (`PoissonStream`). Everything else that is pending names entities and
/// records.
extension Replication {
  /// Becomes what another replication is.
  ///
  /// Both must have been made for networks that share a history. Memory is copied in blocks: some
  /// hundred microseconds and, once this one is as large as the other, no allocation.
  ///
  /// - Parameter classes: how many classes have dispatched so far; see `knownClassCount`.
  mutating func copy(from other: borrowing Replication, classes: Int) {
    precondition(seed == other.seed, "a branch has the seed of what it branches from")
    streams = other.streams
    events.copy(from: other.events)
    consignments.copy(from: other.consignments)
    supplies.copy(from: other.supplies)
    observations.copy(from: other.observations)
    calendar = other.calendar
    span = other.span
    monthRow = other.monthRow
    season = other.season
    learning.copy(from: other.learning, classes: classes)
    organisations.copy(from: other.organisations)
    intelligence.copy(from: other.intelligence)
    deployment.copy(from: other.deployment)
    checkpoints.copy(from: other.checkpoints)
    laboratories.copy(from: other.laboratories)
    prices.copy(from: other.prices)
    openings = other.openings
    waitsForSeveralDays = other.waitsForSeveralDays
    eventCount = other.eventCount
  }

  /// Goes on under another network, which shares the history up to now.
  ///
  /// - Parameters:
  ///   - classes: how many classes have dispatched so far; see `knownClassCount`.
  ///   - openings: when corridors open again for the networks that it stands for from now on;
  ///     `nil` for this one alone.
  mutating func enter(
    _ next: CompiledNetwork, classes: Int, openings newOpenings: SharedOpenings?
  ) {
    network = next
    stage = next.stages[next.spans[span].stage]
    calendar.find(in: next)
    checkpoints.makeRoom(for: next)
    if !next.learners.isEmpty { learning.routes.reset(classesFrom: classes, to: next) }
    openings = newOpenings
    strikeOutOpenings()
  }

  /// Starts the replication of an index anew, under another network of the same beginning.
  mutating func begin(
    _ next: CompiledNetwork, index: UInt64, isMirrored: Bool, openings newOpenings: SharedOpenings?
  ) {
    network = next
    checkpoints.makeRoom(for: next)
    begin(index: index, isMirrored: isMirrored)
    openings = newOpenings
  }

  /// Removes the reopenings on days on which nothing opens.
  private mutating func strikeOutOpenings() {
    guard waitsForSeveralDays else { return }
    var days = [Double]()
    if let openings, openings.season == season {
      days = openings.days
    } else if season + 1 < network.seasons.count {
      days = [network.seasons[season + 1].startDay]
    }
    events.removeAll { day, event in
      if case .reopening = event { !days.contains(day) } else { false }
    }
    waitsForSeveralDays = days.count > 1
  }
}
