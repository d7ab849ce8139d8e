import OutputStatistics
import Testing

@Suite("Mean over randomisations")
struct RandomisedMeanTests {
  @Test("a small example agrees with the formulas worked out by hand")
  func example() throws {
    // Means 2, 4 and 3; deviations from 3 of all values: 4 + 0 + 0 + 4 + 1 + 1 = 10.
    let found = RandomisedMean([1, 3, 3, 5, 2, 4], randomisationCount: 3)
    #expect(found.count == 6 && close(found.means.mean, 3))
    #expect(close(found.means.standardError, (1.0 / 3).squareRoot()))
    #expect(close(try #require(found.varianceRatio), (10.0 / 6 + 1.0 / 3) / 6 / (1.0 / 3)))
    // Student's t of 0.975 with 2 degrees of freedom.
    let interval = try #require(found.means.confidenceInterval(level: 0.95))
    #expect(close(interval.halfWidth, 4.302652729911275 * (1.0 / 3).squareRoot(), within: 1e-9))
  }

  @Test("randomisations of one point are independent points, whose ratio is 1")
  func independent() throws {
    let values = ReferenceValues.sampleA
    let found = RandomisedMean(values, randomisationCount: values.count)
    #expect(found.means == Tally(values))
    #expect(close(try #require(found.varianceRatio), 1))
  }

  @Test("of pure noise the ratio is about 1, however it is divided into randomisations")
  func noise() throws {
    // For 10 randomisations of 32 normal numbers the inverse ratio has the mean 0.9993 and, as a
    // mean square with 9 degrees of freedom, the standard deviation 0.47.
    var random = SplitMix64(seed: 61)
    var sum = 0.0
    for _ in 0..<1000 {
      let values = (0..<320).map { _ in random.normal() }
      sum += 1 / (try #require(RandomisedMean(values, randomisationCount: 10).varianceRatio))
    }
    let standardError = 0.47 / 1000.0.squareRoot()
    #expect((sum / 1000 - 0.9993).magnitude < allowedStandardErrors * standardError)
  }

  @Test("a systematic sample of a line gains what theory says")
  func systematic() throws {
    // Of u, u + 1/n, ... the mean has the variance 1 / (12 n²), independent points 1 / (12 n): the
    // ratio is n. With 400 randomisations its relative standard error is √(2 / 399) at most.
    var random = SplitMix64(seed: 62)
    let values = (0..<400).flatMap { _ in
      let shift = random.uniform()
      return (0..<16).map { (Double($0) + shift) / 16 }
    }
    // As many independent points are 400 n, of whose mean the variance is 1 / (4800 n).
    let ratio = try #require(RandomisedMean(values, randomisationCount: 400).varianceRatio)
    #expect((ratio / 16 - 1).magnitude < allowedStandardErrors * (2.0 / 399).squareRoot())
  }

  @Test("constants have no ratio, equal means of what varies an infinite one")
  func limits() {
    #expect(RandomisedMean([1, 1, 1, 1], randomisationCount: 2).varianceRatio == nil)
    #expect(RandomisedMean([1, 3, 3, 1], randomisationCount: 2).varianceRatio == .infinity)
  }

  @Test("one randomisation, or values that do not divide into them, are programming errors")
  func preconditions() async {
    await #expect(processExitsWith: .failure) {
      _ = RandomisedMean([1, 2], randomisationCount: 1)
    }
    await #expect(processExitsWith: .failure) {
      _ = RandomisedMean([1, 2, 3], randomisationCount: 2)
    }
  }
}
