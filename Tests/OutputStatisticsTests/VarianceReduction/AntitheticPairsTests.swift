import ElementaryFunctions
import OutputStatistics
import Testing

@Suite("Antithetic pairs")
struct AntitheticPairsTests {
  private func pairs(_ count: Int, seed: UInt64, of response: (Double) -> Double) -> AntitheticPairs
  {
    var random = SplitMix64(seed: seed)
    let uniforms = (0..<count).map { _ in random.uniform() }
    return AntitheticPairs(
      first: uniforms.map(response), second: uniforms.map { response(1 - $0) }, level: 0.95)
  }

  @Test("the estimate is that of the means of pairs")
  func estimate() throws {
    let found = AntitheticPairs(first: [1, 2, 6], second: [3, 2, 0], level: 0.9)
    #expect(found.summary == SampleSummary([2, 2, 3], level: 0.9))
    // A quarter of the variances 7 and 7/3, over the variance 1/3 of the means.
    #expect(close(try #require(found.varianceRatio), 7))
  }

  @Test("the exponential of a uniform gains what theory says")
  func exponential() throws {
    // From the influence function: the logarithm of the ratio has standard deviation 0.871 / √n.
    let found = pairs(4000, seed: 32) { Portable.exp($0) }
    let root = 4000.0.squareRoot()
    let logRatio = Portable.log(try #require(found.varianceRatio) / 30.93109216045873)
    #expect(logRatio.magnitude < allowedStandardErrors * 0.871 / root)
    let standardError = 0.003912496949625588.squareRoot() / root
    #expect(
      (found.summary.mean - 1.718281828459045).magnitude < allowedStandardErrors * standardError)
  }

  @Test("where both members move together, pairs are worth half of what they cost")
  func trap() throws {
    let found = pairs(500, seed: 31) { ($0 - 0.5) * ($0 - 0.5) }
    #expect(close(try #require(found.varianceRatio), 0.5, within: 1e-9))
  }

  @Test("pairs that cancel wholly have a ratio beyond bounds, and constants have none")
  func limits() {
    let cancelling = AntitheticPairs(first: [1, 2, 3], second: [3, 2, 1], level: 0.9)
    #expect(cancelling.varianceRatio == .infinity)
    #expect(cancelling.summary.interval?.halfWidth == 0)
    #expect(AntitheticPairs(first: [1, 1], second: [1, 1], level: 0.9).varianceRatio == nil)
    #expect(AntitheticPairs(first: [1], second: [2], level: 0.9).varianceRatio == nil)
  }

  @Test("halves of unequal length and numbers that are none are programming errors")
  func misuse() async {
    await #expect(processExitsWith: .failure) {
      _ = AntitheticPairs(first: [1, 2], second: [1], level: 0.9)
    }
    await #expect(processExitsWith: .failure) {
      _ = AntitheticPairs(first: [1, .nan], second: [1, 2], level: 0.9)
    }
  }
}
