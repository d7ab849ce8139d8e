import Experiments
import FlowSimulation
import OutputStatistics
import ResultFiles
import ScenarioFormat
import TraffickingModel

/// The tables of a run folder: tidy CSV, one observation a row, sorted by their keys.
enum RunTables {
  /// All tables of a run.
  static func all(of run: RunRecord) -> [ResultTable] {
    [replications(run.result), summary(run.result), monthly(run.result), corridors(run)]
  }

  /// One row a replication, one column a response.
  static func replications(_ result: BatchResult) -> ResultTable {
    var fields = [
      DataPackageField("replication", .integer, "Number of the replication, from 0.")
    ]
    if result.isAntithetic {
      fields += [
        DataPackageField("pair", .integer, "Number of its antithetic pair, from 0."),
        DataPackageField("is_mirrored", .boolean, "Whether every random draw u is 1 - u."),
      ]
    }
    for column in result.layout.columns {
      let about = column.members.isEmpty ? "" : " (\(column.members.joined(separator: ", ")))"
      fields.append(
        DataPackageField(
          column.name, .number, "\(column.definition)\(about)",
          unit: column.response.unit))
    }
    fields.append(DataPackageField("events", .integer, "Events that happened.", unit: "count"))
    fields.append(DataPackageField("status", .string, "Whether the replication is complete."))
    var table = ResultTable(
      name: "replications", title: "Responses of each replication", fields: fields,
      primaryKey: ["replication"])
    for replication in 0..<result.replicationCount {
      table.document.add(replication)
      if result.isAntithetic {
        table.document.add(replication / 2)
        table.document.add(.text(replication.isMultiple(of: 2) ? "false" : "true"))
      }
      for column in result.layout.columns.indices {
        table.document.add(result.response(column, replication: replication))
      }
      table.document.add(result.eventCounts[replication])
      table.document.add("ok")
      table.document.endRow()
    }
    return table
  }

