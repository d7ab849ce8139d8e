import TraffickingModel

/// A stretch of the simulation within one calendar month, wholly reported or wholly warm-up.
struct TimeSpan: Sendable, Equatable {
  /// Days from the start of the simulation to its beginning.
  var startDay: Double
  /// Days from the start of the simulation to its end.
  var endDay: Double
  /// Months since January of the year 0: names the month's luck whatever the warm-up is.
  var monthNumber: Int
  /// The calendar month, 1 to 12.
  var month: Int
  /// Which part of the calendar month it covers, 0 to 1.
  var shareOfMonth: Double
  /// The row of the monthly series: 0 for the warm-up, then 1, 2, ... for the reported months.
  var row: Int

  /// The spans of a period, in order and without gaps.
  static func spans(of period: Period) -> [TimeSpan] {
    let origin = period.simulationStart.dayNumber
    let end = period.end.dayNumber
    var spans = [TimeSpan]()
    var day = origin
    var row = 0
    while day < end {
      let date = CivilDate(dayNumber: day)
      let nextMonth = date.firstOfNextMonth.dayNumber
      let isWarmUp = day < period.start.dayNumber
      let next = min(nextMonth, isWarmUp ? period.start.dayNumber : end)
      if !isWarmUp { row += 1 }
      spans.append(
        TimeSpan(
          startDay: Double(day - origin), endDay: Double(next - origin),
          monthNumber: 12 * date.year + date.month - 1, month: date.month,
          shareOfMonth: Double(next - day)
            / Double(CivilDate.dayCount(ofMonth: date.month, year: date.year)),
          row: row))
      day = next
    }
    return spans
  }

  /// The names of the reported months, in order.
  static func reportedMonths(of period: Period) -> [String] {
    var months = [String]()
    var date = period.start
    while date < period.end {
      months.append(date.monthName)
      date = date.firstOfNextMonth
    }
    return months
  }
}

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
