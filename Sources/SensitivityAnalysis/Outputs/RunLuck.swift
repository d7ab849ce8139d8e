/// How the random numbers of the runs of a design are related.
public enum RunLuck: Sendable, Equatable, CaseIterable {
  /// The model is deterministic: a run uses no random numbers.
  case none

  /// Rows that are compared share replication numbers, so that luck cancels in differences.
  ///
  /// In Saltelli blocks these are the rows of a base point, and base points have replication
  /// numbers of their own: if all shared one, the indices would be those of this one luck, and no
  /// noise would be seen. With several replications they may share them; the intervals then leave
  /// out what luck these happened to have. Search curves are those of a repetition; trajectories
  /// may all share theirs, and with one run per row their effects are those of this one luck.
  case common

  /// Every row has replication numbers of its own.
  case own
}
