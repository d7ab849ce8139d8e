import OutputStatistics
import SensitivityAnalysis
import Testing

/// y = 4a + 2b + N(0, 1), c does nothing: indices of the expected output .8 .2 0, variance 5/3.
@Suite("Sobol' indices of noisy outputs")
struct SobolNoiseTests {
  private static let basePoints = 512
  private let bootstrap = Bootstrap(seed: 5, resampleCount: 200)

  /// Outputs at random points; the noise of a run belongs to its row or to its base point.
  private func outputs(
    replications: Int, luck: RunLuck, secondOrder: Bool,
    noise: (_ point: [Double], _ normal: Double) -> Double = { $1 }
  ) throws -> RunOutputs {
    let layout = SaltelliLayout(inputCount: 3, hasSecondOrder: secondOrder)
    let rows = (0..<Self.basePoints).flatMap { number in
      let base = TestModels.point(seed: 21, number: number, dimensions: 6)
      let block = SaltelliRun.block(
        Array(base.prefix(3)), Array(base.suffix(3)), secondOrder: secondOrder)
      return block.enumerated().map { role, point in
        let name = luck == .common ? number : number * layout.rowsPerBasePoint + role
        return (0..<replications).map { replication in
          let normal = TestModels.noise(seed: 22, luck: name, replication: replication)
          return TestModels.linear(point) + noise(point, normal)
        }
      }
    }
    return try RunOutputs(rows)
  }

  /// Whether an estimate is within 5 standard errors of the truth (chance of failing 6e-7), the
  /// standard error taken from the half-width of its 95 % interval.
  private func isNear(_ estimate: IndexEstimate, _ truth: Double) -> Bool {
    guard let interval = estimate.interval else { return false }
    return (estimate.value - truth).magnitude <= 2.5 * interval.halfWidth + 1e-12
  }

  @Test("replications with luck of their own: the noise is taken off", arguments: [true, false])
  func ownLuck(secondOrder: Bool) throws {
    let layout = SaltelliLayout(inputCount: 3, hasSecondOrder: secondOrder)
    let outputs = try outputs(replications: 4, luck: .own, secondOrder: secondOrder)
    let found = try SobolIndices(outputs, layout: layout, luck: .own, bootstrap: bootstrap)
    #expect(found.shares == .ofExpectedOutput)
    for (index, truth) in zip(found.inputs, [0.8, 0.2, 0]) {
      #expect(isNear(index.firstOrder, truth))
      #expect(isNear(index.total, truth))
    }
    // By theory the total index of an input without effect has a standard error of
    // σ² √(2 / (4·3·512)) / V = 0.011; with the noise left in it would be 0.13.
    #expect(found.inputs[2].total.value.magnitude < 0.055)
    // 1 / (5/3 + 1) and (1/4) / (5/3 + 1/4), within 5 standard errors.
    let noise = try #require(found.noise)
    #expect((noise.ofRuns - 0.375).magnitude < 0.05)
    #expect((noise.ofRowMeans - 0.1304).magnitude < 0.02)
    #expect((found.variance - 5.0 / 3).magnitude < 0.3)
  }

  @Test("replications with common luck: no noise is left, an inert input has exactly 0")
  func commonLuckWithReplications() throws {
    let layout = SaltelliLayout(inputCount: 3, hasSecondOrder: true)
    let outputs = try outputs(replications: 3, luck: .common, secondOrder: true)
    let found = try SobolIndices(outputs, layout: layout, luck: .common, bootstrap: bootstrap)
    #expect(found.shares == .ofExpectedOutput)
    for (index, truth) in zip(found.inputs, [0.8, 0.2]) {
      #expect(isNear(index.firstOrder, truth))
      #expect(isNear(index.total, truth))
    }
    #expect(found.inputs[2].firstOrder.value == 0)
    #expect(found.inputs[2].total.value == 0)
  }

