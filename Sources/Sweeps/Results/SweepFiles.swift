import ResultFiles
import ScenarioFormat

/// Writes the files that a sweep comes to, from its records.
///
/// All of them follow from the experiment and the records, so a sweep that was interrupted, cut
/// into shards or run by more workers has the same bytes. Only `run.json` tells of times and hosts.
public struct SweepFiles {
  private let store: SweepStore
  private let folder: OutputFolder
  private var experiment: Experiment { store.experiment }

  /// For the records of a store, into an open folder.
  public init(of store: SweepStore, into folder: OutputFolder) {
    self.store = store
    self.folder = folder
  }

  /// What was counted while the tables were written.
  public struct Counts: Sendable, Equatable {
    /// Points that have a record.
    public var points = 0
    /// Replications that are done.
    public var done = 0
    /// Replications that failed.
    public var failed = 0
    /// Events in those that are done.
    public var events = 0

    /// Nothing yet.
    init() {}

    /// Counts the records of a store.
    public init(of store: SweepStore) throws(OutputError) {
      for point in 0..<store.experiment.pointCount {
        let before = done + failed
        for replication in 0..<store.replicationBound(ofPoint: point) {
          let unit = SweepUnit(point: point, replication: replication)
          try count(store.record(of: unit))
        }
        if done + failed > before { points += 1 }
      }
    }

    mutating func count(_ record: SweepRecord?) {
      switch record?.result {
      case .done(_, let eventCount):
        done += 1
        events += eventCount
      case .failed: failed += 1
      case nil: break
      }
    }
  }

  /// Writes all tables and the description of the folder; `run.json` comes after it.
  ///
  /// - Returns: what was counted, and the resources of the data package so far.
  /// - Throws: when a file cannot be written; those written before are whole.
  public func write() throws -> Counts {
    var package = FrictionlessPackage(
      name: "panj-sweep", title: "Panj sweep: \(experiment.title)",
      summary: "\(experiment.pointCount) points of the design \(experiment.design.name), seed "
        + "\(experiment.seed), Panj \(PanjVersion.current).")
    for resource in inputResources() { package.add(resource) }
    package.add(try design())
    let (replications, counts) = try replications()
    package.add(replications)
    package.add(try summary())
    for resource in try ContrastTable(of: store, into: folder).write() { package.add(resource) }
    for resource in try RangeTable(of: store).write(into: folder) { package.add(resource) }
    for resource in try SelectionTable(of: store, into: folder).write() { package.add(resource) }
    for resource in try SensitivityTables(of: store, into: folder).write() {
      package.add(resource)
    }
    try writeErrors()
    try folder.write(name: FrictionlessPackage.fileName, text: package.jsonText())
    return counts
  }

  private func inputResources() -> [DataPackageResource] {
    let file = DataPackageResource(
      name: "experiment", path: "experiment.json", title: "The experiment",
      content: CanonicalJSON.bytes(experiment.portableNode))
    return [file]
      + experiment.scenarios.map { scenario in
        DataPackageResource(
          name: "scenario-\(scenario.label)", path: Experiment.scenarioFile(of: scenario.label),
          title: "The scenario \(scenario.label), resolved",
          content: CanonicalJSON.bytes(scenario.document.resolved))
      }
  }

  private static let keys = [
    DataPackageField("point_id", .integer, "The point, a row of design.csv."),
    DataPackageField("scenario", .string, "The scenario of the point."),
  ]

  /// One row a point: its scenario and the value of every factor.
  private func design() throws(OutputError) -> DataPackageResource {
    var table = try SweepTable(
      "design", title: "The points of the experiment",
      fields: Self.keys
        + experiment.factors.map {
          DataPackageField($0.id, $0.isNumeric ? .number : .string, $0.summary)
        }, primaryKey: ["point_id"], in: folder)
    let nominal = experiment.scenarios.map { scenario in
      experiment.factors.map { $0.nominalValue(in: scenario.document) }
    }
    for point in 0..<experiment.pointCount {
      let scenario = experiment.parts(ofPoint: point).scenario
      let values = zip(experiment.values(ofPoint: point), nominal[scenario])
        .map { $0 == .nominal ? $1 : $0 }
      try table.add(
        [.integer(point), .text(label(ofPoint: point))] + values.map { CSVCell($0) })
    }
    return try table.finish()
  }

