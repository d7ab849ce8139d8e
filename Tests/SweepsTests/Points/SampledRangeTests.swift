import ScenarioFormat
import Sweeps
import Testing

/// Values by their quantiles, against those of the distributions.
@Suite("Sampled ranges")
struct SampledRangeTests {
  private func range(
    _ distribution: Uncertainty, _ limits: QuantityRange = .any, isWhole: Bool = false
  ) throws -> SampledRange {
    try #require(SampledRange(distribution, cutTo: limits, isWhole: isWhole))
  }

  private func expect(
    _ range: SampledRange, _ quantile: Double, _ value: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let found = range.value(at: quantile)
    #expect(
      abs(found - value) <= 1e-14 * max(1, abs(value)), "\(found)", sourceLocation: sourceLocation)
  }

  @Test("A uniform distribution is a straight line between its ends")
  func uniform() throws {
    let range = try range(.uniform(lower: -1, upper: 3))
    for (quantile, value) in [(0.0, -1.0), (0.25, 0), (0.5, 1), (1, 3)] {
      expect(range, quantile, value)
    }
  }

  @Test("A triangular distribution has the quantiles that its two parabolas give")
  func triangular() throws {
    let range = try range(.triangular(lower: 0, mode: 1, upper: 4))
    for (quantile, value) in [
      (0.0, 0.0), (0.0625, 0.5), (0.25, 1), (0.75, 4 - 3.0.squareRoot()), (1, 4),
    ] { expect(range, quantile, value) }
    let left = try self.range(.triangular(lower: 2, mode: 2, upper: 6))
    for (quantile, value) in [(0.0, 2.0), (0.4375, 3), (1, 6)] { expect(left, quantile, value) }
    let right = try self.range(.triangular(lower: 2, mode: 6, upper: 6))
    for (quantile, value) in [(0.0, 2.0), (0.5625, 5), (1, 6)] { expect(right, quantile, value) }
  }

  @Test("A normal distribution has the quantiles of the tables, and ends at 10^-9")
  func normal() throws {
    let range = try range(.normal(mean: 10, standardDeviation: 2))
    expect(range, 0.5, 10)
    expect(range, 0.975, 10 + 2 * 1.959963984540054)
    expect(range, 0.1, 10 - 2 * 1.2815515655446004)
    #expect(abs(range.value(at: 0) - (10 - 2 * 5.997807015008182)) < 1e-12)
    #expect(abs(range.value(at: 1) - (10 + 2 * 5.997807015008182)) < 1e-6)
  }

  @Test("A lognormal distribution has mean m and median m over the root of 1 + cv^2")
  func lognormal() throws {
    let range = try range(.lognormal(mean: 8, coefficientOfVariation: 0.75))
    expect(range, 0.5, 8 / 1.25)
    // The mean by the midpoint rule; the last interval holds most of the error.
    let count = 20_000
    let mean =
      (0..<count).map { range.value(at: (Double($0) + 0.5) / Double(count)) }.reduce(0, +)
      / Double(count)
    #expect(abs(mean / 8 - 1) < 1e-3)
  }

  @Test("A distribution that is cut has the quantiles of what is left, not heaps at the limits")
  func cut() throws {
    let half = try range(.normal(mean: 0, standardDeviation: 1), .nonNegative)
    expect(half, 0, 0)
    expect(half, 0.5, 0.6744897501960817)
    let uniform = try range(.uniform(lower: -1, upper: 1), .nonNegative)
    for (quantile, value) in [(0.0, 0.0), (0.5, 0.5), (1, 1)] { expect(uniform, quantile, value) }
    let triangle = try range(.triangular(lower: -1, mode: 0, upper: 1), .nonNegative)
    for (quantile, value) in [(0.0, 0.0), (0.75, 0.5), (1, 1)] { expect(triangle, quantile, value) }
    let skill = try range(.lognormal(mean: 1, coefficientOfVariation: 1), .fraction)
    #expect(skill.value(at: 0) > 0 && abs(skill.value(at: 1) - 1) < 1e-12)
  }

  @Test("An end that is excluded is not reached")
  func openEnds() throws {
    let range = try range(
      .uniform(lower: 0, upper: 1),
      QuantityRange(from: 0, to: 1, isLowerOpen: true, isUpperOpen: true))
    #expect(range.value(at: 0) > 0 && range.value(at: 1) < 1)
  }

  @Test("Whole numbers of a uniform distribution are equally likely, both ends included")
  func wholeNumbers() throws {
    for distribution in [
      Uncertainty.uniform(lower: 2, upper: 5), .uniform(lower: 1.5, upper: 5.999),
    ] {
      let range = try range(distribution, isWhole: true)
      let values = (0..<400).map { range.value(at: (Double($0) + 0.5) / 400) }
      for value in [2.0, 3, 4, 5] { #expect(values.filter { $0 == value }.count == 100) }
      #expect(range.value(at: 0) == 2 && range.value(at: 1) == 5)
    }
  }

  @Test("Whole numbers of another distribution are the nearest ones, within its limits")
  func nearestWholeNumbers() throws {
    let range = try range(
      .normal(mean: 3, standardDeviation: 1), .closed(1...4), isWhole: true)
    let values = (0...1000).map { range.value(at: Double($0) / 1000) }
    #expect(Set(values) == [1, 2, 3, 4])
    // From 2.5 to 3.5 lies 0.3829 of the distribution, from 1 to 4 0.8186.
    let share = Double(values.filter { $0 == 3 }.count) / 1001
    #expect(abs(share - 0.3829249225 / 0.8185946141) < 0.002)
  }

  static let distributions: [(Uncertainty, QuantityRange, Bool)] = [
    (.uniform(lower: 0, upper: 1e-300), .any, false),
    (.uniform(lower: -1e300, upper: 1e300), .any, false),
    (.uniform(lower: 3, upper: 9), .any, true),
    (.triangular(lower: 0.1, mode: 0.3, upper: 0.7), .fraction, false),
    (.triangular(lower: 0, mode: 1e300, upper: 1e306), .nonNegative, false),
    (.triangular(lower: -2, mode: 1, upper: 7), .closed(0...5), true),
    (.normal(mean: 0, standardDeviation: 1e308), .any, false),
    (.normal(mean: 0.5, standardDeviation: 1e9), .fraction, false),
    (.normal(mean: 20, standardDeviation: 3), .positive, true),
    (.lognormal(mean: 1, coefficientOfVariation: 1e300), .any, false),
    (.lognormal(mean: 1, coefficientOfVariation: 1e-300), .any, false),
    (.lognormal(mean: 1e-300, coefficientOfVariation: 2), .fraction, false),
  ]

  @Test("Values are finite, within the limits, and never fall", arguments: distributions)
  func monotone(distribution: Uncertainty, limits: QuantityRange, isWhole: Bool) throws {
    let range = try range(distribution, limits, isWhole: isWhole)
    var last = -Double.infinity
    for step in 0...2000 {
      let value = range.value(at: Double(step) / 2000)
      #expect(value.isFinite && limits.contains(value) && value >= last)
      #expect(!isWhole || value == value.rounded())
      last = value
    }
  }

  @Test("What leaves nothing to sample is no range")
  func nothing() {
    func isNone(_ distribution: Uncertainty, _ limits: QuantityRange, isWhole: Bool = false) -> Bool
    {
      SampledRange(distribution, cutTo: limits, isWhole: isWhole) == nil
    }
    #expect(isNone(.uniform(lower: 2, upper: 3), .fraction))
    #expect(isNone(.uniform(lower: 1, upper: 2), .fraction), "one value is no range")
    #expect(isNone(.normal(mean: 100, standardDeviation: 1), .fraction))
    #expect(isNone(.lognormal(mean: 1e9, coefficientOfVariation: 0.1), .fraction))
    #expect(isNone(.triangular(lower: 5, mode: 6, upper: 7), .fraction))
    #expect(isNone(.uniform(lower: 0.2, upper: 0.8), .any, isWhole: true))
    #expect(isNone(.uniform(lower: -1.7e308, upper: 1.7e308), .any))
  }

  /// The range of an annotated number in a document.
  private func range(of text: String, _ quantity: Quantity) throws -> SampledRange {
    let document = try JSONReader.read(Array("{\"number\": \(text)}".utf8), file: "test")
    let shape = Shape.object([.required("number", .quantity(quantity), "A number.")])
    let found = try #require(Provenance.list(document, shape: shape).first)
    return try #require(SampledRange(of: found))
  }

  @Test("A stated value is the median of what is between low and high, however lopsided")
  func aroundStatedValue() throws {
    let range = try range(
      of: "{\"value\": 0.02, \"low\": 0.005, \"high\": 0.2}", .probability("passage"))
    expect(range, 0, 0.005)
    expect(range, 0.25, 0.0125)
    expect(range, 0.5, 0.02)
    expect(range, 0.75, 0.11)
    expect(range, 1, 0.2)
  }

  @Test("A stated whole number is the median, and every number can come")
  func aroundStatedWholeNumber() throws {
    let range = try range(of: "{\"value\": 3, \"low\": 2, \"high\": 8}", .count("cells"))
    let values = (0...1000).map { range.value(at: Double($0) / 1000) }
    #expect(Set(values) == [2, 3, 4, 5, 6, 7, 8])
    #expect(range.value(at: 0.5) == 3)
    #expect(values == values.sorted())
  }
}
