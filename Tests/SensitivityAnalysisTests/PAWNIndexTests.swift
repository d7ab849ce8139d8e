import OutputStatistics
import SensitivityAnalysis
import Testing

@Suite("PAWN")
struct PAWNIndexTests {
  private let bootstrap = Bootstrap(seed: 6, resampleCount: 60)

  @Test("with the largest value dropped as in SALib, all statistics are SALib's")
  func salib() throws {
    let data = try GivenData.read()
    let measure = ConditionalDistances(output: data.output)
    for (input, column) in data.columns.enumerated() {
      // SALib's last slice is open above: the largest value counts over all rows but in no slice.
      let slices = ConditionalDistances.slices(of: column, count: 10)
      let largest = try #require(column.indices.max { column[$0] < column[$1] })
      #expect(slices[largest] == 9)
      let own = (0..<10).map { slice in
        let rows = column.indices.filter { slices[$0] == slice && $0 != largest }
        return distance(of: rows, in: data.output)
      }
      let sorted = own.sorted()
      let mean = own.reduce(0, +) / 10
      let deviation = (own.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 10).squareRoot()
      let expected = data.pawn
      #expect((sorted[0] - expected.minimum[input]).magnitude < 1e-10)
      #expect((mean - expected.mean[input]).magnitude < 1e-10)
      #expect((Quantile.type7(sorted: sorted, 0.5) - expected.median[input]).magnitude < 1e-10)
      #expect((sorted[9] - expected.maximum[input]).magnitude < 1e-10)
      #expect((deviation - expected.deviation[input]).magnitude < 1e-10)
      #expect((deviation / mean - expected.variation[input]).magnitude < 1e-10)

      // With the last slice closed only its own distance differs.
      let once = [Int](repeating: 1, count: column.count)
      let found = measure.distances(slices: slices, sliceCount: 10, weights: once)
      #expect(largestDifference(Array(found.prefix(9)), Array(own.prefix(9))) < 1e-12)
    }
  }

  /// The distance by definition, over all points.
  private func distance(of rows: [Int], in output: [Double]) -> Double {
    output.map { bound in
      let inSlice = Double(rows.filter { output[$0] <= bound }.count) / Double(rows.count)
      let inAll = Double(output.filter { $0 <= bound }.count) / Double(output.count)
      return (inSlice - inAll).magnitude
    }.max() ?? 0
  }

  @Test("distances are those of the definition, with the last slice closed and with ties")
  func definition() throws {
    let data = try GivenData.read()
    let rounded = data.output.map { ($0 * 2).rounded() }
    for output in [data.output, rounded] {
      let found = try PAWNIndex(
        inputs: data.columns, output: output, sliceCount: 7, bootstrap: bootstrap)
      for (input, column) in data.columns.enumerated() {
        let slices = ConditionalDistances.slices(of: column, count: 7)
        let expected = (0..<7).map { slice in
          distance(of: column.indices.filter { slices[$0] == slice }, in: output)
        }
        #expect(largestDifference(found.inputs[input].distances, expected) < 1e-12)
      }
    }
  }

  @Test("every row is in one slice, the one with the largest value too")
  func slices() {
    let column = (0..<40).map { Double(($0 * 17) % 40) }
    let slices = ConditionalDistances.slices(of: column, count: 4)
    for slice in 0..<4 { #expect(slices.filter { $0 == slice }.count == 10) }
    #expect(slices[column.firstIndex(of: 39) ?? 0] == 3)
  }

  @Test("weights count rows as often as they say")
  func weights() {
    let output = [3.0, 1, 2, 5, 4, 0, 7, 6]
    let slices = [0, 0, 0, 0, 1, 1, 1, 1]
    let weights = [2, 0, 1, 1, 3, 0, 1, 0]
    let rows = weights.indices.flatMap { [Int](repeating: $0, count: weights[$0]) }
    let repeated = ConditionalDistances(output: rows.map { output[$0] }).distances(
      slices: rows.map { slices[$0] }, sliceCount: 2,
      weights: [Int](repeating: 1, count: rows.count))
    let weighted = ConditionalDistances(output: output).distances(
      slices: slices, sliceCount: 2, weights: weights)
    #expect(weighted == repeated)
  }

  @Test("an input with few values has fewer slices")
  func fewValues() throws {
    let data = try GivenData.read()
    let coarse = data.columns[0].map { $0 < 0.5 ? 0.0 : 1 }
    let found = try PAWNIndex(inputs: [coarse], output: data.output, bootstrap: bootstrap)
    #expect(found.inputs[0].distances.count == 2)
  }

  @Test("an input that does nothing lies within the dummy's range, one that matters above it")
  func dummy() throws {
    let data = try GivenData.read()
    let found = try PAWNIndex(inputs: data.columns, output: data.output, bootstrap: bootstrap)
    let noise = try #require(found.dummy.median.interval)
    #expect(found.inputs[0].summary.median.value > noise.upper)
    #expect(found.inputs[1].summary.median.value > noise.upper)
    #expect(noise.contains(found.inputs[3].summary.median.value))
    let mean = found.dummy.mean.value
    #expect(found.dummy.minimum.value < mean && mean < found.dummy.maximum.value)
    for input in found.inputs {
      let interval = try #require(input.summary.maximum.interval)
      #expect(interval.lower <= interval.upper && interval.upper <= 1)
    }
  }

  @Test("the same seed gives the same numbers, 0 too")
  func seeds() throws {
    let data = try GivenData.read()
    func index(seed: UInt64) throws -> PAWNIndex {
      try PAWNIndex(
        inputs: [data.columns[0]], output: data.output,
        bootstrap: Bootstrap(seed: seed, resampleCount: 20))
    }
    #expect(try index(seed: 0) == index(seed: 0))
    #expect(try index(seed: 0) != index(seed: 1))
  }

  @Test("constant outputs and inputs and too few rows are refused")
  func refusals() throws {
    let data = try GivenData.read()
    let constant = [Double](repeating: 3, count: 100)
    #expect(throws: SensitivityError.constantOutput(value: 3)) {
      try PAWNIndex(inputs: data.columns, output: constant, bootstrap: bootstrap)
    }
    #expect(throws: SensitivityError.constantInput(input: 1)) {
      try PAWNIndex(
        inputs: [data.columns[0], constant], output: data.output, bootstrap: bootstrap)
    }
    #expect(throws: SensitivityError.tooFew(of: "rows", found: 100, least: 105)) {
      try PAWNIndex(
        inputs: data.columns, output: data.output, sliceCount: 21, bootstrap: bootstrap)
    }
  }
}
