import RandomStreams

/// A bounded search for a Latin hypercube whose closest points are far apart.
///
/// First the best of several random candidates is taken; then pairs of closest points are pulled
/// apart: one of them changes places with another point in one factor wherever that makes fewer
/// pairs as close. Distances are Euclidean between the middles of strata, in whole numbers, so the
/// search is exact. It has no luck of its own and always ends at the same design. Sources: Johnson,
/// Moore and Ylvisaker, J. Stat. Plan. Inference 26 (1990) 131-148; Jin, Chen and Sudjianto, ibid.
/// 134 (2005) 268-287 (exchanges within a factor).
///
/// With n points and d factors a candidate costs n^2 d / 2 steps of some nanoseconds, a tried
/// exchange n and a successful one n^2 more: with the usual numbers 0.1 s for 200 points and 10
/// factors, at worst some seconds. Designs of more than ``largestPointCount`` points are
/// refused. At every doubling the new points are searched anew around those that stay.
public struct MaximinSearch: Equatable, Sendable {
  /// The most points of a design that is searched, 1,024; distances then take 8 MB.
  public static let largestPointCount = 1024

  /// The most candidates of a search.
  public static let largestCandidateCount = 1000

  /// How many random designs are compared, at least 1.
  public let candidateCount: Int

  /// How many exchanges are tried at most, 0 for none.
  public let exchangeCount: Int

  /// A search of so many candidates and, from the best of them, so many tried exchanges.
  public init(candidateCount: Int = 10, exchangeCount: Int = 100_000) {
    precondition(
      candidateCount >= 1 && candidateCount <= Self.largestCandidateCount,
      "\(candidateCount) candidates are not in 1...\(Self.largestCandidateCount)")
    precondition(
      exchangeCount >= 0 && exchangeCount <= DesignLimits.pointCount,
      "\(exchangeCount) exchanges are not in 0...\(DesignLimits.pointCount)")
    self.candidateCount = candidateCount
    self.exchangeCount = exchangeCount
  }

  /// The best filling of a layout that the search finds.
  func best(of layout: StratumLayout, streams: RandomStreams) -> StratumLayout {
    precondition(
      layout.count <= Self.largestPointCount,
      "a search over \(layout.count) points; at most \(Self.largestPointCount) are allowed")
    var best = layout.filled(streams: streams, candidate: 0)
    var closeness = PointDistances(best).closeness
    for candidate in 1..<candidateCount {
      let other = layout.filled(streams: streams, candidate: candidate)
      let otherCloseness = PointDistances(other).closeness
      if otherCloseness < closeness { (best, closeness) = (other, otherCloseness) }
    }
    var exchanges = MaximinExchanges(best, budget: exchangeCount)
    exchanges.run()
    return exchanges.layout
  }
}
