import OutputStatistics
import ResultFiles

/// The columns in which tables of a sweep say an estimate.
struct EstimateColumns {
  /// What they mean.
  static let fields = [
    DataPackageField("n", .integer, "Replications in which the response is defined."),
    DataPackageField("failed", .integer, "Replications that failed and are not counted."),
    DataPackageField("mean", .number, "Mean over the replications."),
    DataPackageField("sd", .number, "Sample standard deviation."),
    DataPackageField("mcse", .number, "Standard error of the mean."),
    DataPackageField("ci_level", .number, "Level of the confidence intervals."),
    DataPackageField(
      "ci_method", .string,
      "How the interval of the mean is found: t (Student), or wilson for responses of 1 or 0."),
    DataPackageField("ci_low", .number, "Lower end of the interval of the mean."),
    DataPackageField("ci_high", .number, "Upper end of that interval."),
    DataPackageField("min", .number, "Least value."),
    DataPackageField("q05", .number, "5 per cent quantile (Hyndman-Fan type 7)."),
    DataPackageField("median", .number, "Median."),
    DataPackageField(
      "median_ci_low", .number,
      "Lower end of the interval of the median, an order statistic; empty where there are too few "
        + "replications to bound it."),
    DataPackageField("median_ci_high", .number, "Upper end of that interval."),
    DataPackageField("q95", .number, "95 per cent quantile."),
    DataPackageField("max", .number, "Greatest value."),
  ]

  private let level: Double
  /// Those of the sample before: most have the same size.
  private var ranks: QuantileRanks?

  /// - Parameter level: that of the intervals.
  init(level: Double) { self.level = level }

  /// The cells of a response in some replications, which may be none.
  mutating func cells(
    of values: [Double], _ response: SweepResponse, failed: Int
  ) -> [CSVCell] {
    let method = CSVCell.text(response.intervalMethod.rawValue)
    if values.isEmpty {
      return [.integer(0), .integer(failed), .missing, .missing, .missing, .number(level), method]
        + [CSVCell](repeating: .missing, count: 9)
    }
    let tally = Tally(values)
    let sorted = values.sorted()
    let interval = response.interval(of: tally, level: level)
    let median = medianInterval(of: sorted)
    let hasSpread = tally.count > 1
    return [
      .integer(tally.count), .integer(failed), .number(tally.mean),
      CSVCell(hasSpread ? tally.standardDeviation : nil),
      CSVCell(hasSpread ? tally.standardError : nil), .number(level), method,
      CSVCell(interval?.lower), CSVCell(interval?.upper), .number(tally.minimum),
      .number(Quantile.type7(sorted: sorted, 0.05)), .number(Quantile.type7(sorted: sorted, 0.5)),
      CSVCell(median.lower), CSVCell(median.upper),
      .number(Quantile.type7(sorted: sorted, 0.95)), .number(tally.maximum),
    ]
  }

  private mutating func medianInterval(of sorted: [Double]) -> QuantileInterval {
    let own: QuantileRanks
    if let ranks, ranks.count == sorted.count {
      own = ranks
    } else {
      own = QuantileRanks(count: sorted.count, probability: 0.5, level: level)
      ranks = own
    }
    return QuantileInterval(sorted: sorted, ranks: own)
  }
}
