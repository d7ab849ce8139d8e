import OutputStatistics
import ResultFiles

/// Writes contrasts.csv: every scenario against the base at the same point of the design, and every
/// point of a design that people chose against its first in the same scenario.
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
    DataPackageField(
      "kind", .string,
      "scenario: the base at the same point of the design; factors: the first point of the design "
        + "in the same scenario."),
    DataPackageField("scenario", .string, "The scenario of the point."),
    DataPackageField("response", .string, "The response."),
    DataPackageField(
      "method", .string,
      "paired: replication by replication, with the same luck; welch: of independent luck. Of "
        + "responses of 1 or 0 the same by Newcombe's intervals: paired_score and score."),
    DataPackageField("n", .integer, "Pairs of replications; of independent luck, those of point."),
    DataPackageField(
      "versus_n", .integer, "Pairs of replications; of independent luck, those of compared point."),
    DataPackageField("difference", .number, "Mean of point minus compared point."),
    DataPackageField("sd", .number, "Sample standard deviation of the differences of pairs."),
    DataPackageField("mcse", .number, "Standard error of the mean difference."),
    DataPackageField("ci_level", .number, "Level of the confidence interval."),
    DataPackageField(
      "ci_low", .number, "Lower end of that interval, found as method says."),
    DataPackageField("ci_high", .number, "Upper end of that interval."),
    DataPackageField(
      "variance_ratio", .number,
      "How many times the variance of the difference would be with independent luck; of pairs only."
    ),
  ]

  /// Writes the table; a file of an earlier state is taken away when nothing is to be compared.
  func write() throws(OutputError) -> [DataPackageResource] {
    guard experiment.scenarios.count > 1 || experiment.hasComparablePoints else {
      try folder.remove(name: "contrasts.csv")
      return []
    }
    var table = try SweepTable(
      "contrasts", title: "Differences from the base scenario and from the first point",
      fields: Self.fields, primaryKey: ["point_id", "versus_point_id", "response"], in: folder)
    var first: PointEstimates?
    for point in 0..<experiment.pointCount {
      let own = try PointEstimates(ofPoint: point, in: store)
      if experiment.parts(ofPoint: point).designPoint == 0 { first = own }
      for pair in experiment.pairs(ofPoint: point) {
        let versus =
          if let first, first.point == pair.versus { first } else {
            try PointEstimates(ofPoint: pair.versus, in: store)
          }
        try add(pair, own, versus: versus, to: &table)
      }
    }
    return [try table.finish(pointColumns: ["point_id", "versus_point_id"])]
  }

  private func add(
    _ pair: PointPair, _ own: PointEstimates, versus: PointEstimates, to table: inout SweepTable
  ) throws(OutputError) {
    let label = experiment.scenarios[experiment.parts(ofPoint: pair.point).scenario].label
    for (number, response) in experiment.responses.enumerated() {
      guard
        let contrast = own.contrast(
          of: number, from: versus, isPaired: experiment.hasCommonRandomNumbers,
          areChances: response.isIndicator, level: experiment.confidenceLevel)
      else { continue }
      try table.add([
        .integer(pair.point), .integer(pair.versus), .text(pair.kind.rawValue), .text(label),
        .text(response.id), .text(contrast.method.rawValue), .integer(contrast.count),
        .integer(contrast.versusCount), .number(contrast.estimate),
        CSVCell(contrast.standardDeviation), CSVCell(contrast.standardError),
        .number(experiment.confidenceLevel), CSVCell(contrast.interval?.lower),
        CSVCell(contrast.interval?.upper), CSVCell(contrast.varianceRatio),
      ])
    }
  }
}
