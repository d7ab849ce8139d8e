/// A sample with the measures that reference code finds in it.
struct GivenData: Decodable {
  struct PartialRank: Decodable {
    let value, t, pValue, lower, upper: Double
    let degreesOfFreedom: Int
  }
  struct PAWN: Decodable {
    let minimum, mean, median, maximum, deviation, variation: [Double]
  }
  /// By row.
  let inputs: [[Double]]
  let output: [Double]
  let partialRank: [PartialRank]
  let src, srrc, spearman: [Double]
  let determination: Double
  let pawn: PAWN

  /// The inputs, one array each.
  var columns: [[Double]] { inputs[0].indices.map { input in inputs.map { $0[input] } } }

  static func read() throws -> GivenData {
    try ReferenceFile.read("given-data", as: GivenData.self)
  }
}
