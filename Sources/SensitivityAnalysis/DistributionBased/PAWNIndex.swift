import OutputStatistics

/// How far knowing an input moves the whole distribution of an output, after PAWN.
///
/// The sample is cut into slices of an input with equally many rows; the distance of a slice is the
/// Kolmogorov-Smirnov statistic between the output within it and over all rows. It needs no special
/// design and sees effects on tails that variances miss, but it is never 0: compare with the dummy.
/// Source: Pianosi and Wagener, Environmental Modelling & Software 67 (2015) 1-11 and 108 (2018)
/// 197-207.
public struct PAWNIndex: Sendable, Equatable {
  /// The distances of each input.
  public let inputs: [PAWNInput]

  /// What an input without effect would show in this sample: the median over random inputs, one
  /// for each resample, and the percentiles between which they lie.
  public let dummy: PAWNSummary

  /// The distances from a sample, `inputs[input][row]` and `output[row]`.
  ///
  /// Throws if numbers are missing or not finite, if there are fewer than 5 rows a slice, or if the
  /// output or an input is constant. Intervals are by bootstrap over rows with the bounds of slices
  /// kept; resamples repeat rows, which lengthens distances a little, so an interval may lie
  /// somewhat high. The cost is that of `resampleCount` times rows times inputs.
  public init(
    inputs: [[Double]], output: [Double], sliceCount: Int = 10, bootstrap: Bootstrap
  ) throws(SensitivityError) {
    precondition(sliceCount >= 2, "one slice is the whole sample")
    try Sample.check(inputs: inputs, output: output, leastRows: 5 * sliceCount)
    if RunOutputs.isConstant(output) { throw .constantOutput(value: output[0]) }
    for (number, input) in inputs.enumerated() where RunOutputs.isConstant(input) {
      throw .constantInput(input: number)
    }
    let measure = ConditionalDistances(output: output)
    let once = [Int](repeating: 1, count: output.count)
    let slices = inputs.map { ConditionalDistances.slices(of: $0, count: sliceCount) }
    // One resample at a time: the weights of all would be many times the sample.
    var resampled = [[[Double]]](repeating: [], count: inputs.count)
    for number in 0..<bootstrap.resampleCount {
      var weights = [Int](repeating: 0, count: output.count)
      for row in bootstrap.resample(number, of: output.count) { weights[row] += 1 }
      for input in inputs.indices {
        resampled[input].append(
          measure.distances(slices: slices[input], sliceCount: sliceCount, weights: weights))
      }
    }
    self.inputs = inputs.indices.map { input in
      PAWNInput(
        distances: measure.distances(
          slices: slices[input], sliceCount: sliceCount, weights: once),
        resampled: resampled[input], bootstrap: bootstrap)
    }
    let dummies = (0..<bootstrap.resampleCount).map { number in
      let input = bootstrap.dummyInput(number, count: output.count)
      let slices = ConditionalDistances.slices(of: input, count: sliceCount)
      return Statistics(
        measure.distances(slices: slices, sliceCount: sliceCount, weights: once))
    }
    dummy = PAWNSummary { part in
      let values = dummies.map { $0[keyPath: part] }
      return IndexEstimate(
        Quantile.type7(sorted: values.sorted(), 0.5), interval: bootstrap.interval(of: values))
    }
  }
}

/// Statistics over the distances of an input.
private struct Statistics {
  let minimum: Double
  let mean: Double
  let median: Double
  let maximum: Double

  init(_ distances: [Double]) {
    let sorted = distances.sorted()
    minimum = sorted[0]
    mean = RunOutputs.mean(of: sorted)
    median = Quantile.type7(sorted: sorted, 0.5)
    maximum = sorted[sorted.count - 1]
  }
}

extension PAWNSummary {
  /// The summary made of an estimate of each statistic.
  fileprivate init(_ estimate: (KeyPath<Statistics, Double>) -> IndexEstimate) {
    minimum = estimate(\.minimum)
    mean = estimate(\.mean)
    median = estimate(\.median)
    maximum = estimate(\.maximum)
  }
}

extension PAWNInput {
  /// The distances, with intervals from those of the resamples.
  fileprivate init(distances: [Double], resampled: [[Double]], bootstrap: Bootstrap) {
    let statistics = Statistics(distances)
    let draws = resampled.map { Statistics($0) }
    let mean = statistics.mean
    let squares = distances.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let deviation = (squares / Double(distances.count)).squareRoot()
    self.distances = distances
    summary = PAWNSummary { part in
      IndexEstimate(
        statistics[keyPath: part],
        interval: bootstrap.interval(of: draws.map { $0[keyPath: part] }))
    }
    standardDeviation = deviation
    coefficientOfVariation = mean > 0 ? deviation / mean : nil
  }
}
