import ResultFiles
import ScenarioFormat
import Synchronization
import TraffickingModel

/// The records of a sweep in its folder: appended one by one, found by point and replication.
///
/// What is in the log is done, whatever happened to the process afterwards; running the sweep
/// again goes on with what is missing. Memory holds where each record stands, 17 bytes, never the
/// records.
public final class SweepStore: Sendable {
  /// The file with the records.
  public static let logName = "records.log"

  /// The experiment.
  public let experiment: Experiment
  /// What the folder is a part of.
  public let identity: SweepIdentity
  /// What was cut off from the log because it was not whole.
  public let damage: AppendLog.Damage?
  private let log: AppendLog
  private let places: Mutex<Places>

  /// Where the records stand, by point and replication.
  struct Places {
    var byPoint: [[AppendLog.Place?]]
    var count = 0
    var isForeign = false

    init(pointCount: Int) { byPoint = Array(repeating: [], count: pointCount) }

    mutating func note(line: ArraySlice<UInt8>, at place: AppendLog.Place) {
      if let unit = SweepRecord.unit(ofLine: line) {
        note(unit, at: place)
      } else {
        isForeign = true
      }
    }

    mutating func note(_ unit: SweepUnit, at place: AppendLog.Place) {
      guard byPoint.indices.contains(unit.point), unit.replication >= 0 else {
        isForeign = true
        return
      }
      let missing = unit.replication + 1 - byPoint[unit.point].count
      if missing > 0 { byPoint[unit.point] += [AppendLog.Place?](repeating: nil, count: missing) }
      if byPoint[unit.point][unit.replication] == nil { count += 1 }
      byPoint[unit.point][unit.replication] = place
    }
  }

  /// Opens the store of a sweep in a folder, new or begun.
  ///
  /// - Parameter replacing: whether what an earlier sweep left in the folder is thrown away.
  /// - Throws: `SweepError` when the folder holds another sweep; `OutputError` when it cannot be
  ///   read or written.
  public init(
    of experiment: Experiment, shard: SweepShard, in folder: OutputFolder, replacing: Bool = false
  ) throws {
    self.experiment = experiment
    identity = SweepIdentity(of: experiment, shard: shard)
    if replacing { try folder.remove(name: Self.logName) }
    try Self.claim(folder, for: identity, replacing: replacing)
    var places = Places(pointCount: experiment.pointCount)
    log = try folder.log(name: Self.logName) { places.note(line: $1, at: $0) }
    if places.isForeign { throw SweepError.foreignRecords(folder: folder.path) }
    damage = log.damage
    self.places = Mutex(places)
    try Self.writeExperiment(experiment, into: folder)
  }

  /// Opens the store of a sweep for reading alone, even while another process runs it.
  ///
  /// - Throws: `SweepError` when the folder holds another sweep or none; `OutputError` when it
  ///   cannot be read.
  public init(reading path: String, of experiment: Experiment) throws {
    self.experiment = experiment
    let file = path + "/" + SweepIdentity.fileName
    guard let node = try? JSONReader.read(path: file), let found = SweepIdentity(node) else {
      throw SweepError.notASweep(folder: path)
    }
    identity = SweepIdentity(of: experiment, shard: found.shard)
    if let difference = found.difference(from: identity) {
      throw SweepError.otherSweep(folder: path, difference: difference)
    }
    var places = Places(pointCount: experiment.pointCount)
    log = try AppendLog(reading: path + "/" + Self.logName) { places.note(line: $1, at: $0) }
    if places.isForeign { throw SweepError.foreignRecords(folder: path) }
    damage = log.damage
    self.places = Mutex(places)
  }

  /// Makes sure that a folder is new or one of the same sweep.
  private static func claim(
    _ folder: OutputFolder, for identity: SweepIdentity, replacing: Bool
  ) throws {
    if replacing || folder.foundContent == .nothing {
      return try folder.write(
        name: SweepIdentity.fileName, bytes: CanonicalJSON.bytes(identity.node))
    }
    let file = folder.path + "/" + SweepIdentity.fileName
    guard let node = try? JSONReader.read(path: file), let found = SweepIdentity(node) else {
      throw SweepError.notASweep(folder: folder.path)
    }
    if let difference = found.difference(from: identity) {
      throw SweepError.otherSweep(folder: folder.path, difference: difference)
    }
    if found.shard != identity.shard {
      throw SweepError.otherSweep(folder: folder.path, difference: "shard \(found.shard)")
    }
  }

  private static func writeExperiment(
    _ experiment: Experiment, into folder: OutputFolder
  ) throws(OutputError) {
    for scenario in experiment.scenarios {
      try folder.write(
        name: Experiment.scenarioFile(of: scenario.label),
        bytes: CanonicalJSON.bytes(scenario.document.resolved))
    }
    try folder.write(
      name: "experiment.json", bytes: CanonicalJSON.bytes(experiment.portableNode))
  }

  /// How many records there are.
  public var recordCount: Int { places.withLock { $0.count } }

  /// Whether a unit is done, or has failed.
  public func contains(_ unit: SweepUnit) -> Bool {
    places.withLock { places in
      let own = places.byPoint[unit.point]
      return unit.replication < own.count && own[unit.replication] != nil
    }
  }

  /// How many replications of a point there are from the first on without a gap.
  public func leadingCount(ofPoint point: Int) -> Int {
    places.withLock { $0.byPoint[point].prefix { $0 != nil }.count }
  }

  /// How many replications any point has at most, gaps included.
  func replicationBound(ofPoint point: Int) -> Int {
    places.withLock { $0.byPoint[point].count }
  }

  /// Keeps a record.
  public func add(_ record: SweepRecord) throws(OutputError) {
    let place = try log.append(record.line)
    places.withLock { $0.note(record.unit, at: place) }
  }

  /// The record of a unit; `nil` when there is none.
  ///
  /// - Throws: `OutputError` when the log cannot be read any more.
  public func record(of unit: SweepUnit) throws(OutputError) -> SweepRecord? {
    let place = places.withLock { places in
      let own = places.byPoint[unit.point]
      return unit.replication < own.count ? own[unit.replication] : nil
    }
    guard let place else { return nil }
    return SweepRecord(
      line: try log.line(at: place), responseCount: experiment.responses.count)
  }

  /// Forces all records to the storage device and closes the log.
  public func close() throws(OutputError) { try log.close() }
}
