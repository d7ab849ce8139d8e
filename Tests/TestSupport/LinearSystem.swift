/// A system of linear equations `A x = b`, solved apart from the program under test.
package enum LinearSystem {
  /// The solution by Gaussian elimination with partial pivoting, O(n³).
  ///
  /// - Parameters:
  ///   - matrix: square, row by row, not singular.
  ///   - right: one number for each row.
  package static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var rows = zip(matrix, right).map { $0 + [$1] }
    let count = rows.count
    for column in 0..<count {
      let below = column..<count
      guard
        let pivot = below.max(by: { abs(rows[$0][column]) < abs(rows[$1][column]) }),
        rows[pivot][column] != 0
      else { preconditionFailure("the matrix is singular") }
      rows.swapAt(column, pivot)
      let leading = rows[column]
      for row in (column + 1)..<max(count, column + 1) where rows[row][column] != 0 {
        let factor = rows[row][column] / leading[column]
        for index in column...count { rows[row][index] -= factor * leading[index] }
      }
    }
    var solution = [Double](repeating: 0, count: count)
    for row in (0..<count).reversed() {
      var rest = rows[row][count]
      for column in (row + 1)..<max(count, row + 1) {
        rest -= rows[row][column] * solution[column]
      }
      solution[row] = rest / rows[row][row]
    }
    return solution
  }
}
