/// Deviations of controls from their means as combinations of orthogonal vectors of length 1.
///
/// By Gram and Schmidt's method, every vector orthogonalised twice, which is enough (Giraud,
/// Langou, Rozložník and van den Eshof, Numerische Mathematik 101 (2005) 87-100).
struct OrthogonalControls {
  /// The mean of each control.
  let means: [Double]
  /// One vector for each control, over replications.
  private var vectors: [[Double]] = []
  /// By control, its coordinates along the vectors up to its own.
  private var triangle: [[Double]] = []

  /// What may be left of a control, relative to its spread, for it to follow from others, and of
  /// its spread, relative to its size, for it to be constant: rounding leaves about 1e-16.
  private static let negligible = 1e-10

  /// The basis of finite controls, each over the same replications.
  init(_ controls: [[Double]]) throws(VarianceReductionError) {
    let tallies = controls.map { Tally($0) }
    means = tallies.map(\.mean)
    for (index, control) in controls.enumerated() {
      let tally = tallies[index]
      let size = max(tally.minimum.magnitude, tally.maximum.magnitude)
      guard tally.standardDeviation > Self.negligible * size else {
        throw .constantControl(index: index)
      }
      var rest = control.map { $0 - tally.mean }
      let spread = Self.length(rest)
      var coordinates = project(&rest)
      let again = project(&rest)
      for position in again.indices { coordinates[position] += again[position] }
      let left = Self.length(rest)
      guard left > Self.negligible * spread else { throw .collinearControl(index: index) }
      vectors.append(rest.map { $0 / left })
      triangle.append(coordinates + [left])
    }
  }

  /// Takes out of `values` what lies along the vectors, and returns how much that was along each.
  func project(_ values: inout [Double]) -> [Double] {
    vectors.map { vector in
      var weight = 0.0
      for index in vector.indices { weight += vector[index] * values[index] }
      for index in vector.indices { values[index] -= weight * vector[index] }
      return weight
    }
  }

  /// The coefficients of the controls in the combination that has these weights along the vectors.
  func coefficients(ofWeights weights: [Double]) -> [Double] {
    var coefficients = weights
    for control in weights.indices.reversed() {
      for later in weights.indices where later > control {
        coefficients[control] -= triangle[later][control] * coefficients[later]
      }
      coefficients[control] /= triangle[control][control]
    }
    return coefficients
  }

  /// The coordinates along the vectors that a point with these deviations of the controls has.
  func coordinates(of deviations: [Double]) -> [Double] {
    var coordinates: [Double] = []
    for (control, deviation) in deviations.enumerated() {
      let earlier = zip(triangle[control], coordinates).reduce(0) { $0 + $1.0 * $1.1 }
      coordinates.append((deviation - earlier) / triangle[control][control])
    }
    return coordinates
  }

  private static func length(_ values: [Double]) -> Double {
    values.reduce(0) { $0 + $1 * $1 }.squareRoot()
  }
}
