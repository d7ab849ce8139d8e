/// What each base point of a Saltelli design adds to the sums that Sobol' indices are ratios of.
///
/// Products are taken between different replications only, averaged over all ordered pairs r ≠ s:
/// the noise of one is independent of the noise of the other, so E[X_r Y_s] is the product of the
/// expectations given the point. So neither numerators nor denominators contain noise, whether the
/// rows share their luck or not. It is the U-statistic of the product, equal to the product of the
/// row means less the covariance between replications over their number. With one run per row
/// products are plain.
///
/// Where the rows of a base point share their luck, only differences between them are used: what
/// luck does to all of them alike cancels, however much larger it is than the effects.
package struct SobolTerms {
  /// Where the terms of a base point are; those of inputs, pairs and replications come after.
  enum Position {
    /// (A² + B²) / 2.
    static let square = 0
    /// (A - B)² / 2.
    static let halfDifference = 1
    /// A times B; with common luck (A - B)(A' - B') / 2, where A' and B' are of another base
    /// point. Its expectation is 0 but for the mean.
    static let productOfAB = 2
    /// B².
    static let squareOfB = 3
    /// The numerators of the first order; from here on one term an input.
    static let firstOrder = 4
  }

  let layout: SaltelliLayout
  let estimator: SobolEstimator
  let luck: RunLuck
  let basePointCount: Int
  let replicationCount: Int

  /// How many terms a base point has.
  let count: Int

  /// The variance between replications within a row, averaged over rows; 0 with one replication.
  let withinRowVariance: Double

  /// The terms, those of a base point together.
  private let terms: [Double]

  /// The terms of outputs whose rows fit the layout.
  package init(
    _ outputs: RunOutputs, layout: SaltelliLayout, luck: RunLuck, estimator: SobolEstimator
  ) {
    precondition(
      estimator != .azzini || layout.hasSecondOrder, "the estimator azzini needs the rows BA")
    let products = SobolProducts(outputs, layout: layout, luck: luck, estimator: estimator)
    self.layout = layout
    self.estimator = estimator
    self.luck = luck
    basePointCount = products.basePointCount
    replicationCount = outputs.replicationCount
    withinRowVariance = products.meanVarianceWithinRows()
    terms = (0..<products.basePointCount).flatMap { products.terms(ofBasePoint: $0) }
    count = terms.count / products.basePointCount
  }

  /// The means of the terms over all base points.
  package func means() -> [Double] { means(over: 0..<basePointCount) }

  /// The means of the terms over some base points, each as often as it is named.
  package func means(over basePoints: some Collection<Int>) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for basePoint in basePoints {
      let start = basePoint * count
      for index in 0..<count { sums[index] += terms[start + index] }
    }
    return sums.map { $0 / Double(basePoints.count) }
  }

  // Where the means of the terms of inputs, pairs and replications begin.
  private var totalStart: Int { Position.firstOrder + layout.inputCount }
  private var varianceStart: Int { totalStart + layout.inputCount }
  private var pairStart: Int { varianceStart + (estimator == .azzini ? layout.inputCount : 0) }

  /// The variance of the outputs or, with replications, of their expectation.
  package func pooledVariance(_ means: [Double]) -> Double {
    let mean = means.suffix(replicationCount)
    let sum = mean.reduce(0, +)
    let squares = mean.reduce(0) { $0 + $1 * $1 }
    let pairs = Double(replicationCount * (replicationCount - 1))
    return means[Position.square] - (pairs > 0 ? (sum * sum - squares) / pairs : squares)
  }

  /// The variance of which indices are shares.
  package func variance(_ means: [Double]) -> Double {
    luck == .common ? means[Position.halfDifference] : pooledVariance(means)
  }

  /// The indices: first orders, totals, pairs in the order 01, 02, ... 12, ..., then the first
  /// order and the total of the dummy.
  ///
  /// NaN where the variance is not positive.
  package func indices(_ means: [Double]) -> [Double] {
    let inputs = layout.inputCount
    let variance = variance(means)
    let share = { (part: Double, whole: Double) in whole > 0 ? part / whole : .nan }
    let denominators = (0..<inputs).map { input in
      estimator == .azzini ? means[varianceStart + input] : variance
    }
    var indices = (0..<inputs).map { input in
      let index = share(means[Position.firstOrder + input], denominators[input])
      return estimator == .jansen ? 1 - index : index
    }
    indices += (0..<inputs).map { share(means[totalStart + $0], denominators[$0]) }
    if layout.hasSecondOrder {
      var position = pairStart
      for first in 0..<inputs {
        for second in first + 1..<inputs {
          indices.append(share(means[position], variance) - indices[first] - indices[second])
          position += 1
        }
      }
    }
    let product = means[Position.productOfAB]
    if luck == .common { return indices + [share(product, variance), share(product, variance)] }
    let covariance = product - (means[Position.square] - variance)
    let total = variance - means[Position.squareOfB] + product
    return indices + [share(covariance, variance), share(total, variance)]
  }

  /// How much noise there is; nil for a deterministic model.
  func noise(_ means: [Double]) -> NoiseShare? {
    if luck == .none { return nil }
    let variance = variance(means)
    if replicationCount == 1 {
      // What A and B of a base point have in common is luck.
      let share = Swift.max(0, 1 - variance / pooledVariance(means))
      return NoiseShare(ofRuns: share, ofRowMeans: share)
    }
    return NoiseShare(
      expectedVariance: variance, noiseVariance: withinRowVariance,
      replicationCount: replicationCount)
  }
}
