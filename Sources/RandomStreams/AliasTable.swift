/// A fixed discrete distribution from which an index is drawn in constant time.
///
/// Each of n columns holds the chance of keeping its own index against taking one other, its alias
/// (Walker, ACM TOMS 3 (1977) 253-256; table in linear time as in Vose, IEEE TSE 17 (1991)
/// 972-975). One uniform draw picks the column and decides within it. The index is not monotone in
/// the draw, so common random numbers keep two tables together only where the tables are equal.
public struct AliasTable: Sendable, Equatable {
  /// One column of the table.
  @frozen
  @usableFromInline
  struct Column: Sendable, Equatable, BitwiseCopyable {
    /// The chance of keeping the column's own index, within the column.
    @usableFromInline var keeping: Double
    /// The index taken otherwise.
    @usableFromInline var alias: Int
  }

  @usableFromInline let columns: [Column]

  /// A table of indices 0..<`weights.count` with chances proportional to the weights.
  ///
  /// At least one weight; all finite and not negative, with a positive finite sum: anything else is
  /// a programming error. Linear time and one allocation that lasts.
  public init(weights: [Double]) {
    var sum = 0.0
    for weight in weights {
      precondition(weight >= 0 && weight < .infinity, "weight \(weight) is not finite and >= 0")
      sum += weight
    }
    precondition(sum > 0 && sum < .infinity, "the weights sum to \(sum), not a positive number")

    let count = weights.count
    var scaled = weights.map { $0 / sum * Double(count) }
    var small: [Int] = []
    var large: [Int] = []
    for index in (0..<count).reversed() {
      if scaled[index] < 1 { small.append(index) } else { large.append(index) }
    }
    // What is left over at the end keeps its whole column: its deficit is only rounding.
    var columns = (0..<count).map { Column(keeping: 1, alias: $0) }
    while let needy = small.last, let donor = large.last {
      small.removeLast()
      columns[needy] = Column(keeping: scaled[needy], alias: donor)
      scaled[donor] -= 1 - scaled[needy]
      if scaled[donor] < 1 {
        large.removeLast()
        small.append(donor)
      }
    }
    // Rounding may leave an index of weight zero over, if all donors ran out first.
    if let heaviest = weights.indices.max(by: { weights[$0] < weights[$1] }) {
      for index in small where weights[index] == 0 {
        columns[index] = Column(keeping: 0, alias: heaviest)
      }
    }
    self.columns = columns
  }

  /// How many indices the table chooses among.
  public var count: Int { columns.count }

  /// The index drawn by `u`, a uniform strictly between 0 and 1.
  ///
  /// A few nanoseconds. The chance of an index is exact to 2^-52 times the number of indices.
  @inlinable
  public func index(_ u: Double) -> Int {
    let position = u * Double(columns.count)
    // The bound is never reached for u < 1, but costs nothing and the subscript traps without it.
    let index = Swift.min(Int(position), columns.count - 1)
    let column = columns[index]
    return position - Double(index) < column.keeping ? index : column.alias
  }

  /// The chance of every index, recomputed from the columns.
  package var probabilities: [Double] {
    var chances = [Double](repeating: 0, count: columns.count)
    for (index, column) in columns.enumerated() {
      chances[index] += column.keeping
      chances[column.alias] += 1 - column.keeping
    }
    return chances.map { $0 / Double(columns.count) }
  }
}
