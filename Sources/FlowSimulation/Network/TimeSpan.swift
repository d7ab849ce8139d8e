import TraffickingModel

/// A stretch of the simulation within one calendar month and one stage, wholly reported or wholly
/// warm-up.
struct TimeSpan: Sendable, Equatable {
  /// Days from the start of the simulation to its beginning.
  var startDay: Double
  /// Days from the start of the simulation to its end.
  var endDay: Double
  /// Months since January of the year 0: names the month's luck whatever the warm-up is.
  var monthNumber: Int
  /// The calendar month, 1 to 12.
  var month: Int
  /// Which part of the calendar month lies between its beginning and the end of the month, or of
  /// the simulation, 0 to 1.
  var restOfMonth: Double
  /// The row of the monthly series: 0 for the warm-up, then 1, 2, ... for the reported months.
  var row: Int
  /// The stage of the scenario.
  var stage: Int

  /// The spans of a scenario, in order and without gaps: they end with months, with the warm-up and
  /// with stages.
  static func spans(of scenario: Scenario) -> [TimeSpan] {
    let period = scenario.contents.period
    let stageStarts = scenario.stages.map(\.from.dayNumber)
    let origin = period.simulationStart.dayNumber
    let end = period.end.dayNumber
    var spans = [TimeSpan]()
    var day = origin
    var row = 0
    while day < end {
      let date = CivilDate(dayNumber: day)
      let isWarmUp = day < period.start.dayNumber
      let nextStage = stageStarts.first { $0 > day } ?? end
      let next = min(
        date.firstOfNextMonth.dayNumber, isWarmUp ? period.start.dayNumber : end, nextStage)
      let rest = min(date.firstOfNextMonth.dayNumber, end) - day
      if !isWarmUp, date == period.start || date.day == 1 { row += 1 }
      spans.append(
        TimeSpan(
          startDay: Double(day - origin), endDay: Double(next - origin),
          monthNumber: 12 * date.year + date.month - 1, month: date.month,
          restOfMonth: Double(rest)
            / Double(CivilDate.dayCount(ofMonth: date.month, year: date.year)),
          row: row, stage: scenario.stageNumber(on: date)))
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
