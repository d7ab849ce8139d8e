/// One output of all runs of a design: rows of equally many replications, every number finite.
public struct RunOutputs: Sendable, Equatable {
  /// How many rows (points of the design) there are.
  public let rowCount: Int

  /// How many replications each row has, at least 1.
  public let replicationCount: Int

  /// The outputs, replications of a row together.
  package let values: [Double]

  /// The outputs of the rows of a design, in the order of the design, replications within.
  ///
  /// Throws if a row has not as many replications as the first, if an output is not finite, or if
  /// there are no outputs.
  public init(_ rows: [[Double]]) throws(SensitivityError) {
    let replications = rows.first?.count ?? 0
    if replications == 0 { throw .tooFew(of: "replications", found: 0, least: 1) }
    for (row, outputs) in rows.enumerated() where outputs.count != replications {
      throw .unevenReplications(row: row, found: outputs.count, expected: replications)
    }
    try self.init(values: rows.flatMap { $0 }, replicationCount: replications)
  }

  /// The outputs of one run per row, in the order of the design.
  ///
  /// Throws if an output is not finite.
  public init(oneRunPerRow outputs: [Double]) throws(SensitivityError) {
    try self.init(values: outputs, replicationCount: 1)
  }

  private init(values: [Double], replicationCount: Int) throws(SensitivityError) {
    for (index, value) in values.enumerated() where !value.isFinite {
      throw .outputNotFinite(
        row: index / replicationCount, replication: index % replicationCount, value: "\(value)")
    }
    self.values = values
    self.replicationCount = replicationCount
    rowCount = values.count / replicationCount
  }

  private init(_ rows: Range<Int>, of outputs: RunOutputs) {
    let count = outputs.replicationCount
    rowCount = rows.count
    replicationCount = count
    values = Array(outputs.values[rows.lowerBound * count..<rows.upperBound * count])
  }

  /// Some of the rows, as outputs of their own.
  package func rows(_ range: Range<Int>) -> RunOutputs {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= rowCount, "rows \(range) of \(rowCount)")
    return RunOutputs(range, of: self)
  }

  /// The mean over all rows and replications.
  package var mean: Double { Self.mean(of: values) }

  /// The mean of numbers, 0 of none.
  package static func mean(of values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  /// Whether numbers are equal up to rounding: their range is below 2^-44 of the largest.
  ///
  /// Sums taken in another order differ in their last digits; indices of such differences would be
  /// indices of rounding.
  package static func isConstant(_ values: [Double]) -> Bool {
    guard let least = values.min(), let greatest = values.max() else { return true }
    return greatest - least <= 0x1p-44 * Swift.max(least.magnitude, greatest.magnitude)
  }
}
