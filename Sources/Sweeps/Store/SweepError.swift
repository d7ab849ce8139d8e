/// A sweep cannot be run, continued, merged or analysed as it was asked.
public enum SweepError: Error, Sendable, Equatable, CustomStringConvertible {
  /// The folder holds files that no sweep has written.
  case notASweep(folder: String)
  /// The folder holds another sweep, or another part of this one; and what to do.
  case otherSweep(folder: String, difference: String, remedy: String)
  /// The log of the folder holds records that the experiment does not have.
  case foreignRecords(folder: String)
  /// The log of the folder holds more than the experiment asks for, such as this unit.
  case surplusRecords(folder: String, SweepUnit)
  /// Not one of so many lines in the log of the folder can be read.
  case unreadableLog(folder: String, lineCount: Int)
  /// A run was to go into the folder of a sweep.
  case holdsSweep(folder: String)
  /// The experiment cannot be cut into shards.
  case notShardable(reason: String)
  /// Shards of a sweep are missing, doubled, foreign or incomplete; and what to type to mend it.
  case unfitShards(problems: [String], remedies: [String])
  /// What the folder says was run is no longer what was run; and what to do about it.
  case changedInputs(folder: String, changed: String, remedy: String)
  /// A file that Panj has written cannot be read any more.
  case damagedFile(String)
  /// Shards were to be put together in the folder of one of them.
  case mergesIntoShard(folder: String)
  /// The folder has no such point or replication.
  case noSuchUnit(String)
  /// An analysis was asked for that the sweep does not support.
  case notAnalysable(String)

  /// What to do about the folder that `panj sweep` or `panj merge` was to write into.
  static let replacing =
    "name another folder with --out, or throw away what is there with --replace"

  /// What is wrong, and on a line of its own what to do.
  public var description: String {
    switch self {
    case .notASweep(let folder):
      "the folder '\(folder)' does not hold a sweep\n"
        + "  hint: name a folder that 'panj sweep' has written; a new sweep goes into a new or "
        + "empty one"
    case .otherSweep(let folder, let difference, let remedy):
      "the folder '\(folder)' holds \(difference)\n  hint: \(remedy)"
    case .foreignRecords(let folder):
      "the log in '\(folder)' holds records of another sweep, or of another part of this one\n"
        + "  hint: put the right \(SweepStore.logName) back, or run the sweep in another folder"
    case .surplusRecords(let folder, let unit):
      "the log in '\(folder)' holds more than the experiment asks for, such as replication "
        + "\(unit.replication) of point \(unit.point)\n"
        + "  hint: ask for as many replications and points as are there, or more; or run fewer in "
        + "another folder"
    case .unreadableLog(let folder, let lineCount):
      "none of the \(lineCount) lines in '\(folder)/\(SweepStore.logName)' fits its checksum: a "
        + "transfer may have changed line ends, or something else has written to the file\n"
        + "  hint: put the file back as it was (tr -d '\\r' takes added line ends off); or move it "
        + "away, and the same command begins anew"
    case .holdsSweep(let folder):
      "the folder '\(folder)' holds a sweep, which a run does not replace\n"
        + "  hint: name another folder, or remove this one if its records are not needed"
    case .notShardable(let reason):
      "the experiment cannot be cut into shards: \(reason)\n"
        + "  hint: run it as a whole, with more --workers"
    case .unfitShards(let problems, let remedies):
      "these folders do not make a whole sweep:"
        + problems.map { "\n  " + $0 }.joined()
        + (remedies.isEmpty ? "" : "\n  hint: type")
        + remedies.map { "\n    " + $0 }.joined()
    case .changedInputs(let folder, let changed, let remedy):
      "in the folder '\(folder)' \(changed) changed since the results were written\n"
        + "  hint: \(remedy)"
    case .damagedFile(let file):
      "the file '\(file)' is damaged: it is not what Panj has written\n"
        + "  hint: put a copy back, or run the same command again in another folder"
    case .mergesIntoShard(let folder):
      "the folder '\(folder)' is one of the shards that are to be put together\n"
        + "  hint: name another folder with --out"
    case .noSuchUnit(let message), .notAnalysable(let message): message
    }
  }
}