  /// One row a response column, with its estimate and spread.
  static func summary(_ result: BatchResult) -> ResultTable {
    var fields = [
      DataPackageField("column", .string, "The column of replications.csv."),
      DataPackageField("response", .string, "The response."),
    ]
    fields += Response.Dimension.allCases.map {
      DataPackageField($0.rawValue, .string, "Which \($0.rawValue), if broken down by it.")
    }
    fields += [
      DataPackageField("unit", .string, "The unit of the values."),
      DataPackageField("n", .integer, "Replications in which the response is defined."),
      DataPackageField("mean", .number, "Mean over these replications."),
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
    if result.reducesVariance {
      fields.append(
        DataPackageField(
          "variance_ratio", .number,
          "How many times more plain independent replications the interval would need. Mean, mcse "
            + "and interval are those \(estimation(of: result))."))
    }
    var table = ResultTable(
      name: "summary", title: "Estimates of all responses", fields: fields,
      primaryKey: ["column"])
    for (number, column) in result.layout.columns.enumerated() {
      table.document.add(column.name)
      table.document.add(column.response.rawValue)
      for dimension in Response.Dimension.allCases {
        table.document.add(column.member(dimension).map(CSVCell.text) ?? .missing)
      }
      table.document.add(column.response.unit)
      let summary = result.summary(ofColumn: number)
      addSummary(summary, level: result.confidenceLevel, to: &table)
      if result.reducesVariance {
        table.document.add(summary?.varianceRatio.flatMap { $0.isFinite ? $0 : nil })
      }
      table.document.endRow()
    }
    return table
  }

  /// What the estimates are that variance reduction has made.
  private static func estimation(of result: BatchResult) -> String {
    let controls = "adjusted by control variates where there is a ratio"
    if !result.isAntithetic { return controls }
    return "of the means of antithetic pairs" + (result.usesControls ? ", \(controls)" : "")
  }

  private static func addSummary(
    _ summary: SampleSummary?, level: Double, to table: inout ResultTable
  ) {
    table.document.add(summary?.count ?? 0)
    table.document.add(summary?.mean)
    let hasSpread = (summary?.count ?? 0) > 1
    table.document.add(hasSpread ? summary?.standardDeviation : nil)
    table.document.add(hasSpread ? summary?.standardError : nil)
    table.document.add(level)
    table.document.add(summary?.interval?.lower)
    table.document.add(summary?.interval?.upper)
    table.document.add(summary?.minimum)
    table.document.add(summary?.q05)
    table.document.add(summary?.median)
    table.document.add(summary?.q95)
    table.document.add(summary?.maximum)
  }

  private static func estimateFields(_ result: BatchResult) -> [DataPackageField] {
    let unit = result.isAntithetic ? "antithetic pairs" : "replications"
    let spread = result.isAntithetic ? " of the means of pairs" : ""
    return [
      DataPackageField("n", .integer, unit.prefix(1).uppercased() + unit.dropFirst() + "."),
      DataPackageField("mean", .number, "Mean over \(unit)."),
      DataPackageField("sd", .number, "Sample standard deviation\(spread)."),
      DataPackageField("ci_low", .number, "Lower end of the confidence interval of the mean."),
      DataPackageField("ci_high", .number, "Upper end of that interval."),
    ]
  }

  private static func addEstimate(_ tally: Tally, level: Double, to table: inout ResultTable) {
    let interval = tally.confidenceInterval(level: level)
    table.document.add(tally.count)
    table.document.add(tally.count > 0 ? tally.mean : nil)
    table.document.add(tally.count > 1 ? tally.standardDeviation : nil)
    table.document.add(interval?.lower)
    table.document.add(interval?.upper)
  }

  /// One row a month, series and commodity or frontier.
  static func monthly(_ result: BatchResult) -> ResultTable {
    let layout = result.layout
    var table = ResultTable(
      name: "monthly", title: "Monthly series",
      fields: [
        DataPackageField("month", .string, "The month, as 2024-01."),
        DataPackageField("series", .string, "What is counted; units as in summary.csv."),
        DataPackageField("commodity", .string, "Which commodity, if broken down by it."),
        DataPackageField("frontier", .string, "Which frontier, if broken down by it."),
      ] + estimateFields(result), primaryKey: ["month", "series", "commodity", "frontier"])
    for (month, name) in layout.months.enumerated() {
      for series in layout.series {
        for (commodity, id) in layout.commodities.enumerated() {
          let index = layout.monthlyIndex(month: month, series: series, commodity: commodity)
          addMonthlyRow(
            [name, series.rawValue, id, nil], result.monthly[index], result, to: &table)
        }
      }
      for (frontier, id) in layout.frontiers.enumerated() {
        addMonthlyRow(
          [name, Response.attemptedKilogramsByFrontier.rawValue, nil, id],
          result.monthlyCrossings[month * layout.frontiers.count + frontier], result, to: &table)
      }
      for (number, incident) in layout.incidents.enumerated() {
        addMonthlyRow(
          [name, incident.name, nil, nil],
          result.monthlyIncidents[month * layout.incidents.count + number], result, to: &table)
      }
    }
    return table
  }

  private static func addMonthlyRow(
    _ keys: [String?], _ tally: Tally, _ result: BatchResult, to table: inout ResultTable
  ) {
    for key in keys { table.document.add(key.map(CSVCell.text) ?? .missing) }
    addEstimate(tally, level: result.confidenceLevel, to: &table)
    table.document.endRow()
  }

  /// One row a corridor and measure, with what the corridor is.
  static func corridors(_ run: RunRecord) -> ResultTable {
    let contents = run.document.scenario.contents
    var table = ResultTable(
      name: "corridors", title: "Flow and seizures by corridor",
      fields: [
        DataPackageField("corridor", .string, "The corridor."),
        DataPackageField("from", .string, "The place where it starts."),
        DataPackageField("to", .string, "The place where it ends."),
        DataPackageField("mode", .string, "The mode of transport."),
        DataPackageField("frontier", .string, "The frontier that it crosses, if any."),
        DataPackageField("section", .string, "The section of it."),
        DataPackageField(
          "detection_probability", .number,
          "Assumed probability that a reference consignment is detected on one passage.",
          unit: "per passage"),
        DataPackageField("measure", .string, "What is counted."),
      ] + estimateFields(run.result), primaryKey: ["corridor", "measure"])
    let measures = CorridorMeasure.allCases
    for (row, index) in run.result.layout.corridors.enumerated() {
      let corridor = contents.corridors[index]
      let section = corridor.crossing.map { contents.sections[$0.section] }
      let hazard = contents.expectedHazard(on: corridor)
      for (number, measure) in measures.enumerated() {
        table.document.add(corridor.id)
        table.document.add(contents.places[corridor.from].id)
        table.document.add(contents.places[corridor.to].id)
        table.document.add(contents.modes[corridor.mode].id)
        table.document.add(
          section.map { .text(contents.frontiers[$0.frontier].id) } ?? .missing)
        table.document.add(section.map { .text($0.id) } ?? .missing)
        table.document.add(DetectionHazard.probability(ofHazard: hazard))
        table.document.add(measure.rawValue)
        addEstimate(
          run.result.corridors[row * measures.count + number], level: run.result.confidenceLevel,
          to: &table)
        table.document.endRow()
      }
    }
    return table
  }
}
