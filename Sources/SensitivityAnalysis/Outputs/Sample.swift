/// Samples of inputs and outputs.
enum Sample {
  /// Throws if rows are missing, too few, or hold numbers that are not finite.
  static func check(
    inputs: [[Double]], output: [Double], leastRows: Int
  ) throws(SensitivityError) {
    for (row, value) in output.enumerated() where !value.isFinite {
      throw .outputNotFinite(row: row, replication: 0, value: "\(value)")
    }
    for (number, input) in inputs.enumerated() {
      if input.count != output.count {
        throw .wrongRowCount(
          found: output.count, expected: "\(input.count) values of input \(number)")
      }
      for (row, value) in input.enumerated() where !value.isFinite {
        throw .inputNotFinite(input: number, row: row, value: "\(value)")
      }
    }
    if output.count < leastRows {
      throw .tooFew(of: "rows", found: output.count, least: leastRows)
    }
  }
}
