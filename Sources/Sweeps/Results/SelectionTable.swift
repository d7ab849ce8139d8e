import OutputStatistics
import ResultFiles

/// Writes selection.csv: where every scenario stands in the search for the best.
struct SelectionTable {
  private let store: SweepStore
  private let folder: OutputFolder
  private var experiment: Experiment { store.experiment }

  init(of store: SweepStore, into folder: OutputFolder) {
    self.store = store
    self.folder = folder
  }

  private static let fields = [
    DataPackageField("rank", .integer, "Place in the ranking, from 1; none of those that are out."),
    DataPackageField("point_id", .integer, "The point, a row of design.csv."),
    DataPackageField("scenario", .string, "The scenario of the point."),
    DataPackageField(
      "status", .string,
      "selected, not_selected (the budget is spent), eliminated (on the way), in_race (nothing is "
        + "decided), excluded (takes no part)."),
    DataPackageField("n", .integer, "Replications that counted."),
    DataPackageField(
      "mean", .number,
      "Mean over them of what is compared: the response, or with a cost what is gained over the "
        + "base for each unit of extra cost. Means over unlike n are not to be compared."),
    DataPackageField("mcse", .number, "Standard error of the mean."),
    DataPackageField("ci_level", .number, "Level of the confidence intervals."),
    DataPackageField("ci_low", .number, "Lower end of that of the mean (Student's t)."),
    DataPackageField("ci_high", .number, "Upper end of that interval."),
    DataPackageField("method", .string, "How it is held against the first: paired or welch."),
    DataPackageField("pairs", .integer, "Replications that both have, where that is paired."),
    DataPackageField("difference", .number, "What it has more than the first of the ranking."),
    DataPackageField("difference_mcse", .number, "Standard error of the difference."),
    DataPackageField("difference_ci_low", .number, "Lower end of the interval of the difference."),
    DataPackageField("difference_ci_high", .number, "Upper end of that interval."),
    DataPackageField("extra_cost", .number, "What it costs more than the base."),
    DataPackageField("out_after", .integer, "Replications after which it was eliminated."),
    DataPackageField("eliminated_by", .string, "The scenario that it was eliminated by."),
    DataPackageField(
      "is_tie", .boolean,
      "Whether its mean is the same, to the bit, as that of the first or of what it is out by."),
    DataPackageField("reason", .string, "Why the status is what it is, or what to know of it."),
  ]

  /// Writes the table; a file of an earlier state is taken away when nothing is selected.
  func write() throws -> [DataPackageResource] {
    guard let selection = experiment.selection, case .fixed(let limit) = experiment.replications
    else {
      try folder.remove(name: "selection.csv")
      return []
    }
    let race = try SelectionRace(selection, limit: limit, in: store)
    var table = try SweepTable(
      "selection", title: "The search for the best scenario", fields: Self.fields,
      primaryKey: ["point_id"], in: folder)
    for (place, standing) in race.standings(level: experiment.confidenceLevel).enumerated() {
      try table.add(cells(of: standing, rank: place + 1))
    }
    return [try table.finish(pointColumns: ["point_id"])]
  }

  private func cells(of standing: SelectionStanding, rank: Int) -> [CSVCell] {
    let tally = standing.tally
    let interval = tally.confidenceInterval(level: experiment.confidenceLevel)
    let difference = standing.difference
    return [
      tally.count > 0 ? .integer(rank) : .missing, .integer(standing.point),
      .text(label(ofPoint: standing.point)), .text(standing.status.rawValue),
      .integer(tally.count), CSVCell(tally.count > 0 ? tally.mean : nil),
      CSVCell(tally.count > 1 ? tally.standardError : nil), .number(experiment.confidenceLevel),
      CSVCell(interval?.lower), CSVCell(interval?.upper),
      difference.map { .text($0.method.rawValue) } ?? .missing,
      difference.map { $0.method == .paired ? .integer($0.count) : .missing } ?? .missing,
      CSVCell(difference?.estimate), CSVCell(difference?.standardError),
      CSVCell(difference?.interval?.lower), CSVCell(difference?.interval?.upper),
      CSVCell(standing.extraCost), standing.outAfter.map { .integer($0) } ?? .missing,
      standing.eliminatedBy.map { .text(label(ofPoint: $0)) } ?? .missing,
      .text(standing.isTie ? "true" : "false"), standing.reason.map { .text($0) } ?? .missing,
    ]
  }

  private func label(ofPoint point: Int) -> String {
    experiment.scenarios[experiment.parts(ofPoint: point).scenario].label
  }
}
