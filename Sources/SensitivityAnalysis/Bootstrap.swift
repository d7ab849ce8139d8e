import OutputStatistics
import RandomStreams

/// Intervals by drawing again, with replacement, from what was observed.
///
/// The interval reaches between two percentiles of the estimates from the resamples (type 7 in the
/// numbering of Hyndman and Fan). The resamples are a pure function of the seed, any seed including
/// 0: calls and outputs under one seed see the same resamples. Source: Efron, The Annals of
/// Statistics 7 (1979) 1-26.
public struct Bootstrap: Sendable, Equatable, BitwiseCopyable {
  /// The seed of the draws.
  public let seed: UInt64
  /// How many resamples are drawn.
  public let resampleCount: Int
  /// The probability of covering that the intervals aim at, between 0 and 1.
  public let level: Double

  /// A way of drawing with at least 20 resamples and a level strictly between 0 and 1.
  ///
  /// The cost of an index grows in proportion to `resampleCount`; percentiles of 95 % intervals
  /// want about 1,000.
  public init(seed: UInt64, resampleCount: Int = 1000, level: Double = 0.95) {
    precondition(resampleCount >= 20, "\(resampleCount) resamples are too few for percentiles")
    precondition(level > 0 && level < 1, "level \(level) is not between 0 and 1")
    self.seed = seed
    self.resampleCount = resampleCount
    self.level = level
  }

  /// Which of `count` items resample number `number` consists of, as many as there are items.
  package func resample(_ number: Int, of count: Int) -> [Int] {
    let streams = RandomStreams(seed: seed, replication: UInt64(number))
    var items: [Int] = []
    items.reserveCapacity(count)
    for step in 0..<UInt64((count + 3) / 4) {
      let words = streams.words(.resampling, entity: 0, step: step)
      for index in 0..<Swift.min(4, count - items.count) {
        // The upper word of the product is uniform on the items up to count / 2^64.
        items.append(Int(words[index].multipliedFullWidth(by: UInt64(count)).high))
      }
    }
    return items
  }

  /// An input without effect: `count` uniform draws, another set for each `number`.
  package func dummyInput(_ number: Int, count: Int) -> [Double] {
    let streams = RandomStreams(seed: seed, replication: UInt64(number))
    return (0..<count).map { index in
      streams.uniforms(.resampling, entity: 1, step: UInt64(index / 4))[index % 4]
    }
  }

  /// The interval between the percentiles of the estimates from the resamples.
  ///
  /// Estimates that are NaN come from resamples in which the index is undefined. They are left out,
  /// and there is no interval if they are more than a tenth.
  package func interval(of estimates: [Double]) -> ConfidenceInterval? {
    let sorted = estimates.filter { !$0.isNaN }.sorted()
    guard !sorted.isEmpty, 10 * sorted.count >= 9 * estimates.count else { return nil }
    return ConfidenceInterval(
      level: level,
      lower: Quantile.type7(sorted: sorted, 0.5 - 0.5 * level),
      upper: Quantile.type7(sorted: sorted, 0.5 + 0.5 * level))
  }
}
