import ResultFiles

/// Where the records of a sweep stand in its log, by point and replication.
struct RecordPlaces {
  private var places: UnitPlaces
  /// Where the log says which sweep it belongs to.
  var identityLine: AppendLog.Place?
  /// Whether the log holds each record once, in the order of points and replications.
  private(set) var isInOrder = true

  private let expectedLine: [UInt8]
  private let replicationLimit: Int
  private let shard: SweepShard
  private let dealing: SweepShard.Dealing?
  private var last: SweepUnit?
  private var isForeign = false
  /// A record beyond what the experiment asks for.
  private var surplus: SweepUnit?

  init(of experiment: Experiment, identity: SweepIdentity) {
    places = UnitPlaces(pointCount: experiment.pointCount)
    expectedLine = identity.logLine
    replicationLimit = experiment.replicationLimit
    shard = identity.shard
    dealing = identity.dealing
  }

  /// How many records there are.
  var count: Int { places.count }

  /// Where the record of a unit stands; `nil` when there is none.
  subscript(unit: SweepUnit) -> AppendLog.Place? { places[unit] }

  /// How many replications a point has at most, gaps included.
  func bound(ofPoint point: Int) -> Int { places.bound(ofPoint: point) }

  /// How many replications of a point there are from the first on without a gap.
  mutating func leadingCount(ofPoint point: Int) -> Int { places.leadingCount(ofPoint: point) }

  /// Notes a line of a log.
  mutating func note(line: ArraySlice<UInt8>, at place: AppendLog.Place) {
    if line.starts(with: SweepIdentity.logLinePrefix) {
      if !line.elementsEqual(expectedLine) { isForeign = true }
      if identityLine != nil || count > 0 { isInOrder = false }
      identityLine = place
      return
    }
    guard let unit = SweepRecord.unit(ofLine: line), unit.point >= 0, unit.replication >= 0 else {
      isForeign = true
      return
    }
    if unit.point >= places.pointCount || unit.replication >= replicationLimit {
      surplus = unit
      return
    }
    guard shard.owns(unit, pointCount: places.pointCount, dealing: dealing) else {
      isForeign = true
      return
    }
    note(unit, at: place)
  }

  /// Notes the record of a unit.
  mutating func note(_ unit: SweepUnit, at place: AppendLog.Place) {
    places.set(unit, to: place)
    if let last, (last.point, last.replication) >= (unit.point, unit.replication) {
      isInOrder = false
    }
    last = unit
  }

  /// Opens the log of a folder and notes all lines.
  mutating func fill(from folder: OutputFolder) throws -> AppendLog {
    let log = try folder.log(name: SweepStore.logName) { note(line: $1, at: $0) }
    try check(log, folder: folder.path)
    return log
  }

  /// Refuses a log that belongs to something else, holds more than is asked for, or of which
  /// nothing can be read.
  func check(_ log: AppendLog, folder: String) throws(SweepError) {
    if let damage = log.damage, damage.isUnreadable {
      throw .unreadableLog(folder: folder, lineCount: damage.brokenLines)
    }
    // The line that says whose it is may be among what is lost.
    let isNameless = identityLine == nil && count > 0 && log.damage == nil
    if isForeign || isNameless { throw .foreignRecords(folder: folder) }
    if let surplus { throw .surplusRecords(folder: folder, surplus) }
  }

  /// The units that have a record, in order.
  func units() -> some Sequence<SweepUnit> {
    (0..<places.pointCount).lazy.flatMap { point in
      (0..<bound(ofPoint: point)).lazy.map { SweepUnit(point: point, replication: $0) }
        .filter { self[$0] != nil }
    }
  }

  /// The places of a log in order: the line that says whose it is, then the records.
  func inOrder(after first: AppendLog.Place) -> some Sequence<AppendLog.Place> {
    var units = units().makeIterator()
    var isFirst = true
    return AnyIterator {
      if isFirst {
        isFirst = false
        return first
      }
      return units.next().flatMap { self[$0] }
    }
  }
}
