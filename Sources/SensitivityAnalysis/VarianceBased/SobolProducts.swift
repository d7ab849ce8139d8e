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

  /// For each base point one with luck of its own; itself where rows have luck of their own anyway.
  private let partners: [Int]

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
    partners = luck == .common ? Self.partners(of: basePointCount) : Array(0..<basePointCount)
  }

  /// Another base point for each: all of them make one circle.
  ///
  /// Points of a Sobol' sequence are far or near by the digits in which their numbers differ, so
  /// neighbours would go against each other. Here a number is followed by its double in the field
  /// of 2^m numbers: number and double differ in each way once, and far and near are balanced.
  private static func partners(of count: Int) -> [Int] {
    let digits = Swift.max(3, Int.bitWidth - (count - 1).leadingZeroBitCount)
    precondition(digits - 3 < primitivePolynomials.count, "\(count) base points are too many")
    let size = 1 << digits
    var circle = [0]
    var number = 1
    repeat {
      if number < count { circle.append(number) }
      number <<= 1
      if number >= size { number ^= size | primitivePolynomials[digits - 3] }
    } while number != 1
    var partners = [Int](repeating: 0, count: count)
    for (place, number) in circle.enumerated() { partners[number] = circle[(place + 1) % count] }
    return partners
  }

  /// Primitive polynomials over two elements of the degrees 3 to 24, by their digits below the
  /// first (Peterson and Weldon, Error-Correcting Codes, 1972, appendix C).
  private static let primitivePolynomials = [
    0x3, 0x3, 0x5, 0x3, 0x3, 0x1D, 0x11, 0x9, 0x5, 0x53, 0x1B, 0x443, 0x3, 0x100B, 0x9, 0x81, 0x27,
    0x9, 0x5, 0x3, 0x21, 0x87,
  ]

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
    let other = partners[basePoint] * layout.rowsPerBasePoint
    var terms = [
      0.5 * (square(a, zero) + square(b, zero)),
      0.5 * square(a, b),
      luck == .common
        ? 0.5 * product(a, b, other, other + layout.rowsPerBasePoint - 1)
        : product(a, zero, b, zero),
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
    case .saltelliJansen where luck == .common: covariance(b, ab, a: a, b: b)
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
    let one = covariance(ba(first, a), ab(second, a), a: a, b: b)
    guard estimator == .azzini else { return one }
    return 0.5 * (one + covariance(ba(second, a), ab(first, a), a: a, b: b))
  }

  /// The covariance of two rows of a base point: their product less that of A and B; or from
  /// differences alone, (A - B)² / 2 - (p - q)² / 2, in which luck that they share cancels.
  private func covariance(_ p: Int, _ q: Int, a: Int, b: Int) -> Double {
    luck == .common
      ? 0.5 * (square(a, b) - square(p, q))
      : product(p, zero, q, zero) - product(a, zero, b, zero)
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
