import OutputStatistics
import Testing

import SensitivityAnalysis

/// What SALib and independent code find at the same points.
private struct Reference: Decodable {
  struct Ishigami: Decodable {
    let basePoints: Int
    let mean: Double
    let S1, ST, S2, jansenS1, jansenST: [Double]
  }
  struct Resampling: Decodable {
    let basePoints, skipped: Int
    let resamples: [[Int]]
    let S1, ST: [[Double]]
    let lowerS1, upperS1: [Double]
  }
  struct GFunction: Decodable {
    let basePoints: Int
    let S1, ST: [Double]
  }
  let directionNumbers: [[UInt32]]
  let analyticS1, analyticST: [Double]
  let ishigami: [Ishigami]
  let bootstrap: Resampling
  let gCoefficients: [Double]
  let gFunction: [GFunction]

  var points: SobolPoints { SobolPoints(rows: directionNumbers) }
}

@Suite("Sobol' indices beside reference values")
struct SobolReferenceTests {
  private let reference: Reference
  private let layout = SaltelliLayout(inputCount: 3, hasSecondOrder: true)
  private let bootstrap = Bootstrap(seed: 1, resampleCount: 20)

  init() throws { reference = try ReferenceFile.read("sobol", as: Reference.self) }

  private func ishigami(_ basePoints: Range<Int>) throws -> RunOutputs {
    try SaltelliRun.outputs(
      of: TestModels.ishigami, points: reference.points, basePoints: basePoints, inputs: 3,
      secondOrder: true)
  }

  @Test("SALib's estimators find SALib's numbers on the Ishigami function")
  func salib() throws {
    for expected in reference.ishigami {
      let outputs = try ishigami(0..<expected.basePoints)
      #expect((outputs.mean - expected.mean).magnitude < 1e-10)
      let found = try SobolIndices(
        outputs, layout: layout, luck: .none, estimator: .saltelliJansen, bootstrap: bootstrap)
      #expect(largestDifference(found.inputs.map(\.firstOrder.value), expected.S1) < 1e-10)
      #expect(largestDifference(found.inputs.map(\.total.value), expected.ST) < 1e-10)
      #expect(largestDifference(found.interactions.map(\.index.value), expected.S2) < 1e-10)
      #expect(found.interactions.map { [$0.first, $0.second] } == [[0, 1], [0, 2], [1, 2]])
    }
  }

  @Test("Jansen's estimators find the reference values")
  func jansen() throws {
    for expected in reference.ishigami {
      let found = try SobolIndices(
        try ishigami(0..<expected.basePoints), layout: layout, luck: .none, estimator: .jansen,
        bootstrap: bootstrap)
      #expect(largestDifference(found.inputs.map(\.firstOrder.value), expected.jansenS1) < 1e-10)
      #expect(largestDifference(found.inputs.map(\.total.value), expected.jansenST) < 1e-10)
    }
  }

  @Test("the layout without second order finds SALib's numbers on the G function")
  func gFunction() throws {
    let layout = SaltelliLayout(inputCount: 8, hasSecondOrder: false)
    for expected in reference.gFunction {
      let outputs = try SaltelliRun.outputs(
        of: TestModels.g(reference.gCoefficients), points: reference.points,
        basePoints: 0..<expected.basePoints, inputs: 8, secondOrder: false)
      let found = try SobolIndices(outputs, layout: layout, luck: .none, bootstrap: bootstrap)
      #expect(found.estimator == .saltelliJansen)
      #expect(found.interactions.isEmpty)
      #expect(largestDifference(found.inputs.map(\.firstOrder.value), expected.S1) < 1e-10)
      #expect(largestDifference(found.inputs.map(\.total.value), expected.ST) < 1e-10)
    }
  }

  @Test("given resamples give the reference indices and percentiles")
  func resamples() throws {
    let expected = reference.bootstrap
    let outputs = try ishigami(expected.skipped..<expected.skipped + expected.basePoints)
    let terms = SobolTerms(
      outputs, layout: layout, luck: .none, estimator: .saltelliJansen)
    let found = expected.resamples.map { terms.indices(terms.means(over: $0)) }
    for (indices, (first, total)) in zip(found, zip(expected.S1, expected.ST)) {
      #expect(largestDifference(Array(indices[0..<3]), first) < 1e-10)
      #expect(largestDifference(Array(indices[3..<6]), total) < 1e-10)
    }
    for input in 0..<3 {
      let interval = try #require(bootstrap.interval(of: found.map { $0[input] }))
      #expect((interval.lower - expected.lowerS1[input]).magnitude < 1e-10)
      #expect((interval.upper - expected.upperS1[input]).magnitude < 1e-10)
    }
  }

  @Test("convergence is the indices of the first base points, doubled until all are there")
  func convergence() throws {
    let outputs = try ishigami(0..<256)
    let steps = try SobolIndices.convergence(
      of: outputs, layout: layout, luck: .none, bootstrap: bootstrap)
    #expect(steps.map(\.basePointCount) == [8, 16, 32, 64, 128, 256])
    let half = try SobolIndices(
      ishigami(0..<128), layout: layout, luck: .none, bootstrap: bootstrap)
    #expect(steps[4] == half)
    let errors = steps.map {
      largestDifference($0.inputs.map(\.total.value), reference.analyticST)
    }
    #expect(errors[5] < errors[3] && errors[3] < errors[1])
  }
}
