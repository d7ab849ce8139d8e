/// The choice of the trajectories that lie farthest from each other.
///
/// Two trajectories are as far apart as the distances between all points of the one and all points
/// of the other add up to, and a set of them is as spread as the sum of the squares of these
/// numbers over its pairs. Source: Campolongo, Cariboni and Saltelli, Environ. Model. Softw. 22
/// (2007) 1509-1518. Their search through all subsets takes years for usual numbers, so the set
/// grows one by one from the farthest pair, as in Ruano, Ribes, Seco and Ferrer, Environ. Model.
/// Softw. 37 (2012) 103-109; it is never less spread than the first candidates would be.
public enum TrajectoryChoice {
  /// The most candidates, 1,000; their distances then take 8 MB.
  public static let largestCandidateCount = 1000

  /// The most points of all candidates together, 2^16.
  ///
  /// Half the square of their number is how many distances are computed, at 3 or 4 ns each: 8 s at
  /// most.
  public static let largestPointCount = 1 << 16

  /// The numbers of the `count` most spread of some trajectories over the same levels, ascending.
  package static func mostSpread(_ count: Int, of candidates: [MorrisTrajectory]) -> [Int] {
    precondition(
      candidates.count >= count && candidates.count <= largestCandidateCount,
      "\(candidates.count) candidates are not in \(count)...\(largestCandidateCount)")
    let points = candidates.reduce(0) { $0 + $1.order.count + 1 }
    precondition(
      points <= largestPointCount,
      "\(points) points of candidates; at most \(largestPointCount) are allowed")
    let squares = squaredDistances(of: candidates)
    let first = Array(0..<count)
    let grown = grown(to: count, squares: squares)
    return spread(of: grown, squares: squares) > spread(of: first, squares: squares) ? grown : first
  }

  /// The sum of the squared distances over the pairs of a set, in squares of levels.
  package static func spread(of set: [MorrisTrajectory]) -> Double {
    spread(of: Array(set.indices), squares: squaredDistances(of: set))
  }

  private static func spread(of set: [Int], squares: [[Double]]) -> Double {
    var sum = 0.0
    for (index, first) in set.enumerated() {
      for second in set[..<index] { sum += squares[first][second] }
    }
    return sum
  }

  /// Grows a set one by one, each time by the candidate that adds most to the spread.
  private static func grown(to count: Int, squares: [[Double]]) -> [Int] {
    // What each candidate would add; for the first it is the distance to its farthest partner, so
    // that the farthest pair begins.
    var gains = squares.map { $0.max() ?? 0 }
    var isChosen = [Bool](repeating: false, count: squares.count)
    for size in 0..<count {
      let free = squares.indices.filter { !isChosen[$0] }
      guard let best = free.max(by: { gains[$0] < gains[$1] }) else { break }
      isChosen[best] = true
      gains = size == 0 ? squares[best] : zip(gains, squares[best]).map { $0 + $1 }
    }
    return isChosen.indices.filter { isChosen[$0] }
  }

  private static func squaredDistances(of set: [MorrisTrajectory]) -> [[Double]] {
    var squares = set.map { _ in [Double](repeating: 0, count: set.count) }
    for (index, first) in set.enumerated() {
      for other in 0..<index {
        let distance = distance(first, set[other])
        squares[index][other] = distance * distance
        squares[other][index] = distance * distance
      }
    }
    return squares
  }

  /// The sum of the distances between all points of two trajectories, in levels.
  ///
  /// Neighbouring points differ in one factor, so each squared distance follows from the one
  /// before.
  private static func distance(_ first: MorrisTrajectory, _ second: MorrisTrajectory) -> Double {
    var sum = 0.0
    var levels = first.startLevels
    for steps in 0...first.order.count {
      if steps > 0 {
        let factor = first.order[steps - 1]
        levels[factor] += first.levelStep(ofFactor: factor)
      }
      var squared = zip(levels, second.startLevels).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
      sum += Double(squared).squareRoot()
      for factor in second.order {
        let before = levels[factor] - second.startLevels[factor]
        let after = before - second.levelStep(ofFactor: factor)
        squared += after * after - before * before
        sum += Double(squared).squareRoot()
      }
    }
    return sum
  }
}
