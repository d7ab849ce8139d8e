import Foundation
import Testing
import TraffickingModel

/// Days of the Gregorian calendar.
@Suite("Civil date")
struct CivilDateTests {
  @Test("every day of four centuries comes back from its number")
  func roundTrip() {
    // 400 years repeat themselves, so these are all kinds of days that there are.
    let isSame = (-135_140..<(-135_140 + 146_097)).allSatisfy {
      CivilDate(dayNumber: $0).dayNumber == $0
    }
    #expect(isSame)
  }

  @Test("every day follows the one before it")
  func successive() {
    var day = CivilDate(dayNumber: -135_140)
    var isSuccessive = true
    for number in (-135_139)..<(-135_140 + 146_097) {
      let next = CivilDate(dayNumber: number)
      let isNextDay = next.day == day.day + 1 && next.month == day.month
      let isNextMonth =
        next.day == 1 && day.day == CivilDate.dayCount(ofMonth: day.month, year: day.year)
      isSuccessive = isSuccessive && day < next && (isNextDay || isNextMonth)
      day = next
    }
    #expect(isSuccessive)
  }

  @Test("days are those of Foundation's Gregorian calendar")
  func foundation() {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    // Every 613th day from 1600 to 2600; Foundation turns Julian before 1583.
    let isSame = stride(from: -135_140, to: 230_000, by: 613).allSatisfy { number in
      let parts = calendar.dateComponents(
        [.year, .month, .day], from: Date(timeIntervalSince1970: Double(number) * 86_400))
      let own = CivilDate(dayNumber: number)
      return parts.year == own.year && parts.month == own.month && parts.day == own.day
    }
    #expect(isSame)
  }

  @Test("1970-01-01 is day 0")
  func epoch() {
    #expect(CivilDate(year: 1970, month: 1, day: 1)?.dayNumber == 0)
  }

  @Test(
    "the ends of the calendar come back from their numbers",
    arguments: [("0001-01-01", -719_162), ("9999-12-31", 2_932_896)])
  func ends(text: String, number: Int) {
    #expect(CivilDate(dayNumber: number).description == text)
    #expect(CivilDate(text)?.dayNumber == number)
  }

  @Test("a day is read from the text that describes it", arguments: [0, 59, 12_345, 19_782, -1])
  func text(number: Int) {
    let date = CivilDate(dayNumber: number)
    #expect(CivilDate(date.description) == date)
  }

  @Test(
    "what is no day is refused",
    arguments: [
      "2023-02-29", "1900-02-29", "2023-04-31", "2023-13-01", "2023-00-10", "2023-01-00",
      "0000-01-01", "23-01-01", "2023-1-01", "2023-01-1", "2023/01/01", "2023-01-01 ", "",
      "2023-01", "-023-01-01", "+023-01-01", "2023-01-01-01", "٢٠٢٣-٠١-٠١", "2023--1-01",
    ])
  func refused(text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test("leap days exist in leap years", arguments: ["2024-02-29", "2000-02-29", "1600-02-29"])
  func leapDays(text: String) {
    #expect(CivilDate(text) != nil)
  }

  @Test("order is that of time")
  func order() {
    let dates = ["2022-12-31", "2023-01-01", "2023-01-02", "2023-02-01", "2024-01-01"]
      .compactMap { CivilDate($0) }
    #expect(dates.count == 5 && dates == dates.reversed().sorted())
  }

  @Test(
    "the month after begins on its first day",
    arguments: [
      ("2023-01-31", "2023-02-01"), ("2024-02-01", "2024-03-01"), ("2023-12-15", "2024-01-01"),
    ])
  func nextMonth(day: String, next: String) {
    #expect(CivilDate(day)?.firstOfNextMonth.description == next)
  }

  @Test("the first of a month is its first day")
  func firstOfMonth() {
    #expect(CivilDate("2024-02-29")?.firstOfMonth.description == "2024-02-01")
  }

  @Test("a month is named by year and month")
  func monthName() {
    #expect(CivilDate("0987-06-05")?.monthName == "0987-06")
  }
}
