import RandomStreams

/// Where the points lie within their strata, as a function of point and factor alone.
///
/// An offset is an odd number below 2^25, in units of 2^-25 of the stratum's width. So it never
/// lies on the border of a half, a quarter or any finer part that a doubling can make, and which of
/// them it lies in is known without rounding.
struct StratumJitter: Sendable {
  let streams: RandomStreams

  /// The offsets of all factors of a point.
  func offsets(ofPoint point: Int, factorCount: Int) -> [UInt32] {
    var words = NamedWords(
      streams: streams, purpose: .latinHypercubeJitter, entity: UInt64(point))
    return (0..<factorCount).map { _ in UInt32(words.next() >> 40) << 1 | 1 }
  }

  /// The part in which an offset lies when its stratum has been halved `times` times, at most 24.
  static func part(ofOffset offset: UInt32, halvedTimes times: Int) -> UInt32 {
    offset >> UInt32(25 - times)
  }
}
