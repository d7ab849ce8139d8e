import ResultFiles
import ScenarioFormat
import Synchronization

/// The records of a sweep in its folder: appended one by one, found by point and replication.
///
/// What is in the log is done, whatever happened to the process afterwards; running the sweep
/// again goes on with what is missing. Memory holds where each record stands, some 16 bytes, never
/// the records.
///
/// The format of `records.log`: lines of UTF-8, each with a checksum at its end (see `AppendLog`).
/// One line, the first unless the file was damaged, says which sweep the records belong to
/// (`SweepIdentity.logLine`). Every other line is a record (`SweepRecord.line`). While a sweep
/// runs, records stand in the order in which they came; once it is complete, in that of points and
/// replications, so that the file has the same bytes whoever ran the sweep.
public final class SweepStore: Sendable {
  /// The file with the records.
  public static let logName = "records.log"

  /// The experiment.
  public let experiment: Experiment
  /// What the folder is a part of.
  public let identity: SweepIdentity
  /// What of the log cannot be read any more.
  public let damage: AppendLog.Damage?
  private let log: AppendLog
  private let places: Mutex<RecordPlaces>

  /// Opens the store of a sweep in a folder, new or begun.
  ///
  /// A sweep that was begun with fewer replications or points, another precision or other words
  /// goes on as this one, and the folder then says so; see `SweepIdentity`.
  ///
  /// - Parameter replacing: whether a sweep of something else in the folder is thrown away; one of
  ///   the same experiment is continued all the same.
  /// - Throws: `SweepError` when the folder holds another sweep, or more than is asked for;
  ///   `OutputError` when it cannot be read or written. A folder that is refused stays as it was.
  public init(
    of experiment: Experiment, shard: SweepShard, in folder: OutputFolder, replacing: Bool = false
  ) throws {
    let identity = SweepIdentity(of: experiment, shard: shard)
    let goesOn = try Self.canContinue(folder, experiment, identity, replacing: replacing)
    if !goesOn {
      if folder.foundContent != .nothing { try SweepFolder.clear(folder) }
      try SweepFolder.write(experiment, identity: identity, into: folder)
    }
    var places = RecordPlaces(of: experiment, identity: identity)
    do {
      log = try places.fill(from: folder)
    } catch let error as SweepError {
      guard replacing else { throw error }
      try SweepFolder.clear(folder)
      places = RecordPlaces(of: experiment, identity: identity)
      log = try places.fill(from: folder)
    }
    damage = log.damage
    if goesOn { try SweepFolder.write(experiment, identity: identity, into: folder) }
    if places.identityLine == nil {
      places.identityLine = try log.append(identity.logLine)
    }
    self.experiment = experiment
    self.identity = identity
    self.places = Mutex(places)
  }

  /// Opens the store of a folder to read from it alone; nothing in the folder changes, whoever may
  /// be writing to it.
  ///
  /// - Parameter experiment: that of the folder if it was read before, which saves reading it for
  ///   each of many shards.
  /// - Throws: `SweepError` when the folder holds no sweep or one of another version or experiment;
  ///   `OutputError` when it cannot be read.
  public convenience init(reading folder: String, of experiment: Experiment? = nil) throws {
    let found = try SweepFolder.identity(in: folder)
    let experiment = try experiment ?? SweepFolder.experiment(in: folder)
    let identity = SweepIdentity(of: experiment, shard: found.shard)
    if let difference = found.difference(from: identity) {
      throw SweepError.otherSweep(
        folder: folder, difference: difference, remedy: SweepFolder.readingRemedy)
    }
    try self.init(reading: folder, experiment, identity)
  }

  /// Opens the store of a folder to compare with what it holds, whichever version of Panj wrote it;
  /// nothing in the folder changes.
  ///
  /// - Throws: `SweepError` when the folder holds no sweep, or files that were changed since it
  ///   began; `OutputError` when it cannot be read.
  public convenience init(comparingWith folder: String) throws {
    let found = try SweepFolder.identity(in: folder)
    let experiment = try ExperimentReader.read(path: folder + "/" + SweepFolder.experimentName)
    guard SweepIdentity(of: experiment, shard: found.shard).files == found.files else {
      throw SweepError.changedInputs(
        folder: folder, changed: "the experiment or its scenarios were",
        remedy: "put experiment.json and the files in scenarios back as they were")
    }
    try self.init(reading: folder, experiment, found)
  }

