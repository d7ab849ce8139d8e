import ExperimentalDesigns

/// Sobol's g function in 5 dimensions: the product of (|4 x - 2| + a) / (1 + a).
enum GFunction {
  static let parameters = [0.0, 1, 4.5, 9, 99]

  /// The variance of one value at a uniform point; the mean is 1.
  static var variance: Double {
    parameters.reduce(1) { $0 * (1 + 1 / (3 * (1 + $1) * (1 + $1))) } - 1
  }

  static func value(_ x: [Double]) -> Double {
    zip(x, parameters).reduce(1) { product, pair in
      product * ((4 * pair.0 - 2).magnitude + pair.1) / (1 + pair.1)
    }
  }

  /// The mean over all points of a design of 5 factors.
  static func mean(over design: some QuantileDesign) -> Double {
    (0..<design.pointCount).reduce(0) { $0 + value(design.quantiles(ofPoint: $1)) }
      / Double(design.pointCount)
  }
}
