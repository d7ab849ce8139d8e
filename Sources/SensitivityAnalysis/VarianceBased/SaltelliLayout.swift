/// The order of the rows of a Saltelli design.
///
/// Every base point has a block of rows A, AB1 ... ABD, then with second order BA1 ... BAD, then B.
/// A and B are two independent points, ABj is A with input j taken from B, BAj is B with input j
/// taken from A. Sources: Saltelli, Computer Physics Communications 145 (2002) 280-297; Saltelli
/// and others, Computer Physics Communications 181 (2010) 259-270.
public struct SaltelliLayout: Sendable, Equatable, BitwiseCopyable {
  /// How many inputs vary, D.
  public let inputCount: Int

  /// Whether the rows BA1 ... BAD are there.
  public let hasSecondOrder: Bool

  /// The layout of at least one input.
  public init(inputCount: Int, hasSecondOrder: Bool) {
    precondition(inputCount >= 1, "a design has at least one input")
    self.inputCount = inputCount
    self.hasSecondOrder = hasSecondOrder
  }

  /// How many rows a base point has: D + 2, with second order 2D + 2.
  public var rowsPerBasePoint: Int { (hasSecondOrder ? 2 : 1) * inputCount + 2 }

  /// How many base points that many rows are.
  ///
  /// Throws if they are not whole blocks, or fewer than 8.
  package func basePointCount(ofRows rows: Int) throws(SensitivityError) -> Int {
    let (count, rest) = rows.quotientAndRemainder(dividingBy: rowsPerBasePoint)
    if rest != 0 {
      throw .wrongRowCount(
        found: rows, expected: "\(rowsPerBasePoint) rows for each base point")
    }
    if count < Self.leastBasePoints {
      throw .tooFew(of: "base points", found: count, least: Self.leastBasePoints)
    }
    return count
  }

  /// The least number of base points from which indices are estimated.
  package static let leastBasePoints = 8
}
