/// A day that comes back every year, e.g. the start of a winter closure.
public struct MonthDay: Hashable, Sendable {
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month; 29 February counts as 1 March in common years.
  public let day: Int

  /// A day of the year; `nil` when no year has it.
  public init?(month: Int, day: Int) {
    guard CivilDate(year: 2000, month: month, day: day) != nil else { return nil }
    self.month = month
    self.day = day
  }

  /// A day written `11-15`; `nil` when it is not one.
  public init?(_ text: some StringProtocol) {
    guard let date = CivilDate("2000-" + text) else { return nil }
    self.init(month: date.month, day: date.day)
  }

  /// The date in one year.
  public func date(inYear year: Int) -> CivilDate {
    if let date = CivilDate(year: year, month: month, day: day) { return date }
    guard let march = CivilDate(year: year, month: 3, day: 1) else {
      preconditionFailure("the year lies outside 1 to 9999")
    }
    return march
  }
}
