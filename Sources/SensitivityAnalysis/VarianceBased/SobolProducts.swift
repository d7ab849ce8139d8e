/// The products of outputs that make up the terms of Sobol' indices.
struct SobolProducts {
  let layout: SaltelliLayout
  let estimator: SobolEstimator
  let luck: RunLuck
  let basePointCount: Int

  private let replicationCount: Int

  /// The outputs less their mean, followed by a row of zeros, which stands for the mean.
  private let centred: [Double]

  /// The number of that last row.
  private let zero: Int

  init(
    _ outputs: RunOutputs, layout: SaltelliLayout, luck: RunLuck, estimator: SobolEstimator
  ) {
    let mean = outputs.mean
    self.layout = layout
    self.estimator = estimator
    self.luck = luck
    basePointCount = outputs.rowCount / layout.rowsPerBasePoint
    replicationCount = outputs.replicationCount
    centred =
      outputs.values.map { $0 - mean } + [Double](repeating: 0, count: outputs.replicationCount)
    zero = outputs.rowCount
  }

  /// The variance between the replications of a row, mean over all rows; 0 with one replication.
  func meanVarianceWithinRows() -> Double {
    guard replicationCount > 1 else { return 0 }
    var sum = 0.0
    for row in 0..<zero {
      let outputs = centred[row * replicationCount..<(row + 1) * replicationCount]
      let mean = outputs.reduce(0, +) / Double(replicationCount)
      sum += outputs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }
    return sum / Double(zero * (replicationCount - 1))
  }

  /// The terms of a base point, in the order in which `SobolTerms` reads them.
  func terms(ofBasePoint basePoint: Int) -> [Double] {
    let a = basePoint * layout.rowsPerBasePoint
    let b = a + layout.rowsPerBasePoint - 1
    // With one run per row and the same luck in A and B, their product contains that luck. B of the
    // next base point has luck of its own.
    let next = (basePoint + 1) % basePointCount * layout.rowsPerBasePoint
    let otherB =
      luck == .common && replicationCount == 1 ? next + layout.rowsPerBasePoint - 1 : b
    var terms = [
      0.5 * (square(a, zero) + square(b, zero)),
      0.5 * square(a, b),
      product(a, zero, otherB, zero),
      square(b, zero),
    ]
    for input in 0..<layout.inputCount { terms.append(firstOrder(input, a: a, b: b)) }
    for input in 0..<layout.inputCount { terms.append(total(input, a: a, b: b)) }
    if estimator == .azzini {
      for input in 0..<layout.inputCount {
        terms.append(0.25 * (square(a, b) + square(ba(input, a), ab(input, a))))
      }
    }
    if layout.hasSecondOrder {
      for first in 0..<layout.inputCount {
        for second in first + 1..<layout.inputCount {
          terms.append(pair(first, second, a: a, b: b))
        }
      }
    }
    for index in 0..<replicationCount {
      terms.append(
        0.5 * (centred[a * replicationCount + index] + centred[b * replicationCount + index]))
    }
    return terms
  }

  /// The row of `a` with an input taken from B.
  private func ab(_ input: Int, _ a: Int) -> Int { a + 1 + input }

  /// The row of B with an input taken from `a`.
  private func ba(_ input: Int, _ a: Int) -> Int { a + 1 + layout.inputCount + input }

  private func firstOrder(_ input: Int, a: Int, b: Int) -> Double {
    let ab = ab(input, a)
    return switch estimator {
    case .saltelliJansen: product(b, zero, ab, a)
    case .jansen: 0.5 * square(b, ab)
    case .azzini: 0.5 * product(ba(input, a), b, a, ab)
    }
  }

  private func total(_ input: Int, a: Int, b: Int) -> Double {
    let fromA = 0.5 * square(a, ab(input, a))
    return estimator == .azzini ? 0.5 * fromA + 0.25 * square(b, ba(input, a)) : fromA
  }

  /// What two inputs explain together: BAj and ABk have both in common, A and B nothing.
  private func pair(_ first: Int, _ second: Int, a: Int, b: Int) -> Double {
    let one = product(ba(first, a), zero, ab(second, a), zero)
    let other =
      estimator == .azzini ? product(ba(second, a), zero, ab(first, a), zero) : one
    return 0.5 * (one + other) - product(a, zero, b, zero)
  }

  private func square(_ p: Int, _ q: Int) -> Double { product(p, q, p, q) }

  /// The product of two differences between rows, p - q and s - t, over different replications.
  private func product(_ p: Int, _ q: Int, _ s: Int, _ t: Int) -> Double {
    let count = replicationCount
    if count == 1 { return (centred[p] - centred[q]) * (centred[s] - centred[t]) }
    var (left, right, both) = (0.0, 0.0, 0.0)
    for index in 0..<count {
      let x = centred[p * count + index] - centred[q * count + index]
      let y = centred[s * count + index] - centred[t * count + index]
      left += x
      right += y
      both += x * y
    }
    return (left * right - both) / Double(count * (count - 1))
  }
}
