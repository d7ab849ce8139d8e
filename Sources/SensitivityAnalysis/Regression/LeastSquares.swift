/// A linear least-squares fit of a standardised output to standardised inputs, with an intercept.
///
/// By Householder's orthogonal triangularisation (Golub and Van Loan, Matrix Computations, 5.2),
/// which does not square the condition of the inputs. Columns are centred and scaled to length 1
/// first, so coefficients are standardised and collinearity shows as a small diagonal element.
package struct LeastSquares: Sendable {
  /// The standardised coefficient of each input.
  package private(set) var coefficients: [Double]

  /// The share of the output's variance that the fit leaves, 1 - R².
  package let residualShare: Double

  /// The diagonal of the inverse of the inputs' correlation matrix: the variance inflation factor
  /// of each input.
  package let varianceInflation: [Double]

  /// How far down from its length of 1 a column may be left by those before it.
  private static let leastDiagonal = 1e-10

  /// The fit of `output` to `inputs`, one array an input, all of the same length.
  ///
  /// Throws if an input or the output is constant, or an input a combination of those before it.
  package init(inputs: [[Double]], output: [Double]) throws(SensitivityError) {
    var columns: [[Double]] = []
    for (number, input) in inputs.enumerated() {
      guard let column = Self.standardized(input) else { throw .constantInput(input: number) }
      columns.append(column)
    }
    guard var right = Self.standardized(output) else {
      throw .constantOutput(value: output.first ?? 0)
    }
    for pivot in columns.indices {
      Self.reflect(&columns, &right, at: pivot)
      if columns[pivot][pivot].magnitude < Self.leastDiagonal {
        throw .dependentInput(input: pivot)
      }
    }
    let inverse = Self.inverse(ofUpperTriangle: columns)
    coefficients = inverse.map { row in zip(row, right).reduce(0) { $0 + $1.0 * $1.1 } }
    varianceInflation = inverse.map { row in row.reduce(0) { $0 + $1 * $1 } }
    residualShare = right.dropFirst(inputs.count).reduce(0) { $0 + $1 * $1 }
  }

  /// Numbers less their mean, scaled to sum of squares 1; nil if they are constant.
  package static func standardized(_ values: [Double]) -> [Double]? {
    if RunOutputs.isConstant(values) { return nil }
    let mean = RunOutputs.mean(of: values)
    let centred = values.map { $0 - mean }
    let length = centred.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return centred.map { $0 / length }
  }

  /// Reflects all columns from `pivot` on, and the right side, so that column `pivot` becomes 0
  /// below its diagonal.
  private static func reflect(
    _ columns: inout [[Double]], _ right: inout [Double], at pivot: Int
  ) {
    var normal = Array(columns[pivot][pivot...])
    let length = normal.reduce(0) { $0 + $1 * $1 }.squareRoot()
    // The sign that avoids cancellation.
    let diagonal = normal[0] > 0 ? -length : length
    normal[0] -= diagonal
    let square = normal.reduce(0) { $0 + $1 * $1 }
    guard square > 0 else { return }
    let mirror = { (column: inout [Double]) in
      var product = 0.0
      for index in normal.indices { product += normal[index] * column[pivot + index] }
      let factor = 2 * product / square
      for index in normal.indices { column[pivot + index] -= factor * normal[index] }
    }
    for column in pivot..<columns.count { mirror(&columns[column]) }
    mirror(&right)
  }

  /// The inverse of the upper triangle that the columns hold, by rows.
  private static func inverse(ofUpperTriangle columns: [[Double]]) -> [[Double]] {
    let count = columns.count
    var inverse = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for column in 0..<count {
      inverse[column][column] = 1 / columns[column][column]
      for row in stride(from: column - 1, through: 0, by: -1) {
        var sum = 0.0
        for middle in row + 1...column { sum += columns[middle][row] * inverse[middle][column] }
        inverse[row][column] = -sum / columns[row][row]
      }
    }
    return inverse
  }
}
