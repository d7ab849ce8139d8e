/// A dated measure: what it is called, when it is in force and what it costs.
///
/// What it changes is a change of numbers of the scenario and lies in the `ScenarioStage`s that it
/// makes: any number of a scenario can be a lever, and the simulation knows of none in particular.
public struct Policy: Sendable, Equatable {
  /// Its place in the scenario.
  public typealias Index = EntityIndex<Policy>
  /// The id.
  public var id: String
  /// The name for people.
  public var name: String
  /// Whether it is switched on.
  public var isEnabled: Bool
  /// The first day on which it has effect.
  public var from: CivilDate
  /// The first day on which it has none any more; `nil` for never.
  public var until: CivilDate?
  /// How long it takes from the first day until the full effect (days); 0 for at once.
  public var rampDays: Int
  /// What it costs on its first day (USD).
  public var startUpCost: Double
  /// What it costs per year from the first day on (USD/year).
  public var costPerYear: Double

  /// A policy.
  public init(
    id: String, name: String, isEnabled: Bool = true, from: CivilDate, until: CivilDate? = nil,
    rampDays: Int = 0, startUpCost: Double = 0, costPerYear: Double = 0
  ) {
    self.id = id
    self.name = name
    self.isEnabled = isEnabled
    self.from = from
    self.until = until
    self.rampDays = rampDays
    self.startUpCost = startUpCost
    self.costPerYear = costPerYear
  }

  /// The length of the steps in which a ramp rises (days).
  public static let rampStepDays = 30

  /// The days on which its effect changes.
  public var changeDays: [CivilDate] {
    if !isEnabled { return [] }
    var days = stride(from: 0, to: max(1, rampDays), by: Self.rampStepDays)
      .map { from.dayNumber + $0 }
    if rampDays > 0 { days.append(from.dayNumber + rampDays) }
    if let until {
      days = days.filter { $0 < until.dayNumber } + [until.dayNumber]
    }
    return days.filter { $0 < CivilDate.latestEnd.dayNumber }.map { CivilDate(dayNumber: $0) }
  }

  /// The part of the full effect on a day, 0 to 1.
  ///
  /// A ramp rises linearly, in steps of `rampStepDays` that each have the effect of their middle,
  /// so that the effect has the mean of the straight line.
  public func effect(on day: CivilDate) -> Double {
    guard isEnabled, day >= from else { return 0 }
    if let until, day >= until { return 0 }
    let passed = day.dayNumber - from.dayNumber
    if passed >= rampDays { return 1 }
    let step = passed / Self.rampStepDays * Self.rampStepDays
    let end = min(step + Self.rampStepDays, rampDays)
    return Double(step + end) / 2 / Double(rampDays)
  }

  /// What it costs within a period (USD): the first day's cost if that day lies in it, and the
  /// yearly cost for the days on which it is in force.
  public func cost(within period: Period) -> Double {
    guard isEnabled else { return 0 }
    let first = max(from.dayNumber, period.start.dayNumber)
    let last = min(until?.dayNumber ?? period.end.dayNumber, period.end.dayNumber)
    let years = Double(max(0, last - first)) / 365.25
    let starts = from >= period.start && from < period.end
    return costPerYear * years + (starts ? startUpCost : 0)
  }
}
