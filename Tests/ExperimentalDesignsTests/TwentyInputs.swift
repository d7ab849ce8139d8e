/// The example of Morris (1991): 20 inputs, of which the last ten hardly matter.
enum TwentyInputs {
  /// Mean absolute effects from 2,000 trajectories (SALib 1.6.0).
  static let muStar = [
    65.5406, 64.1530, 51.1531, 63.2689, 51.2825, 44.3332, 34.7671, 37.3027, 42.2618, 37.5695,
    5.4285, 5.2798, 5.2611, 5.5096, 5.3405, 5.4796, 5.3099, 5.2357, 5.3532, 5.4181,
  ]

  /// Standard deviations of the effects, from the same.
  static let sigma = [
    77.3623, 75.7496, 69.8117, 76.3395, 70.4880, 53.5237, 25.8960, 6.7535, 6.6755, 6.6993,
    6.7708, 6.5638, 6.5839, 6.8032, 6.6640, 6.7807, 6.6268, 6.4705, 6.6382, 6.7110,
  ]

  static func value(_ x: [Double]) -> Double {
    let w = x.enumerated().map { index, x in
      index == 2 || index == 4 || index == 6
        ? 2 * (1.1 * x / (x + 0.1) - 0.5) : 2 * (x - 0.5)
    }
    var sum = 0.0
    for i in 1...20 {
      sum += (i <= 10 ? 20 : sign(i)) * w[i - 1]
      for j in (i + 1)..<max(21, i + 1) {
        sum += (j <= 6 ? -15 : sign(i + j)) * w[i - 1] * w[j - 1]
      }
    }
    // Interactions of three and four of the first inputs: elementary symmetric polynomials.
    sum += -10 * symmetric(3, of: Array(w[..<5])) + 5 * symmetric(4, of: Array(w[..<4]))
    return sum
  }

  private static func sign(_ number: Int) -> Double { number.isMultiple(of: 2) ? 1 : -1 }

  private static func symmetric(_ degree: Int, of values: [Double]) -> Double {
    var sums = [1.0] + [Double](repeating: 0, count: degree)
    for value in values {
      for order in stride(from: degree, to: 0, by: -1) { sums[order] += sums[order - 1] * value }
    }
    return sums[degree]
  }
}
