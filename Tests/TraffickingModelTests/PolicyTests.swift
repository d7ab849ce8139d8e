import Testing
import TraffickingModel

@Suite("Policies")
struct PolicyTests {
  private func day(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  private func policy(
    from: String, until: String? = nil, rampDays: Int = 0, isEnabled: Bool = true
  ) throws -> Policy {
    Policy(
      id: "p", name: "P", isEnabled: isEnabled, from: try day(from),
      until: try until.map { try day($0) }, rampDays: rampDays, startUpCost: 1000,
      costPerYear: 365.25)
  }

  @Test("without a ramp the effect is whole from the first day to the last")
  func window() throws {
    let policy = try policy(from: "2024-03-01", until: "2024-04-01")
    #expect(policy.effect(on: try day("2024-02-29")) == 0)
    #expect(policy.effect(on: try day("2024-03-01")) == 1)
    #expect(policy.effect(on: try day("2024-03-31")) == 1)
    #expect(policy.effect(on: try day("2024-04-01")) == 0)
    #expect(policy.changeDays.map(\.description) == ["2024-03-01", "2024-04-01"])
  }

  @Test("a ramp rises in steps that have the effect of their middle")
  func ramp() throws {
    let policy = try policy(from: "2024-01-01", rampDays: 75)
    #expect(policy.effect(on: try day("2024-01-01")) == 0.2)
    #expect(policy.effect(on: try day("2024-01-31")) == 0.6)
    #expect(policy.effect(on: try day("2024-03-01")) == 0.9)
    #expect(policy.effect(on: try day("2024-03-16")) == 1)
    #expect(
      policy.changeDays.map(\.description)
        == ["2024-01-01", "2024-01-31", "2024-03-01", "2024-03-16"])
  }

  @Test("a ramp has the mean effect of a straight line")
  func rampMean() throws {
    let policy = try policy(from: "2024-01-01", rampDays: 100)
    let first = policy.from.dayNumber
    let sum = (first..<(first + 100)).reduce(0.0) {
      $0 + policy.effect(on: CivilDate(dayNumber: $1))
    }
    #expect(abs(sum / 100 - 0.5) < 1e-12)
  }

  @Test("a window cuts a ramp short")
  func shortRamp() throws {
    let policy = try policy(from: "2024-01-01", until: "2024-02-10", rampDays: 300)
    #expect(policy.changeDays.map(\.description) == ["2024-01-01", "2024-01-31", "2024-02-10"])
    #expect(policy.effect(on: try day("2024-02-10")) == 0)
  }

  @Test("a policy that is switched off has no effect, no date and no cost")
  func disabled() throws {
    let policy = try policy(from: "2024-01-01", isEnabled: false)
    let year = Period(start: try day("2024-01-01"), end: try day("2025-01-01"))
    #expect(policy.changeDays.isEmpty)
    #expect(policy.effect(on: try day("2024-06-01")) == 0)
    #expect(policy.cost(within: year) == 0)
  }

  @Test("the cost counts the first day and the days in force within the period")
  func cost() throws {
    let year = Period(start: try day("2024-01-01"), end: try day("2025-01-01"))
    // 366 days at one dollar a day, and the first day's 1,000.
    #expect(abs(try policy(from: "2024-01-01").cost(within: year) - 1366) < 1e-9)
    // Started before the period: only its days.
    #expect(abs(try policy(from: "2023-01-01").cost(within: year) - 366) < 1e-9)
    // Ended before the period: nothing.
    let over = try policy(from: "2022-01-01", until: "2023-01-01")
    #expect(over.cost(within: year) == 0)
  }
}
