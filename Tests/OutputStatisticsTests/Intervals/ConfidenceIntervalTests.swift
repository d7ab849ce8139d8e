import OutputStatistics
import Testing

@Suite("Confidence interval")
struct ConfidenceIntervalTests {
  @Test("an interval between two ends has half of their distance")
  func ends() {
    let interval = ConfidenceInterval(level: 0.9, lower: 1, upper: 4)
    #expect(interval.lower == 1 && interval.upper == 4 && interval.halfWidth == 1.5)
    #expect(interval == ConfidenceInterval(level: 0.9, center: 2.5, halfWidth: 1.5))
  }

  @Test("what is not a number never makes an interval")
  func notNumbers() async {
    await #expect(processExitsWith: .failure) {
      _ = ConfidenceInterval(level: 0.9, lower: .nan, upper: 1)
    }
    await #expect(processExitsWith: .failure) {
      _ = ConfidenceInterval(level: 0.9, lower: 2, upper: 1)
    }
    await #expect(processExitsWith: .failure) {
      _ = ConfidenceInterval(level: 0.9, center: .nan, halfWidth: 1)
    }
    await #expect(processExitsWith: .failure) {
      _ = ConfidenceInterval(level: 0.9, center: 1, halfWidth: .nan)
    }
  }
}
