import OutputStatistics

/// Kolmogorov-Smirnov distances between the distribution of an output within slices of an input and
/// over the whole sample.
package struct ConditionalDistances: Sendable {
  /// The rows in ascending order of output.
  private let order: [Int]

  /// Where in `order` each group of equal outputs ends.
  private let groupEnds: [Int]

  /// The distances for the given outputs.
  package init(output: [Double]) {
    let order = output.indices.sorted { output[$0] < output[$1] }
    self.order = order
    groupEnds = (1...order.count).filter { end in
      end == order.count || output[order[end]] != output[order[end - 1]]
    }
  }

  /// The distance of each slice that has rows, rows counted as often as `weights` say.
  ///
  /// `slices` gives each row's slice, 0 ..< `sliceCount`. The largest difference between two step
  /// functions of which one counts in the other is found where the slice's own function jumps, just
  /// before or at the jump, so the cost is one pass over the rows.
  package func distances(slices: [Int], sliceCount: Int, weights: [Int]) -> [Double] {
    var sizes = [Int](repeating: 0, count: sliceCount)
    for (slice, weight) in zip(slices, weights) { sizes[slice] += weight }
    let all = Double(sizes.reduce(0, +))
    var seen = [Int](repeating: 0, count: sliceCount)
    var seenOfAll = 0
    var distances = [Double](repeating: 0, count: sliceCount)
    func compare(_ rows: ArraySlice<Int>) {
      for row in rows where weights[row] > 0 {
        let slice = slices[row]
        let inSlice = Double(seen[slice]) / Double(sizes[slice])
        distances[slice] = Swift.max(
          distances[slice], (inSlice - Double(seenOfAll) / all).magnitude)
      }
    }
    var start = 0
    for end in groupEnds {
      let rows = order[start..<end]
      compare(rows)
      for row in rows {
        seen[slices[row]] += weights[row]
        seenOfAll += weights[row]
      }
      compare(rows)
      start = end
    }
    return distances.indices.filter { sizes[$0] > 0 }.map { distances[$0] }
  }

  /// The slice of each value: `count` slices between type 7 quantiles, each closed below and open
  /// above, but the last closed on both sides.
  ///
  /// Of an input with few different values some slices stay empty.
  package static func slices(of input: [Double], count: Int) -> [Int] {
    let sorted = input.sorted()
    let bounds = (1..<count).map { Quantile.type7(sorted: sorted, Double($0) / Double(count)) }
    return input.map { value in bounds.prefix { $0 <= value }.count }
  }
}
