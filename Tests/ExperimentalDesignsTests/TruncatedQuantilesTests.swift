import ExperimentalDesigns
import RandomStreams
import Testing

@Suite("Truncated quantiles")
struct TruncatedQuantilesTests {
  @Test("a truncated design stays away from 0 and 1 and keeps the middle")
  func truncation() {
    let streams = RandomStreams(seed: 1, replication: 0)
    let base = MorrisTrajectories(
      levelCount: 4, trajectoryCount: 5, factorCount: 3, streams: streams)
    let truncated = TruncatedQuantiles(base, tail: 0.005)
    #expect(truncated.pointCount == base.pointCount)
    #expect(truncated.reachedExtremes == [])
    var reached: Set<Double> = []
    for point in 0..<base.pointCount {
      let pairs = zip(base.quantiles(ofPoint: point), truncated.quantiles(ofPoint: point))
      for (before, after) in pairs {
        #expect((after - (0.005 + 0.99 * before)).magnitude < 1e-15)
        reached.insert(after)
      }
    }
    #expect(reached.min() == 0.005)
    #expect(reached.max() == 0.995)
  }
}
