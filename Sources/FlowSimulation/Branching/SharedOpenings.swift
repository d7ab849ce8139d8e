/// On which days corridors open again for those of several networks that one replication stands
/// for.
///
/// A consignment that finds every way closed waits for the next season, which may begin on another
/// day in each network, because their policies do. This is the one thing that a replication looks
/// ahead to: it schedules the reopening for each of these days, in its place in the order of
/// events, and a branch keeps its own.
struct SharedOpenings: Sendable, Equatable {
  /// The season that all of them are in, the last that they share.
  var season: Int
  /// When the next one begins in any of them, from the earliest on (days).
  var days: [Double]
}
