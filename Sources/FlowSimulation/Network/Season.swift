import TraffickingModel

/// A stretch of the simulation over which the same corridors are open.
struct Season: Sendable, Equatable {
  /// Days from the start of the simulation to its beginning.
  var startDay: Double
  /// Which closures are in force.
  var closed: Set<Closure.Index>

  /// The seasons of a scenario, in order; the first starts at 0.
  static func seasons(of contents: ScenarioContents) -> [Season] {
    let origin = contents.period.simulationStart
    var changes: Set<Int> = [origin.dayNumber]
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
      let season = Season(startDay: Double(day - origin.dayNumber), closed: Set(closed))
      if seasons.last?.closed != season.closed { seasons.append(season) }
    }
    return seasons
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