  @Test(
    "one run per row with common luck: shares at equal luck, and of the total with the noise share",
    arguments: SobolEstimator.allCases)
  func commonLuckOneRun(estimator: SobolEstimator) throws {
    let layout = SaltelliLayout(inputCount: 3, hasSecondOrder: true)
    let outputs = try outputs(replications: 1, luck: .common, secondOrder: true)
    let found = try SobolIndices(
      outputs, layout: layout, luck: .common, estimator: estimator, bootstrap: bootstrap)
    #expect(found.shares == .atEqualLuck)
    for (index, truth) in zip(found.inputs, [0.8, 0.2, 0]) {
      #expect(isNear(index.firstOrder, truth))
      #expect(isNear(index.total, truth))
    }
    #expect(found.inputs[2].total.value == 0)
    // 1 / (5/3 + 1): the correlation of A and B of a base point, standard error about 0.04.
    let noise = try #require(found.noise)
    #expect((noise.ofRuns - 0.375).magnitude < 0.2)
    // The shares of the total variance, 0.5 and 0.125, as plain SALib finds them.
    let ofTotal = found.inputs.map { $0.total.value * (1 - noise.ofRuns) }
    #expect(largestDifference(ofTotal, [0.5, 0.125, 0]) < 0.2)
  }

  @Test("replications whose luck all base points share: the luck of a replication takes no part")
  func sharedByAll() throws {
    let layout = SaltelliLayout(inputCount: 3, hasSecondOrder: true)
    let rows = (0..<64).flatMap { number in
      let base = TestModels.point(seed: 31, number: number, dimensions: 6)
      return SaltelliRun.block(
        Array(base.prefix(3)), Array(base.suffix(3)), secondOrder: true
      ).map(TestModels.linear)
    }
    let luck = [-3.0, 1, 7]
    let noisy = try SobolIndices(
      RunOutputs(rows.map { output in luck.map { output + $0 } }), layout: layout, luck: .common,
      bootstrap: bootstrap)
    let quiet = try SobolIndices(
      RunOutputs(oneRunPerRow: rows), layout: layout, luck: .common, bootstrap: bootstrap)
    #expect((noisy.variance / quiet.variance - 1).magnitude < 1e-12)
    #expect(
      largestDifference(noisy.inputs.map(\.total.value), quiet.inputs.map(\.total.value)) < 1e-12)
    #expect(
      largestDifference(
        noisy.inputs.map(\.firstOrder.value), quiet.inputs.map(\.firstOrder.value)) < 1e-12)
  }

  @Test("what an input does in interplay with luck counts at equal luck, not for the expectation")
  func interplay() throws {
    // c multiplies the noise: nothing in the expected output, much in every run.
    let layout = SaltelliLayout(inputCount: 3, hasSecondOrder: false)
    let noise = { (point: [Double], normal: Double) in 4 * (point[2] - 0.5) * normal }
    let once = try SobolIndices(
      outputs(replications: 1, luck: .common, secondOrder: false, noise: noise), layout: layout,
      luck: .common, bootstrap: bootstrap)
    // Variance 16/12 at equal luck beside 5/3.
    #expect(isNear(once.inputs[2].total, 4.0 / 9))
    let often = try SobolIndices(
      outputs(replications: 4, luck: .common, secondOrder: false, noise: noise), layout: layout,
      luck: .common, bootstrap: bootstrap)
    #expect(isNear(often.inputs[2].total, 0))
    #expect(isNear(often.inputs[0].total, 0.8))
  }

  @Test(
    "the dummy lies about 0 and its interval reaches beyond what noise leaves of an inert input")
  func dummyCatches() throws {
    for (luck, replications) in [(RunLuck.own, 4), (.common, 3), (.common, 1)] {
      let layout = SaltelliLayout(inputCount: 3, hasSecondOrder: false)
      let outputs = try outputs(replications: replications, luck: luck, secondOrder: false)
      let found = try SobolIndices(outputs, layout: layout, luck: luck, bootstrap: bootstrap)
      #expect(isNear(found.dummy.firstOrder, 0))
      #expect(isNear(found.dummy.total, 0))
      let floor = try #require(found.dummy.total.interval)
      #expect(found.inputs[2].total.value <= floor.upper)
      #expect(found.inputs[1].total.value > floor.upper)
    }
  }

  @Test("one noisy run per row with luck of its own is refused")
  func oneNoisyRun() throws {
    let layout = SaltelliLayout(inputCount: 3, hasSecondOrder: false)
    let outputs = try outputs(replications: 1, luck: .own, secondOrder: false)
    #expect(throws: SensitivityError.noiseUnknown) {
      try SobolIndices(outputs, layout: layout, luck: .own, bootstrap: bootstrap)
    }
  }

  @Test("outputs that are nothing but noise are refused")
  func onlyNoise() throws {
    let layout = SaltelliLayout(inputCount: 1, hasSecondOrder: false)
    // Whatever the row, one replication is high and one low: no variance but within rows.
    let rows = (0..<24).map { $0.isMultiple(of: 2) ? [1.0, -1] : [-1, 1] }
    #expect(throws: SensitivityError.onlyNoise) {
      try SobolIndices(RunOutputs(rows), layout: layout, luck: .own, bootstrap: bootstrap)
    }
    // With one luck for a block all its rows are alike.
    let blocks = (0..<24).map { Double($0 / 3) }
    #expect(throws: SensitivityError.onlyNoise) {
      try SobolIndices(
        RunOutputs(oneRunPerRow: blocks), layout: layout, luck: .common, bootstrap: bootstrap)
    }
  }

  @Test("variance that noise alone may have made is refused, also where it is above 0 by chance")
  func variationOfNoise() throws {
    // Of 40 designs of noise alone some 20 have a variance above 0, each with indices of any size.
    // At most 2.5 per cent may pass: more than 4 of 40 with a chance of 4e-3 (binomial).
    var given = 0
    for seed in 0..<UInt64(40) {
      let layout = SaltelliLayout(inputCount: 2, hasSecondOrder: false)
      let rows = (0..<64 * 4).map { row in
        (0..<2).map { TestModels.noise(seed: 100 + seed, luck: row, replication: $0) }
      }
      do throws(SensitivityError) {
        _ = try SobolIndices(
          RunOutputs(rows), layout: layout, luck: .own,
          bootstrap: Bootstrap(seed: 1, resampleCount: 100))
        given += 1
      } catch {
        #expect(error == .onlyNoise)
      }
    }
    #expect(given <= 4)
  }

  @Test(
    "common luck many times larger than the effects cancels, in every index and the dummy",
    arguments: [1, 2])
  func largeCommonLuck(replications: Int) throws {
    for secondOrder in [false, true] {
      let layout = SaltelliLayout(inputCount: 3, hasSecondOrder: secondOrder)
      // Noise of variance 10,000 beside 5/3, the same in all rows of a base point.
      let outputs = try outputs(
        replications: replications, luck: .common, secondOrder: secondOrder
      ) { 100 * $1 }
      let found = try SobolIndices(outputs, layout: layout, luck: .common, bootstrap: bootstrap)
      for (index, truth) in zip(found.inputs, [0.8, 0.2, 0]) {
        #expect(isNear(index.firstOrder, truth))
        #expect(isNear(index.total, truth))
        #expect((index.firstOrder.interval?.halfWidth ?? 1) < 0.15)
        #expect((index.total.interval?.halfWidth ?? 1) < 0.15)
      }
      for pair in found.interactions { #expect(isNear(pair.index, 0)) }
      #expect(isNear(found.dummy.total, 0))
      #expect((found.dummy.total.interval?.halfWidth ?? 1) < 0.15)
      // 10,000 / (10,000 + 5/3), and half the noise with two replications.
      #expect((try #require(found.noise).ofRowMeans - 1).magnitude < 0.001)
    }
  }
}
