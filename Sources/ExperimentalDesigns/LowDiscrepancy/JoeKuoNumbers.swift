/// The numbers from which Sobol' sequences grow, one row for each dimension after the first.
///
/// Source: Joe and Kuo, SIAM J. Sci. Comput. 30 (2008) 2635-2654; all 1,110 primitive polynomials
/// up to degree 13. Their licence stands with the table.
package enum JoeKuoNumbers {
  /// One row of the table.
  package struct Row: Equatable, Sendable {
    /// The degree s of the primitive polynomial over the field of two elements.
    package let degree: Int
    /// The s - 1 inner coefficients a_1, ..., a_{s-1} of the polynomial, a_1 most significant.
    package let coefficients: UInt32
    /// The initial numbers m_1, ..., m_s.
    package let initial: [UInt32]
  }

  /// How many dimensions there are numbers for, the first included.
  package static let dimensionCount = 1 + places.count

  /// The degree and the text of every row.
  private static let places: [(degree: Int, text: Substring)] = rowsByDegree.enumerated().flatMap {
    index, rows in rows.split { $0 == " " || $0 == "\n" }.map { (index + 1, $0) }
  }

  /// The row of `dimension`, counted from 0; dimension 0 needs none.
  package static func row(ofDimension dimension: Int) -> Row {
    let (degree, text) = places[dimension - 1]
    guard var bits = UInt128(text, radix: 16) else {
      preconditionFailure("'\(text)' in the table of direction numbers is not hexadecimal")
    }
    func takeLowest(_ count: Int) -> UInt32 {
      let taken = UInt32(truncatingIfNeeded: bits & ((1 << UInt128(count)) - 1))
      bits >>= UInt128(count)
      return taken
    }
    let coefficients = takeLowest(degree - 1)
    return Row(
      degree: degree, coefficients: coefficients,
      initial: (1...degree).map { 2 * takeLowest($0 - 1) + 1 })
  }

  /// The 32 direction numbers of `dimension`, counted from 0, as multiples of 2^-32.
  ///
  /// They satisfy the recurrence of the polynomial: v_k = v_{k-s} / 2^s + a_1 v_{k-1} + ... +
  /// a_{s-1} v_{k-s+1} + v_{k-s}, without carries.
  package static func directions(ofDimension dimension: Int) -> [UInt32] {
    guard dimension > 0 else { return (1...32).map { 1 << (32 - UInt32($0)) } }
    let row = row(ofDimension: dimension)
    let degree = row.degree
    var directions = row.initial.enumerated().map { $1 << (31 - UInt32($0)) }
    for place in degree..<32 {
      let oldest = directions[place - degree]
      var direction = oldest ^ (oldest >> UInt32(degree))
      for back in 1..<degree where (row.coefficients >> UInt32(degree - 1 - back)) & 1 == 1 {
        direction ^= directions[place - back]
      }
      directions.append(direction)
    }
    return directions
  }
}
