import OutputStatistics
import ResultFiles

/// The columns in which tables of a sweep say an estimate.
enum EstimateColumns {
  /// What they mean.
  static let fields = [
    DataPackageField("n", .integer, "Replications in which the response is defined."),
    DataPackageField("failed", .integer, "Replications that failed and are not counted."),
    DataPackageField("mean", .number, "Mean over the replications."),
    DataPackageField("sd", .number, "Sample standard deviation."),
    DataPackageField("mcse", .number, "Standard error of the mean."),
    DataPackageField("ci_level", .number, "Level of the confidence interval of the mean."),
    DataPackageField("ci_low", .number, "Lower end of that interval (Student's t)."),
    DataPackageField("ci_high", .number, "Upper end of that interval."),
    DataPackageField("min", .number, "Least value."),
    DataPackageField("q05", .number, "5 per cent quantile (Hyndman-Fan type 7)."),
    DataPackageField("median", .number, "Median."),
    DataPackageField("q95", .number, "95 per cent quantile."),
    DataPackageField("max", .number, "Greatest value."),
  ]

  /// The cells of a summary; `nil` when the response is nowhere defined.
  static func cells(of summary: SampleSummary?, failed: Int, level: Double) -> [CSVCell] {
    let hasSpread = (summary?.count ?? 0) > 1
    return [
      .integer(summary?.count ?? 0), .integer(failed), CSVCell(summary?.mean),
      CSVCell(hasSpread ? summary?.standardDeviation : nil),
      CSVCell(hasSpread ? summary?.standardError : nil), .number(level),
      CSVCell(summary?.interval?.lower), CSVCell(summary?.interval?.upper),
      CSVCell(summary?.minimum), CSVCell(summary?.q05), CSVCell(summary?.median),
      CSVCell(summary?.q95), CSVCell(summary?.maximum),
    ]
  }
}
