import Foundation
import ResultFiles
import ScenarioFormat

/// All shards of a sweep, each in a folder of its own, checked to make a whole.
///
/// Records are named by point and replication, and what they hold depends on nothing else; so a
/// sweep put together from shards has the same records as one run at once, however many there are
/// (and further ones that a shard has kept from a stricter goal; see `SweepGrowth`).
public struct SweepShards: Sendable {
  /// The experiment of all of them.
  public let experiment: Experiment
  /// The folders, by number of shard.
  public let folders: [String]

  /// Reads the folders and checks that they are all the shards of one sweep, each of them complete.
  ///
  /// Shards are opened one after the other, so memory holds where the records of one of them stand.
  ///
  /// - Parameter folders: at least one, in any order.
  /// - Throws: `SweepError.unfitShards` with everything that is wrong and what to type to mend it;
  ///   `SweepError.notASweep` when no folder is one; what is wrong with their experiment.
  public init(in folders: [String]) throws {
    precondition(!folders.isEmpty, "there is nothing to put together")
    guard var census = ShardCensus(of: folders) else {
      throw SweepError.notASweep(folder: folders[0])
    }
    for folder in folders { census.count(folder) }
    let experiment = try census.experiment()
    census.noteMissing()
    for (number, folder) in census.folders.sorted(by: { $0.key < $1.key }) {
      census.note(try Self.problem(of: folder, experiment), ofShard: number)
    }
    if !census.problems.isEmpty {
      throw SweepError.unfitShards(problems: census.problems, remedies: census.remedies())
    }
    self.experiment = experiment
    self.folders = (1...census.identity.shard.count).compactMap { census.folders[$0] }
  }

  /// Refuses to put shards together in the folder of one of them, whatever paths lead there.
  public static func check(target: String, of folders: [String]) throws(SweepError) {
    if folders.contains(where: { OutputFolder.isSame($0, as: target) }) {
      throw .mergesIntoShard(folder: target)
    }
  }

  /// What is wrong with the records of a shard; `nil` when they are all there.
  private static func problem(of folder: String, _ experiment: Experiment) throws -> String? {
    let log = folder + "/" + SweepStore.logName
    guard FileManager.default.fileExists(atPath: log) else { return "has no \(SweepStore.logName)" }
    do {
      let store = try SweepStore(reading: folder, of: experiment)
      let missing = try SweepRun.missingUnitCount(in: store)
      if missing == 0 { return nil }
      let lost = store.damage?.lostBytes ?? 0
      let reason = lost > 0 ? "; \(lost) bytes of its log cannot be read" : ""
      let count = missing == 1 ? "1 replication" : "\(missing) replications"
      let more = experiment.decidesByPoint ? " or more" : ""
      return "is not complete: it lacks \(count)\(more)\(reason)"
    } catch SweepError.foreignRecords {
      return "has records of another sweep or of another shard in its log"
    } catch SweepError.surplusRecords(_, let unit) {
      return "has more than the experiment asks for, such as replication \(unit.replication) of "
        + "point \(unit.point)"
    } catch SweepError.unreadableLog {
      return "has a \(SweepStore.logName) of which no line can be read"
    }
  }

  /// Copies all records into the store of the whole sweep, and puts them in order when nothing is
  /// missing.
  ///
  /// - Parameter onShard: called before each shard, with how many are done.
  /// - Returns: how the whole came out; interrupted where a shard has lost records since it was
  ///   checked.
  /// - Throws: `OutputError` when something cannot be read or written; running it again goes on.
  public func copyRecords(
    into store: SweepStore, onShard: (Int) -> Void = { _ in }
  ) throws -> SweepRun.Ending {
    precondition(store.identity.shard.isWhole, "shards are put together in a whole sweep")
    for (done, folder) in folders.enumerated() {
      onShard(done)
      try store.copyRecords(from: SweepStore(reading: folder, of: experiment))
    }
    if try SweepRun.missingUnitCount(in: store) > 0 { return .interrupted }
    try store.putInOrder()
    return .completed
  }
}
