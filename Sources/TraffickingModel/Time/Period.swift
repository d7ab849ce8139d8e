/// The time that a run covers.
public struct Period: Sendable, Equatable {
  /// The first reported day.
  public var start: CivilDate
  /// The first day that is not reported any more.
  public var end: CivilDate
  /// How long the simulation runs before `start`, unreported (days, whole).
  public var warmUpDays: Int

  /// A period.
  public init(start: CivilDate, end: CivilDate, warmUpDays: Int = 0) {
    self.start = start
    self.end = end
    self.warmUpDays = warmUpDays
  }

  /// The length of the reported part (days).
  public var reportedDays: Int { end.dayNumber - start.dayNumber }

  /// The length of the whole simulation (days).
  public var simulatedDays: Int { warmUpDays + reportedDays }

  /// The day on which the simulation starts.
  public var simulationStart: CivilDate {
    CivilDate(dayNumber: start.dayNumber - warmUpDays)
  }

  /// The longest simulation, warm-up included (days): a hundred years.
  public static let maximumDays = 36_525
}
