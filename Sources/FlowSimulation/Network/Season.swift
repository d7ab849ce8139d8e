import TraffickingModel

/// A stretch of the simulation over which the same corridors are open under the same policies, so
/// that routes are chosen alike.
struct Season: Sendable {
  /// Days from the start of the simulation to its beginning.
  var startDay: Double
  /// What routes are chosen by.
  var key: Key

  /// What tells two seasons apart but for their dates.
  struct Key: Hashable, Sendable {
    /// The stage, as an index of the scenario's.
    var stage: Int
    /// Which closures are in force.
    var closed: Set<Closure.Index>
  }

  /// The seasons of a scenario, in order; the first starts at 0.
  static func seasons(of scenario: Scenario) -> [Season] {
    let contents = scenario.contents
    let origin = contents.period.simulationStart
    var changes = Set(scenario.stages.map(\.from.dayNumber))
    for closure in contents.closures {
      for year in origin.year...contents.period.end.year {
        changes.insert(closure.from.date(inYear: year).dayNumber)
        changes.insert(closure.until.date(inYear: year).dayNumber)
      }
    }
    var seasons = [Season]()
    let days = changes.sorted()
    for day in days where day >= origin.dayNumber && day < contents.period.end.dayNumber {
      let date = CivilDate(dayNumber: day)
      let closed = contents.closures.indices.map { Closure.Index($0) }
        .filter { contents.closures[$0].isInForce(on: date) }
      let key = Key(stage: scenario.stageNumber(on: date), closed: Set(closed))
      if seasons.last?.key != key {
        seasons.append(Season(startDay: Double(day - origin.dayNumber), key: key))
      }
    }
    return seasons
  }
}

extension Scenario {
  /// The stage that a day of the simulation falls into.
  func stageNumber(on day: CivilDate) -> Int {
    stages.lastIndex { $0.from <= day } ?? 0
  }
}

extension Closure {
  /// Whether the closure is in force on a day.
  func isInForce(on date: CivilDate) -> Bool {
    let start = from.date(inYear: date.year)
    let reopening = until.date(inYear: date.year)
    // Asked of the days, not of the dates: 29 February and 1 March are one date in common years.
    let lastsOverNewYear = (until.month, until.day) < (from.month, from.day)
    if lastsOverNewYear { return date >= start || date < reopening }
    return date >= start && date < reopening
  }
}
