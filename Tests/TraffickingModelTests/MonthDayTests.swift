import Testing
import TraffickingModel

/// Days that come back every year.
@Suite("Month and day")
struct MonthDayTests {
  @Test("a day of the year is read from its text")
  func text() {
    let day = MonthDay("11-15")
    #expect(day?.month == 11 && day?.day == 15)
  }

  @Test("29 February is a day of some years")
  func leapDay() {
    #expect(MonthDay("02-29") != nil)
  }

  @Test(
    "what no year has is refused",
    arguments: ["02-30", "13-01", "00-01", "01-00", "1-01", "01-1", "", "2023-01-01", "01/01"])
  func refused(text: String) {
    #expect(MonthDay(text) == nil)
  }

  @Test(
    "29 February is 1 March in common years",
    arguments: [(2023, "2023-03-01"), (1900, "1900-03-01"), (2024, "2024-02-29")])
  func inYear(year: Int, date: String) {
    #expect(MonthDay("02-29")?.date(inYear: year).description == date)
  }

  @Test("any other day is itself in every year", arguments: [1, 1999, 2024, 9999])
  func ordinary(year: Int) {
    let date = MonthDay("12-31")?.date(inYear: year)
    #expect(date?.year == year && date?.month == 12 && date?.day == 31)
  }
}
