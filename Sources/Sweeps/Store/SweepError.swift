/// A sweep cannot be run, continued, merged or analysed as it was asked.
public enum SweepError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The folder holds files that no sweep has written.
  case notASweep(folder: String)
  /// The folder holds another sweep, or another part of this one.
  case otherSweep(folder: String, difference: String)
  /// The log of the folder holds records that the experiment does not have.
  case foreignRecords(folder: String)
  /// The experiment cannot be cut into shards.
  case notShardable(reason: String)
  /// Shards of a sweep are missing, doubled or incomplete.
  case unfitShards([String])
  /// The folder has no such point or replication.
  case noSuchUnit(String)
  /// An analysis was asked for that the sweep does not support.
  case notAnalysable(String)

  /// What is wrong, and on a line of its own what to do.
  public var description: String {
    switch self {
    case .notASweep(let folder):
      "the folder '\(folder)' holds something else than a sweep\n"
        + "  hint: name a new or empty folder"
    case .otherSweep(let folder, let difference):
      "the folder '\(folder)' holds a sweep of \(difference)\n"
        + "  hint: name another folder with --out, or replace the sweep with --replace"
    case .foreignRecords(let folder):
      "the log in '\(folder)' holds records that this experiment does not have\n"
        + "  hint: replace the sweep with --replace"
    case .notShardable(let reason):
      "the experiment cannot be cut into shards: \(reason)"
    case .unfitShards(let problems):
      "these folders do not make a whole sweep:\n  " + problems.joined(separator: "\n  ")
    case .noSuchUnit(let message), .notAnalysable(let message): message
    }
  }
}
