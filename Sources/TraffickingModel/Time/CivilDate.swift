/// A day of the Gregorian calendar, without time of day or time zone.
public struct CivilDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year, 1 to 9999.
  public let year: Int
  /// The month, 1 to 12.
  public let month: Int
  /// The day of the month, 1 to 31.
  public let day: Int

  /// A date; `nil` when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.dayCount(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// A date written `2024-01-31` (ISO 8601); `nil` when it is not one.
  public init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = CivilDate.number(parts[0]), let month = CivilDate.number(parts[1]),
      let day = CivilDate.number(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The date that lies `number` days after 1970-01-01; within the years 1 to 9999.
  public init(dayNumber number: Int) {
    let inYearOne = number + CivilDate.daysFromYearOneTo1970
    precondition((0..<3_652_059).contains(inYearOne), "the date lies outside the years 1 to 9999")
    // A first guess from the mean length of a year is at most one year off.
    var year = Int(Double(inYearOne) / 365.2425) + 1
    while CivilDate.daysBefore(year: year) > inYearOne { year -= 1 }
    while CivilDate.daysBefore(year: year + 1) <= inYearOne { year += 1 }
    var rest = inYearOne - CivilDate.daysBefore(year: year)
    var month = 1
    while rest >= CivilDate.dayCount(ofMonth: month, year: year) {
      rest -= CivilDate.dayCount(ofMonth: month, year: year)
      month += 1
    }
    self.year = year
    self.month = month
    self.day = rest + 1
  }

  /// Days since 1970-01-01.
  public var dayNumber: Int {
    var days = CivilDate.daysBefore(year: year) - CivilDate.daysFromYearOneTo1970
    for earlier in 1..<month { days += CivilDate.dayCount(ofMonth: earlier, year: year) }
    return days + day - 1
  }

  /// The first day of this date's month.
  public var firstOfMonth: CivilDate { CivilDate(dayNumber: dayNumber - (day - 1)) }

  /// The first day of the month after this date's.
  public var firstOfNextMonth: CivilDate {
    let count = CivilDate.dayCount(ofMonth: month, year: year)
    return CivilDate(dayNumber: dayNumber - (day - 1) + count)
  }

  /// `2024-01-31`.
  public var description: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  /// `2024-01`, the name of this date's month.
  public var monthName: String { "\(padded(year, 4))-\(padded(month, 2))" }

  /// Order of time.
  public static func < (left: CivilDate, right: CivilDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  /// How many days a month has.
  public static func dayCount(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static let daysFromYearOneTo1970 = 719_162

  private static func isLeap(_ year: Int) -> Bool {
    year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
  }

  private static func daysBefore(year: Int) -> Int {
    let past = year - 1
    return 365 * past + past / 4 - past / 100 + past / 400
  }

  private static func number(_ digits: some Collection<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard digit >= UInt8(ascii: "0"), digit <= UInt8(ascii: "9") else { return nil }
      value = 10 * value + Int(digit - UInt8(ascii: "0"))
    }
    return value
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