  private func label(ofPoint point: Int) -> String {
    experiment.scenarios[experiment.parts(ofPoint: point).scenario].label
  }

  /// One row a replication of a point: its responses.
  private func replications() throws(OutputError) -> (DataPackageResource, Counts) {
    var counts = Counts()
    var table = try SweepTable(
      "replications", title: "Responses of each replication of each point",
      fields: [
        Self.keys[0],
        DataPackageField("replication", .integer, "Number of the replication, from 0."),
        DataPackageField("status", .string, "ok, or failed: then see errors.jsonl."),
      ]
        + experiment.responses.map { DataPackageField($0.id, .number, $0.summary) }
        + [DataPackageField("events", .integer, "Events that happened.", unit: "count")],
      primaryKey: ["point_id", "replication"], in: folder)
    for point in 0..<experiment.pointCount {
      let before = counts.done + counts.failed
      for replication in 0..<store.replicationBound(ofPoint: point) {
        let unit = SweepUnit(point: point, replication: replication)
        guard let record = try store.record(of: unit) else { continue }
        var cells: [CSVCell] = [.integer(point), .integer(replication)]
        switch record.result {
        case .done(let responses, let eventCount):
          cells += [.text("ok")] + responses.map { CSVCell($0) } + [.integer(eventCount)]
        case .failed:
          cells += [.text("failed")]
          cells += [CSVCell](repeating: .missing, count: experiment.responses.count + 1)
        }
        counts.count(record)
        try table.add(cells)
      }
      if counts.done + counts.failed > before { counts.points += 1 }
    }
    return (try table.finish(pointColumns: ["point_id"]), counts)
  }

  /// One row a point and response: its estimate and spread.
  private func summary() throws(OutputError) -> DataPackageResource {
    var table = try SweepTable(
      "summary", title: "Estimates of the responses at each point",
      fields: Self.keys + [DataPackageField("response", .string, "The response.")]
        + EstimateColumns.fields, primaryKey: ["point_id", "response"], in: folder)
    var columns = EstimateColumns(level: experiment.confidenceLevel)
    for point in 0..<experiment.pointCount {
      let estimates = try PointEstimates(ofPoint: point, in: store)
      if estimates.doneCount + estimates.failedCount == 0 { continue }
      for (number, response) in experiment.responses.enumerated() {
        try table.add(
          [.integer(point), .text(label(ofPoint: point)), .text(response.id)]
            + columns.cells(
              of: estimates.values[number], response, failed: estimates.failedCount))
      }
    }
    return try table.finish(pointColumns: ["point_id"])
  }

  /// One line a failed replication, with the command that runs it again; no file without failures.
  private func writeErrors() throws(OutputError) {
    try folder.remove(name: "errors.jsonl")
    var file: FileStream?
    for point in 0..<experiment.pointCount {
      for replication in 0..<store.replicationBound(ofPoint: point) {
        let unit = SweepUnit(point: point, replication: replication)
        guard case .failed(let message) = try store.record(of: unit)?.result else { continue }
        let line = CanonicalJSON.line([
          "point_id": .number(point), "replication": .number(replication),
          "message": .string(message),
          "replay": .string("panj replay FOLDER --point \(point) --replication \(replication)"),
        ])
        if file == nil { file = try folder.stream(name: "errors.jsonl") }
        try file?.append(Array((line + "\n").utf8))
      }
    }
    if let file = file.take() { _ = try file.finish() }
  }
}
