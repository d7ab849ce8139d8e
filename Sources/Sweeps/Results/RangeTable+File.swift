import OutputStatistics
import ResultFiles

extension RangeTable {
  private static let fields = [
    DataPackageField("scenario", .string, "The scenario."),
    DataPackageField("response", .string, "The response."),
    DataPackageField(
      "points", .integer, "Points of the design at which it has a mean and nothing failed."),
    DataPackageField(
      "randomisations", .integer, "Independent randomisations that the points belong to."),
    DataPackageField("mean", .number, "Mean over the points: over the ranges of the factors."),
    DataPackageField("mcse", .number, "Standard error of that mean."),
    DataPackageField("ci_level", .number, "Level of the confidence interval of the mean."),
    DataPackageField("ci_low", .number, "Lower end of that interval."),
    DataPackageField("ci_high", .number, "Upper end of that interval."),
    DataPackageField(
      "method", .string,
      "randomisations: Student's t over their means; one_design: no interval, for the points of "
        + "one design depend on each other; incomplete: no interval, for points are missing."),
    DataPackageField(
      "variance_ratio", .number,
      "How many times larger the variance of the mean of as many independent points would be."),
    DataPackageField("least", .number, "Least of the points' means."),
    DataPackageField("q05", .number, "5 per cent quantile of them (Hyndman-Fan type 7)."),
    DataPackageField("median", .number, "Median of them."),
    DataPackageField("q95", .number, "95 per cent quantile of them."),
    DataPackageField("greatest", .number, "Greatest of them."),
  ]

  /// Writes ranges.csv; without points spread over ranges there is none, and one of an earlier
  /// state is taken away.
  func write(into folder: OutputFolder) throws(OutputError) -> [DataPackageResource] {
    guard hasMeans else {
      try folder.remove(name: "ranges.csv")
      return []
    }
    let experiment = store.experiment
    var table = try SweepTable(
      "ranges", title: "Responses over the ranges of the factors", fields: Self.fields,
      primaryKey: ["scenario", "response"], in: folder)
    for (number, scenario) in experiment.scenarios.enumerated() {
      for row in try rows(ofScenario: number) {
        try table.add([
          .text(scenario.label), .text(experiment.responses[row.response].id),
          .integer(row.spread.count), .integer(experiment.design.randomisationCount),
          .number(row.mean), CSVCell(row.estimate?.means.standardError),
          .number(experiment.confidenceLevel), CSVCell(row.interval?.lower),
          CSVCell(row.interval?.upper), .text(row.basis.rawValue),
          CSVCell(row.estimate?.varianceRatio), .number(row.spread.minimum),
          .number(row.spread.q05), .number(row.spread.median), .number(row.spread.q95),
          .number(row.spread.maximum),
        ])
      }
    }
    return [try table.finish()]
  }
}
