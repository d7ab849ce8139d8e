import OutputStatistics
import SensitivityAnalysis
import Testing

@Suite("Estimators of Sobol' indices")
struct SobolEstimatorTests {
  private let layout = SaltelliLayout(inputCount: 3, hasSecondOrder: true)
  private let bootstrap = Bootstrap(seed: 3, resampleCount: 200)
  private let fewResamples = Bootstrap(seed: 3, resampleCount: 20)

  /// Outputs of a model at random points.
  private func outputs(
    basePoints: Int, seed: UInt64 = 1, secondOrder: Bool = true, _ model: ([Double]) -> Double
  ) throws -> RunOutputs {
    let rows = (0..<basePoints).flatMap { number in
      let point = TestModels.point(seed: seed, number: number, dimensions: 6)
      return SaltelliRun.block(
        Array(point.prefix(3)), Array(point.suffix(3)), secondOrder: secondOrder)
    }
    return try RunOutputs(oneRunPerRow: rows.map(model))
  }

  @Test("the layout without BA has one row for each input and two more")
  func rows() {
    #expect(SaltelliLayout(inputCount: 5, hasSecondOrder: false).rowsPerBasePoint == 7)
    #expect(SaltelliLayout(inputCount: 5, hasSecondOrder: true).rowsPerBasePoint == 12)
  }

  @Test("with the rows BA the symmetric estimator is the default, without them SALib's")
  func recommended() {
    #expect(SobolEstimator.recommended(for: layout) == .azzini)
    let small = SaltelliLayout(inputCount: 3, hasSecondOrder: false)
    #expect(SobolEstimator.recommended(for: small) == .saltelliJansen)
  }

  @Test("the symmetric estimator has less than half the squared error of SALib's")
  func symmetricIsBetter() throws {
    // Measured over many designs the ratio is about 0.35 at this size.
    let first = [0.31390519114781146, 0.4424111447900409, 0]
    let total = [0.5575888552099592, 0.4424111447900409, 0.24368366406214773]
    var errors: [SobolEstimator: Double] = [:]
    for seed in 0..<40 as Range<UInt64> {
      let outputs = try outputs(basePoints: 64, seed: seed, TestModels.ishigami)
      for estimator in [SobolEstimator.saltelliJansen, .azzini] {
        let found = try SobolIndices(
          outputs, layout: layout, luck: .none, estimator: estimator, bootstrap: fewResamples)
        for (input, index) in found.inputs.enumerated() {
          let (one, all) = (index.firstOrder.value - first[input], index.total.value - total[input])
          errors[estimator, default: 0] += one * one + all * all
        }
      }
    }
    let symmetric = try #require(errors[.azzini])
    let salib = try #require(errors[.saltelliJansen])
    #expect(symmetric < 0.5 * salib, "\(symmetric / salib)")
  }

  @Test("an input that does nothing has indices and intervals of exactly 0")
  func inert() throws {
    let outputs = try outputs(basePoints: 32, TestModels.linear)
    for estimator in [SobolEstimator.saltelliJansen, .azzini] {
      let found = try SobolIndices(
        outputs, layout: layout, luck: .none, estimator: estimator, bootstrap: bootstrap)
      for estimate in [found.inputs[2].firstOrder, found.inputs[2].total] {
        #expect(estimate.value == 0)
        #expect(estimate.interval?.lower == 0 && estimate.interval?.upper == 0)
      }
    }
  }

  @Test("an input that does everything has indices of 1 by the symmetric estimator")
  func alone() throws {
    let outputs = try outputs(basePoints: 16) { 3 * $0[1] * $0[1] - 5 }
    let found = try SobolIndices(outputs, layout: layout, luck: .none, bootstrap: bootstrap)
    #expect((found.inputs[1].firstOrder.value - 1).magnitude < 1e-12)
    #expect((found.inputs[1].total.value - 1).magnitude < 1e-12)
  }

  @Test("a product of two inputs is all second order")
  func pure() throws {
    let outputs = try outputs(basePoints: 4096) { ($0[0] - 0.5) * ($0[2] - 0.5) }
    for estimator in SobolEstimator.allCases {
      let found = try SobolIndices(
        outputs, layout: layout, luck: .none, estimator: estimator, bootstrap: bootstrap)
      // The standard error is about 0.03 for each; 5 of them fail with a chance of 6e-7.
      #expect((found.interactions[1].index.value - 1).magnitude < 0.15)
      #expect(found.interactions[0].index.value.magnitude < 0.15)
      #expect(found.inputs[0].firstOrder.value.magnitude < 0.15)
      #expect((found.inputs[0].total.value - 1).magnitude < 0.15)
    }
  }

  @Test("neither the unit of the output nor its zero matters")
  func invariant() throws {
    let plain = try outputs(basePoints: 64, TestModels.ishigami)
    let moved = try outputs(basePoints: 64) { 1000 * TestModels.ishigami($0) - 1e6 }
    for estimator in SobolEstimator.allCases {
      let one = try SobolIndices(
        plain, layout: layout, luck: .none, estimator: estimator, bootstrap: bootstrap)
      let other = try SobolIndices(
        moved, layout: layout, luck: .none, estimator: estimator, bootstrap: bootstrap)
      #expect(
        largestDifference(one.inputs.map(\.firstOrder.value), other.inputs.map(\.firstOrder.value))
          < 1e-9)
      #expect((other.variance / one.variance / 1e6 - 1).magnitude < 1e-9)
    }
  }

  @Test("the dummy of a deterministic model is 0 within its interval")
  func dummy() throws {
    let outputs = try outputs(basePoints: 1024, TestModels.ishigami)
    let found = try SobolIndices(outputs, layout: layout, luck: .none, bootstrap: bootstrap)
    #expect(found.noise == nil)
    #expect(found.shares == .ofOutput)
    for estimate in [found.dummy.firstOrder, found.dummy.total] {
      // 2.5 half-widths of a 95 % interval are 5 standard errors: a chance of 6e-7.
      let interval = try #require(estimate.interval)
      #expect(estimate.value.magnitude < 2.5 * interval.halfWidth)
      #expect(interval.halfWidth > 0.01 && interval.halfWidth < 0.2)
    }
  }

  @Test("intervals cover the true indices about as often as they say")
  func coverage() throws {
    // 40 designs, 6 indices each: 95 % of 240 is 228. Were the indices independent, the standard
    // deviation would be 3.4; as if only 80 of them were, it is 5.8. Percentile intervals of 128
    // points fall a few short besides, so below 200 means something is wrong.
    let truth = [0.8, 0.2, 0]
    var covered = 0
    for seed in 0..<40 as Range<UInt64> {
      let outputs = try outputs(basePoints: 128, seed: seed, TestModels.linear)
      let found = try SobolIndices(outputs, layout: layout, luck: .none, bootstrap: bootstrap)
      for (index, expected) in zip(found.inputs, truth) {
        for estimate in [index.firstOrder, index.total]
        where estimate.interval?.contains(expected) == true { covered += 1 }
      }
    }
    #expect(covered >= 200)
  }
}
