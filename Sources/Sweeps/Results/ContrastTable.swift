import OutputStatistics
import ResultFiles

/// Writes contrasts.csv: every scenario against the base at the same point of the design, pair of
/// replications by pair.
struct ContrastTable {
  private let store: SweepStore
  private let folder: OutputFolder
  private var experiment: Experiment { store.experiment }

  init(of store: SweepStore, into folder: OutputFolder) {
    self.store = store
    self.folder = folder
  }

  private static let fields = [
    DataPackageField("point_id", .integer, "The point, a row of design.csv."),
    DataPackageField("versus_point_id", .integer, "The point that it is compared with."),
    DataPackageField("scenario", .string, "The scenario of the point."),
    DataPackageField("response", .string, "The response."),
    DataPackageField("n", .integer, "Pairs of replications with the same number."),
    DataPackageField("difference", .number, "Mean of point minus compared point."),
    DataPackageField("sd", .number, "Sample standard deviation of the differences."),
    DataPackageField("mcse", .number, "Standard error of the mean difference."),
    DataPackageField("ci_level", .number, "Level of the confidence interval."),
    DataPackageField("ci_low", .number, "Lower end of that interval (Student's t, paired)."),
    DataPackageField("ci_high", .number, "Upper end of that interval."),
    DataPackageField(
      "variance_ratio", .number,
      "How many times the variance of the difference would be with independent luck."),
  ]

  /// Writes the table; a file of an earlier state is taken away when nothing is to be compared.
  func write() throws(OutputError) -> [DataPackageResource] {
    guard experiment.scenarios.count > 1 else {
      try folder.remove(name: "contrasts.csv")
      return []
    }
    var table = try SweepTable(
      "contrasts", title: "Paired differences from the base scenario", fields: Self.fields,
      primaryKey: ["point_id", "versus_point_id", "response"], in: folder)
    let designCount = experiment.design.pointCount
    for scenario in experiment.scenarios.indices where scenario != experiment.base {
      for designPoint in 0..<designCount {
        try add(
          scenario * designCount + designPoint,
          versus: experiment.base * designCount + designPoint,
          label: experiment.scenarios[scenario].label, to: &table)
      }
    }
    return [try table.finish(pointColumns: ["point_id", "versus_point_id"])]
  }

  private func add(
    _ point: Int, versus basePoint: Int, label: String, to table: inout SweepTable
  ) throws(OutputError) {
    let own = try PointEstimates(ofPoint: point, in: store)
    let base = try PointEstimates(ofPoint: basePoint, in: store)
    for (number, response) in experiment.responses.enumerated() {
      guard
        let difference = own.difference(
          of: number, from: base, level: experiment.confidenceLevel)
      else { continue }
      let summary = difference.summary
      let hasSpread = summary.count > 1
      try table.add([
        .integer(point), .integer(basePoint), .text(label), .text(response.id),
        .integer(summary.count), .number(summary.mean),
        CSVCell(hasSpread ? summary.standardDeviation : nil),
        CSVCell(hasSpread ? summary.standardError : nil), .number(experiment.confidenceLevel),
        CSVCell(summary.interval?.lower), CSVCell(summary.interval?.upper),
        CSVCell(difference.varianceRatio),
      ])
    }
  }
}
