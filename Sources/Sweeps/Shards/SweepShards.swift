import Foundation
import ResultFiles
import ScenarioFormat

/// All shards of a sweep, each in a folder of its own, checked to make a whole.
///
/// Records are named by point and replication, and what they hold depends on nothing else; so a
/// sweep put together from shards has the same records as one run at once, however many there are.
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
  ///   `SweepError.notASweep` when the first folder is none; what is wrong with its experiment.
  public init(in folders: [String]) throws {
    precondition(!folders.isEmpty, "there is nothing to put together")
    var census = ShardCensus(first: folders[0], identity: try SweepFolder.identity(in: folders[0]))
    for folder in folders { census.count(folder) }
    let experiment = try SweepFolder.experiment(in: folders[0])
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
    }
  }

  /// Copies all records into the store of the whole sweep and puts them in order.
  ///
  /// - Parameter onShard: called before each shard, with how many are done.
  /// - Throws: `OutputError` when something cannot be read or written; running it again goes on.
  public func copyRecords(into store: SweepStore, onShard: (Int) -> Void = { _ in }) throws {
    precondition(store.identity.shard.isWhole, "shards are put together in a whole sweep")
    for (done, folder) in folders.enumerated() {
      onShard(done)
      try store.copyRecords(from: SweepStore(reading: folder, of: experiment))
    }
    try store.putInOrder()
  }
}
