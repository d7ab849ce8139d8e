import RandomStreams

/// Which strata the points of a Latin hypercube lie in, all seen at one doubling.
///
/// The points of earlier doublings come first and stay where they are; those after them may be
/// exchanged.
struct StratumLayout: Sendable {
  let doubling: Int
  let factorCount: Int

  /// How many points, and so how many strata in each factor.
  let count: Int

  /// How many points come first and stay.
  let placedCount: Int

  /// The stratum of every factor of every point; those of new points count once filled.
  private(set) var strata: [UInt32]

  /// A layout of `count` points of which some have been placed at earlier doublings.
  ///
  /// `placed` has the strata of the latter as they were counted when they came.
  init(doubling: Int, count: Int, factorCount: Int, placed: [UInt32], jitter: StratumJitter) {
    self.doubling = doubling
    self.count = count
    self.factorCount = factorCount
    placedCount = placed.count / factorCount
    strata = placed
    strata.reserveCapacity(count * factorCount)
    let base = count >> doubling
    for point in 0..<placedCount {
      let halvings = doubling - Doubling.ofPoint(point, basePointCount: base)
      let offsets = jitter.offsets(ofPoint: point, factorCount: factorCount)
      for factor in 0..<factorCount {
        let cell = point * factorCount + factor
        let part = StratumJitter.part(ofOffset: offsets[factor], halvedTimes: halvings)
        strata[cell] = strata[cell] << UInt32(halvings) | part
      }
    }
    strata += [UInt32](repeating: 0, count: (count - placedCount) * factorCount)
  }

  /// The strata of the points that are new at this doubling.
  var newStrata: ArraySlice<UInt32> { strata[(placedCount * factorCount)...] }

  /// The layout with the new points in the free strata, in a random order for each factor.
  func filled(streams: RandomStreams, candidate: Int) -> StratumLayout {
    var filled = self
    let ofCandidate = EntityName.member(UInt64(doubling), of: UInt64(candidate))
    for factor in 0..<factorCount {
      var isFree = [Bool](repeating: true, count: count)
      for point in 0..<placedCount { isFree[Int(strata[point * factorCount + factor])] = false }
      var free = (0..<UInt32(count)).filter { isFree[Int($0)] }
      var words = NamedWords(
        streams: streams, purpose: .latinHypercubeStrata,
        entity: EntityName.member(UInt64(factor), of: ofCandidate))
      words.permute(&free)
      for (index, stratum) in free.enumerated() {
        filled.strata[(placedCount + index) * factorCount + factor] = stratum
      }
    }
    return filled
  }

  /// The stratum of a factor of a point.
  func stratum(_ point: Int, _ factor: Int) -> Int {
    Int(strata[point * factorCount + factor])
  }

  /// The squared distance of two points, in widths of a stratum.
  func squaredDistance(_ first: Int, _ second: Int) -> Int {
    var sum = 0
    for factor in 0..<factorCount {
      let difference = stratum(first, factor) - stratum(second, factor)
      sum += difference * difference
    }
    return sum
  }

  /// Lets two new points change places in one factor.
  mutating func exchange(_ first: Int, _ second: Int, in factor: Int) {
    strata.swapAt(first * factorCount + factor, second * factorCount + factor)
  }
}
