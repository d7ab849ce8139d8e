import SensitivityAnalysis

/// Points and outputs in the order of Saltelli blocks.
enum SaltelliRun {
  /// The rows of the block of a base point: A, AB1 ..., [BA1 ...,] B.
  static func block(_ a: [Double], _ b: [Double], secondOrder: Bool) -> [[Double]] {
    func mixed(_ rest: [Double], _ source: [Double]) -> [[Double]] {
      rest.indices.map { input in
        var point = rest
        point[input] = source[input]
        return point
      }
    }
    return [a] + mixed(a, b) + (secondOrder ? mixed(b, a) : []) + [b]
  }

  /// The outputs of a model at Sobol' points, A the first half of the dimensions.
  static func outputs(
    of model: ([Double]) -> Double, points: SobolPoints, basePoints: Range<Int>, inputs: Int,
    secondOrder: Bool
  ) throws -> RunOutputs {
    let rows = basePoints.flatMap { number in
      let point = points.point(number, dimensions: 2 * inputs)
      return block(
        Array(point.prefix(inputs)), Array(point.suffix(inputs)), secondOrder: secondOrder)
    }
    return try RunOutputs(oneRunPerRow: rows.map(model))
  }
}
