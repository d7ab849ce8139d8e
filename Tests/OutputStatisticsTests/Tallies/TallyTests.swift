import ElementaryFunctions
import OutputStatistics
import Testing

@Suite("Tally")
struct TallyTests {
  @Test("an offset of a billion loses nothing of the variance")
  func catastrophicOffset() {
    let tally = Tally([1_000_000_004, 1_000_000_007, 1_000_000_013, 1_000_000_016])
    #expect(tally.mean == 1_000_000_010)
    #expect(close(tally.variance, 30))
  }

  @Test("moments of five hundred normals agree with exact rational arithmetic")
  func normalMoments() {
    var random = SplitMix64(seed: 21)
    let tally = Tally((0..<500).map { _ in Portable.normalQuantile(random.uniform()) })
    #expect(close(tally.mean, -0.02412727250437242))
    #expect(close(tally.variance, 1.079580643481275))
    #expect(close(tally.minimum, -3.3576953493764052))
    #expect(close(tally.maximum, 2.7471013637330115))
    #expect(tally.count == 500)
  }

  @Test("moments of ten thousand uniforms far from zero agree with exact rational arithmetic")
  func offsetMoments() {
    var random = SplitMix64(seed: 3)
    let tally = Tally((0..<10_000).map { _ in 1e8 + random.uniform() })
    #expect(close(tally.mean, 100000000.49569216))
    #expect(close(tally.variance, 0.08210946255652501))
  }

  @Test("merging parts is adding all, wherever the cut")
  func mergingIsAdding() {
    var random = SplitMix64(seed: 5)
    let values = (0..<200).map { _ in 50 + 10 * random.uniform() }
    let whole = Tally(values)
    for cut in [0, 1, 2, 77, 199, 200] {
      var merged = Tally(Array(values[..<cut]))
      merged.merge(Tally(Array(values[cut...])))
      #expect(merged.count == whole.count)
      #expect(close(merged.mean, whole.mean))
      #expect(close(merged.variance, whole.variance))
      #expect(merged.minimum == whole.minimum)
      #expect(merged.maximum == whole.maximum)
    }
  }

  @Test("merging with nothing changes nothing, to the bit")
  func mergingNothing() {
    let tally = Tally([1, 2, 4])
    var left = Tally()
    left.merge(tally)
    var right = tally
    right.merge(Tally())
    #expect(left == tally)
    #expect(right == tally)
  }

  @Test("tallies of none and of one number have no spread and no interval")
  func smallTallies() {
    let none = Tally()
    #expect(none.count == 0)
    #expect(none.mean == 0)
    #expect(none.variance == 0)
    #expect(none.minimum == .infinity)
    #expect(none.maximum == -.infinity)
    #expect(none.confidenceInterval(level: 0.95) == nil)
    let one = Tally([7])
    #expect(one.mean == 7)
    #expect(one.variance == 0)
    #expect(one.standardError == 0)
    #expect(one.minimum == 7)
    #expect(one.confidenceInterval(level: 0.95) == nil)
  }

  @Test("equal numbers have an interval of width zero")
  func constantTally() throws {
    let interval = try #require(Tally([3, 3, 3]).confidenceInterval(level: 0.9))
    #expect(interval.lower == 3)
    #expect(interval.upper == 3)
    #expect(interval.halfWidth == 0)
  }

  @Test("the t-interval of ten observations is SciPy's")
  func tInterval() throws {
    let tally = Tally(ReferenceValues.sampleA)
    #expect(close(tally.standardDeviation, 1.441295713354249))
    let usual = try #require(tally.confidenceInterval(level: 0.95))
    #expect(close(usual.halfWidth, 1.0310408420938775, within: 1e-9))
    #expect(close(usual.lower, 7.148959157906124, within: 1e-9))
    #expect(close(usual.upper, 9.21104084209388, within: 1e-9))
    let wide = try #require(tally.confidenceInterval(level: 0.99))
    #expect(close(wide.halfWidth, 1.481202645233123, within: 1e-9))
    #expect(wide.level == 0.99)
    let other = try #require(
      Tally(ReferenceValues.sampleB).confidenceInterval(level: 0.95))
    #expect(close(other.halfWidth, 0.9533321840711043, within: 1e-9))
  }

  @Test("the interval of paired differences is SciPy's")
  func pairedInterval() throws {
    let differences = zip(ReferenceValues.sampleA, ReferenceValues.sampleB).map { $0 - $1 }
    let interval = try #require(Tally(differences).confidenceInterval(level: 0.95))
    #expect(close(interval.lower, 0.5261892466201799, within: 1e-9))
    #expect(close(interval.upper, 0.9538107533798208, within: 1e-9))
  }

  @Test("an interval contains its ends and its centre, and nothing beyond")
  func intervalContains() {
    let interval = ConfidenceInterval(level: 0.9, center: 2, halfWidth: 0.5)
    #expect(interval.contains(1.5))
    #expect(interval.contains(2))
    #expect(interval.contains(2.5))
    #expect(!interval.contains(2.6))
    #expect(!interval.contains(.nan))
  }

  @Test("the t-interval of normal observations covers as often as it says")
  func coverage() {
    // 4,000 intervals of 10 observations: the share that covers has standard error 0.0047; four of
    // them fail once in 16,000 seeds.
    var random = SplitMix64(seed: 90)
    var covering = 0
    for _ in 0..<4000 {
      var tally = Tally()
      for _ in 0..<10 { tally.add(5 + Portable.normalQuantile(random.uniform())) }
      if let interval = tally.confidenceInterval(level: 0.9), interval.contains(5) {
        covering += 1
      }
    }
    #expect((Double(covering) / 4000 - 0.9).magnitude < 4 * 0.0047)
  }

  @Test("an observation that is not finite is a programming error")
  func nonFiniteTraps() async {
    await #expect(processExitsWith: .failure) { _ = Tally([1, .nan]) }
    await #expect(processExitsWith: .failure) { _ = Tally([.infinity]) }
    await #expect(processExitsWith: .failure) { _ = SampleSummary([1, .nan], level: 0.95) }
    await #expect(processExitsWith: .failure) { _ = SampleSummary([], level: 0.95) }
  }
}
