import OutputStatistics
import SensitivityAnalysis
import Testing

@Suite("Rank correlation")
struct RankCorrelationTests {
  @Test("partial rank correlations, their tests and intervals are the reference values")
  func partialRank() throws {
    let data = try GivenData.read()
    let found = try RankCorrelation(inputs: data.columns, output: data.output)
    for (input, expected) in zip(found.inputs.map(\.partialRank), data.partialRank) {
      #expect((input.value - expected.value).magnitude < 1e-10)
      #expect((input.t / expected.t - 1).magnitude < 1e-10)
      #expect(input.degreesOfFreedom == expected.degreesOfFreedom)
      #expect((input.pValue / expected.pValue - 1).magnitude < 1e-10)
      #expect((input.interval.lower - expected.lower).magnitude < 1e-10)
      #expect((input.interval.upper - expected.upper).magnitude < 1e-10)
    }
  }

  @Test("standardised coefficients and Spearman's correlations are the reference values")
  func others() throws {
    let data = try GivenData.read()
    let found = try RankCorrelation(inputs: data.columns, output: data.output)
    #expect(largestDifference(found.inputs.map(\.standardizedCoefficient), data.src) < 1e-10)
    #expect(largestDifference(found.inputs.map(\.standardizedRankCoefficient), data.srrc) < 1e-10)
    #expect(largestDifference(found.inputs.map(\.spearman), data.spearman) < 1e-10)
    #expect((found.determination - data.determination).magnitude < 1e-10)
  }

  @Test("any rising transformation of the output leaves what is made of ranks alone")
  func monotone() throws {
    let data = try GivenData.read()
    let plain = try RankCorrelation(inputs: data.columns, output: data.output)
    let cubed = try RankCorrelation(
      inputs: data.columns, output: data.output.map { $0 * $0 * $0 + 5 * $0 })
    #expect(plain.inputs.map(\.partialRank) == cubed.inputs.map(\.partialRank))
    #expect(
      plain.inputs.map(\.standardizedCoefficient) != cubed.inputs.map(\.standardizedCoefficient))
  }

  @Test("an output that is one input has a partial correlation of 1 and a chance of 0")
  func perfect() throws {
    let data = try GivenData.read()
    let found = try RankCorrelation(inputs: [data.columns[0]], output: data.columns[0])
    let partial = found.inputs[0].partialRank
    #expect((partial.value - 1).magnitude < 1e-15)
    #expect(partial.pValue < 1e-300)
    #expect(partial.interval.lower > 0.999999)
    #expect((found.determination - 1).magnitude < 1e-15)
    let exact = PartialCorrelation(-1, count: 10, otherInputs: 2, level: 0.95)
    #expect(exact.t == -.infinity && exact.pValue == 0 && exact.interval.upper == -1)
  }

  @Test("equal numbers share the mean of their ranks")
  func ties() {
    #expect(Ranks.of([30, 10, 20, 20, 5]) == [5, 2, 3.5, 3.5, 1])
    #expect(Ranks.of([1, 1, 1]) == [2, 2, 2])
    #expect(Ranks.of([]) == [])
  }

  @Test("a least-squares fit recovers known coefficients and their collinearity")
  func leastSquares() throws {
    // x and z have correlation 0.6, so both variance inflation factors are 1 / (1 - 0.36).
    let x = [1.0, 1, -1, -1]
    let e = [1.0, -1, 1, -1]
    let z = zip(x, e).map { 0.6 * $0 + 0.8 * $1 }
    let y = zip(x, z).map { 100 + 2 * $0 - 3 * $1 }
    let fit = try LeastSquares(inputs: [x, z], output: y)
    // All three have variance 1, and y variance 4 + 9 - 12 · 0.6 = 5.8.
    let deviation = 5.8.squareRoot()
    #expect(largestDifference(fit.coefficients, [2 / deviation, -3 / deviation]) < 1e-14)
    #expect(largestDifference(fit.varianceInflation, [1.5625, 1.5625]) < 1e-14)
    #expect(fit.residualShare < 1e-28)
  }

  @Test("an input that repeats or combines others is named and refused")
  func dependent() throws {
    let data = try GivenData.read()
    let columns = data.columns
    let sum = zip(columns[0], columns[2]).map { 2 * $0 - 3 * $1 + 7 }
    #expect(throws: SensitivityError.dependentInput(input: 4)) {
      try RankCorrelation(inputs: columns + [sum], output: data.output)
    }
    // The same order, so independent as it is but not by rank.
    let cubes = columns[1].map { $0 * $0 * $0 }
    #expect(throws: SensitivityError.dependentInput(input: 2)) {
      try RankCorrelation(inputs: [columns[0], columns[1], cubes], output: data.output)
    }
  }

  @Test("constant, missing and infinite numbers and too few rows are refused")
  func refusals() throws {
    let data = try GivenData.read()
    var columns = data.columns
    columns[3] = [Double](repeating: 1, count: 100)
    #expect(throws: SensitivityError.constantInput(input: 3)) {
      try RankCorrelation(inputs: columns, output: data.output)
    }
    #expect(throws: SensitivityError.constantOutput(value: 1)) {
      try RankCorrelation(inputs: data.columns, output: columns[3])
    }
    columns[3][17] = .nan
    #expect(throws: SensitivityError.inputNotFinite(input: 3, row: 17, value: "nan")) {
      try RankCorrelation(inputs: columns, output: data.output)
    }
    #expect(throws: SensitivityError.wrongRowCount(found: 99, expected: "100 values of input 0")) {
      try RankCorrelation(inputs: data.columns, output: Array(data.output.dropLast()))
    }
    #expect(throws: SensitivityError.tooFew(of: "rows", found: 6, least: 7)) {
      try RankCorrelation(
        inputs: data.columns.map { Array($0.prefix(6)) }, output: Array(data.output.prefix(6)))
    }
    #expect(throws: SensitivityError.outputNotFinite(row: 99, replication: 0, value: "-inf")) {
      try RankCorrelation(inputs: data.columns, output: data.output.dropLast() + [-.infinity])
    }
  }
}