  private init(
    reading folder: String, _ experiment: Experiment, _ identity: SweepIdentity
  ) throws {
    var places = RecordPlaces(of: experiment, identity: identity)
    log = try AppendLog(reading: folder + "/" + Self.logName) { places.note(line: $1, at: $0) }
    damage = log.damage
    try places.check(log, folder: folder)
    self.experiment = experiment
    self.identity = identity
    self.places = Mutex(places)
  }

  /// Whether what a folder holds is to be continued; not so when there is nothing, or something
  /// that may be replaced. Throws when it must not be.
  private static func canContinue(
    _ folder: OutputFolder, _ experiment: Experiment, _ identity: SweepIdentity, replacing: Bool
  ) throws -> Bool {
    if folder.foundContent == .nothing { return false }
    let found = try SweepFolder.identity(in: folder.path)
    var difference = found.difference(from: identity)
    if difference == nil, found.shard != identity.shard {
      difference = "\(found.shard.words) of the sweep"
    }
    let growth = SweepGrowth(
      folder: folder.path, found: found, own: identity, experiment: experiment)
    guard let difference = difference ?? growth.obstacle() else { return true }
    if replacing { return false }
    throw SweepError.otherSweep(
      folder: folder.path, difference: difference, remedy: SweepError.replacing)
  }

  /// How many records there are.
  public var recordCount: Int { places.withLock { $0.count } }

  /// Whether a unit is done, or has failed.
  public func contains(_ unit: SweepUnit) -> Bool { place(of: unit) != nil }

  private func place(of unit: SweepUnit) -> AppendLog.Place? {
    places.withLock { $0[unit] }
  }

  /// How many replications of a point there are from the first on without a gap.
  public func leadingCount(ofPoint point: Int) -> Int {
    places.withLock { $0.leadingCount(ofPoint: point) }
  }

  /// How many replications any point has at most, gaps included.
  func replicationBound(ofPoint point: Int) -> Int {
    places.withLock { $0.bound(ofPoint: point) }
  }

  /// Keeps a record.
  public func add(_ record: SweepRecord) throws(OutputError) {
    let place = try log.append(record.line)
    places.withLock { $0.note(record.unit, at: place) }
  }

  /// The record of a unit; `nil` when there is none.
  ///
  /// - Throws: `OutputError` when the log cannot be read any more, or holds something else where
  ///   the record was.
  public func record(of unit: SweepUnit) throws(OutputError) -> SweepRecord? {
    guard let place = place(of: unit) else { return nil }
    let line = try log.line(at: place)
    guard
      let record = SweepRecord(line: line, responseCount: experiment.responses.count),
      record.unit == unit
    else { throw log.hasChanged() }
    return record
  }

  /// Copies all records of another part of the same sweep that are not here yet.
  ///
  /// - Throws: `OutputError` when one of the logs cannot be read or written.
  func copyRecords(from other: SweepStore) throws(OutputError) {
    for point in 0..<experiment.pointCount {
      for replication in 0..<other.replicationBound(ofPoint: point) {
        let unit = SweepUnit(point: point, replication: replication)
        guard !contains(unit), let record = try other.record(of: unit) else { continue }
        try add(record)
      }
    }
  }

  /// Writes the log anew in the order of points and replications, unless it is in order.
  ///
  /// Whatever happens meanwhile, no record is lost. No unit may be added at the same time.
  ///
  /// - Throws: `OutputError`, for example when there is no space for a second log; the records are
  ///   then as they were.
  public func putInOrder() throws(OutputError) {
    let known = places.withLock { $0 }
    if known.isInOrder && (damage?.brokenLines ?? 0) == 0 { return }
    guard let identityLine = known.identityLine else {
      preconditionFailure("a log that can be written says whose it is")
    }
    var renewed = RecordPlaces(of: experiment, identity: identity)
    var units = known.units().makeIterator()
    try log.rewrite(known.inOrder(after: identityLine)) { place in
      if renewed.identityLine == nil {
        renewed.identityLine = place
      } else if let unit = units.next() {
        renewed.note(unit, at: place)
      }
    }
    places.withLock { $0 = renewed }
  }

  /// Forces all records to the storage device and closes the log.
  public func close() throws(OutputError) { try log.close() }
}
