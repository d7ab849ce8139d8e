import ElementaryFunctions
import OutputStatistics
import Testing

@Suite("Control variates")
struct ControlVariatesTests {
  private let thirdSample: [Double] = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3]

  @Test("one control agrees with a regression in forty digits")
  func one() throws {
    let found = try ControlVariates(
      responses: ReferenceValues.sampleA, controls: [ReferenceValues.sampleB], expected: [7.3],
      level: 0.95)
    #expect(close(found.coefficients[0], 1.0596846846846848))
    #expect(close(found.mean, 8.031644144144144))
    #expect(close(found.standardError, 0.09722534818649609))
    #expect(close(found.interval.halfWidth, 0.2242020549647248, within: 1e-10))
    #expect(close(try #require(found.varianceRatio), 21.975925578793305))
    #expect(found.count == 10)
  }

  @Test("two controls agree with a regression in forty digits")
  func two() throws {
    let found = try ControlVariates(
      responses: ReferenceValues.sampleA, controls: [ReferenceValues.sampleB, thirdSample],
      expected: [7.3, 4], level: 0.9)
    #expect(close(found.coefficients[0], 1.0782969504770943))
    #expect(close(found.coefficients[1], 0.06384087047765502))
    #expect(close(found.mean, 8.035422513980972))
    #expect(close(found.standardError, 0.08747858375305823))
    #expect(close(found.interval.halfWidth, 0.16573505318211834, within: 1e-10))
    #expect(close(try #require(found.varianceRatio), 27.145803637385214))
  }

  @Test("the unit of a control and its zero change nothing but its coefficient")
  func units() throws {
    let plain = try ControlVariates(
      responses: ReferenceValues.sampleA, controls: [thirdSample, ReferenceValues.sampleB],
      expected: [4, 7.3], level: 0.9)
    let scaled = try ControlVariates(
      responses: ReferenceValues.sampleA,
      controls: [thirdSample.map { 1e6 + 1000 * $0 }, ReferenceValues.sampleB.map { -$0 }],
      expected: [1_004_000, -7.3], level: 0.9)
    #expect(close(scaled.coefficients[0], plain.coefficients[0] / 1000, within: 1e-9))
    #expect(close(scaled.coefficients[1], -plain.coefficients[1], within: 1e-9))
    #expect(close(scaled.mean, plain.mean, within: 1e-9))
    #expect(close(scaled.standardError, plain.standardError, within: 1e-9))
  }

  @Test("the exponential of a uniform, controlled by it, gains what theory says")
  func exponential() throws {
    // From the influence functions: the logarithm of the ratio has standard deviation 0.892 and the
    // coefficient 0.22, both over √n.
    var random = SplitMix64(seed: 33)
    let uniforms = (0..<4000).map { _ in random.uniform() }
    let found = try ControlVariates(
      responses: uniforms.map { Portable.exp($0) }, controls: [uniforms], expected: [0.5],
      level: 0.95)
    let root = 4000.0.squareRoot()
    let logRatio = Portable.log(try #require(found.varianceRatio) / 61.42688171304344)
    #expect(logRatio.magnitude < allowedStandardErrors * 0.892 / root)
    #expect(
      (found.coefficients[0] - 1.6903090292457295).magnitude < allowedStandardErrors * 0.22 / root)
    let standardError = 0.00394022292362875.squareRoot() / root
    #expect((found.mean - 1.718281828459045).magnitude < allowedStandardErrors * standardError)
  }

  @Test("the interval covers exactly as often as it says for few normal replications")
  func coverage() throws {
    // 3,000 intervals from 7 replications with two controls: 4 degrees of freedom.
    var random = SplitMix64(seed: 18)
    var covering = 0.0
    for _ in 0..<3000 {
      var responses: [Double] = []
      var controls: [[Double]] = [[], []]
      for _ in 0..<7 {
        let (first, second) = (random.normal(), random.normal())
        controls[0].append(first)
        controls[1].append(first + second)
        responses.append(5 + 2 * first - second + random.normal())
      }
      let found = try ControlVariates(
        responses: responses, controls: controls, expected: [0, 0], level: 0.9)
      if found.interval.contains(5) { covering += 1 }
    }
    let standardError = (0.9 * 0.1 / 3000).squareRoot()
    #expect((covering / 3000 - 0.9).magnitude < allowedStandardErrors * standardError)
  }

  @Test("a control that explains everything leaves nothing to chance")
  func everything() throws {
    let found = try ControlVariates(
      responses: thirdSample.map { 2 * $0 + 1 }, controls: [thirdSample], expected: [4], level: 0.9)
    #expect(close(found.mean, 9))
    #expect(found.standardError < 1e-12)
    #expect(try #require(found.varianceRatio) > 1e20)
  }

  @Test("a response that never varies has no ratio and no width")
  func constantResponse() throws {
    let found = try ControlVariates(
      responses: [2, 2, 2, 2], controls: [[1, 2, 3, 5]], expected: [1], level: 0.9)
    #expect(found.mean == 2)
    #expect(found.interval.halfWidth == 0)
    #expect(found.varianceRatio == nil)
  }

  private func error(_ controls: [[Double]]) -> VarianceReductionError? {
    #expect(throws: VarianceReductionError.self) {
      try ControlVariates(
        responses: ReferenceValues.sampleA, controls: controls,
        expected: controls.map { _ in 0 }, level: 0.9)
    }
  }

  @Test("a control that never varies is refused by its number")
  func constantControl() {
    let constant = [Double](repeating: 0.1, count: 10)
    #expect(error([ReferenceValues.sampleB, constant]) == .constantControl(index: 1))
    #expect(error([[Double](repeating: 0, count: 10)]) == .constantControl(index: 0))
  }

  @Test("a control that follows from others is refused by its number")
  func collinearControls() {
    let sum = zip(ReferenceValues.sampleB, thirdSample).map { 0.3 * $0 - 0.7 * $1 + 1e3 }
    let found = error([ReferenceValues.sampleB, thirdSample, sum])
    #expect(found == .collinearControl(index: 2))
    #expect(error([thirdSample, thirdSample]) == .collinearControl(index: 1))
  }

  @Test("controls that are almost but not quite collinear are still told apart")
  func almostCollinear() throws {
    let close = zip(thirdSample, ReferenceValues.sampleB).map { $0 + 1e-6 * $1 }
    let found = try ControlVariates(
      responses: ReferenceValues.sampleA, controls: [thirdSample, close],
      expected: [4, 4 + 7.3e-6], level: 0.9)
    // The same plane as that of the two samples themselves.
    #expect((found.mean - 8.035422513980972).magnitude < 1e-8)
  }

  @Test("too few replications for so many controls are refused")
  func tooFew() {
    #expect(throws: VarianceReductionError.tooFewReplications(found: 3, needed: 4)) {
      try ControlVariates(
        responses: [1, 2, 3], controls: [[1, 2, 4], [2, 1, 3]], expected: [0, 0], level: 0.9)
    }
    #expect(
      VarianceReductionError.tooFewReplications(found: 3, needed: 4).description
        == "found 3 replications, at least 4 are needed")
  }

  @Test("numbers that are not finite are programming errors")
  func notFinite() async {
    await #expect(processExitsWith: .failure) {
      _ = try ControlVariates(
        responses: [1, 2, .nan], controls: [[1, 2, 4]], expected: [0], level: 0.9)
    }
    await #expect(processExitsWith: .failure) {
      _ = try ControlVariates(
        responses: [1, 2, 3], controls: [[1, .infinity, 4]], expected: [0], level: 0.9)
    }
    await #expect(processExitsWith: .failure) {
      _ = try ControlVariates(
        responses: [1, 2, 3], controls: [[1, 2, 4]], expected: [.nan], level: 0.9)
    }
  }

  @Test("candidates that are of no use are left out")
  func candidates() throws {
    let responses = ReferenceValues.sampleA + ReferenceValues.sampleA.map { $0 + 0.25 }
    let useful = ReferenceValues.sampleB + ReferenceValues.sampleB.map { $0 - 0.5 }
    let constant = [Double](repeating: 3, count: 20)
    let found = ControlVariates(
      responses: responses, candidates: [constant, useful, useful.map { 2 * $0 }],
      expected: [3, 7.3, 14.6], level: 0.95)
    #expect(
      try found
        == ControlVariates(
          responses: responses, controls: [useful], expected: [7.3], level: 0.95))
    // Two controls would need twenty replications.
    #expect(
      ControlVariates(
        responses: ReferenceValues.sampleA, candidates: [ReferenceValues.sampleB, thirdSample],
        expected: [7.3, 4], level: 0.95) == nil)
    #expect(
      ControlVariates(
        responses: responses, candidates: [constant], expected: [3], level: 0.95) == nil)
  }
}
