import OutputStatistics
import ResultFiles
import SensitivityAnalysis

/// Writes sensitivity.csv and convergence.csv, where the design supports indices and all points are
/// there.
struct SensitivityTables {
  private let store: SweepStore
  private let folder: OutputFolder
  private var experiment: Experiment { store.experiment }

  init(of store: SweepStore, into folder: OutputFolder) {
    self.store = store
    self.folder = folder
  }

  private static let fields = [
    DataPackageField("scenario", .string, "The scenario."),
    DataPackageField("response", .string, "The response."),
    DataPackageField(
      "input", .string,
      "The factor; (dummy) is one that the model does not have, and shows the error of sampling."),
    DataPackageField(
      "index", .string,
      SensitivityRow.Index.allCases.map { "\($0.rawValue): \($0.meaning)" }
        .joined(separator: "; ") + "."),
    DataPackageField("estimate", .number, "The estimate."),
    DataPackageField("ci_level", .number, "Level of the confidence interval."),
    DataPackageField("ci_low", .number, "Lower end of that interval."),
    DataPackageField("ci_high", .number, "Upper end of that interval."),
    DataPackageField("n", .integer, "Base points, trajectories or rows that it rests on."),
    DataPackageField("replications", .integer, "Replications of each point."),
  ]

  /// Writes the tables; those of an earlier state are taken away when there is nothing to write.
  func write() throws -> [DataPackageResource] {
    let key = ["scenario", "response", "input", "index"]
    var results: [(scenario: String, response: String, result: SweepSensitivity)] = []
    if SweepSensitivity.supports(experiment.design) {
      for (number, scenario) in experiment.scenarios.enumerated() {
        for (place, response) in experiment.responses.enumerated() {
          do {
            let result = try SweepSensitivity(of: place, scenario: number, in: store)
            results.append((scenario.label, response.id, result))
          } catch is SweepError {
            // What cannot be analysed is said by the report and by panj analyze.
            continue
          }
        }
      }
    }
    var resources: [DataPackageResource] = []
    if results.isEmpty {
      try folder.remove(name: "sensitivity.csv")
    } else {
      var table = try SweepTable(
        "sensitivity", title: "Sensitivity of the responses to the factors", fields: Self.fields,
        primaryKey: key, in: folder)
      for (scenario, response, result) in results {
        for row in result.rows {
          try table.add(cells(scenario, response, row, result.sampleCount, result))
        }
      }
      resources.append(try table.finish())
    }
    guard results.contains(where: { !$0.result.convergence.isEmpty }) else {
      try folder.remove(name: "convergence.csv")
      return resources
    }
    var table = try SweepTable(
      "convergence", title: "The indices as base points were added", fields: Self.fields,
      primaryKey: key + ["n"], in: folder)
    for (scenario, response, result) in results {
      for step in result.convergence {
        for row in step.rows {
          try table.add(cells(scenario, response, row, step.sampleCount, result))
        }
      }
    }
    return resources + [try table.finish()]
  }

  private func cells(
    _ scenario: String, _ response: String, _ row: SensitivityRow, _ count: Int,
    _ result: SweepSensitivity
  ) -> [CSVCell] {
    [
      .text(scenario), .text(response), .text(row.input), .text(row.index.rawValue),
      CSVCell(row.estimate.value), .number(experiment.confidenceLevel),
      CSVCell(row.estimate.interval?.lower), CSVCell(row.estimate.interval?.upper),
      .integer(count), .integer(result.replicationCount),
    ]
  }
}
