/// Ranks of numbers.
package enum Ranks {
  /// The rank of each number, from 1 for the least; equal numbers share the mean of their ranks.
  package static func of(_ values: [Double]) -> [Double] {
    let order = values.indices.sorted { values[$0] < values[$1] }
    var ranks = [Double](repeating: 0, count: values.count)
    var start = 0
    while start < order.count {
      var end = start + 1
      while end < order.count && values[order[end]] == values[order[start]] { end += 1 }
      // The mean of start + 1 ... end.
      for index in order[start..<end] { ranks[index] = 0.5 * Double(start + 1 + end) }
      start = end
    }
    return ranks
  }
}
