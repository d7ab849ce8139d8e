/// The sizes by which the ladder is built. None of them changes the order of events; all were
/// chosen by measurement (see `Benchmarks/README.md`).
@usableFromInline
enum Ladder {
  /// A sorted list longer than this is divided into buckets.
  @inlinable static var longestBottom: Int { 16 }

  /// How many buckets the first rung has for each event at its start. Events go on coming in until
  /// its end, so they should be few at first.
  @inlinable static var bucketsPerTopEvent: Double { 6 }

  /// How many buckets a lower rung has for each event: nearly all are there from its start.
  @inlinable static var bucketsPerEvent: Double { 1.5 }

  /// The most buckets of one rung: 128 kB of small events, which stay in the second-level cache.
  @inlinable static var mostBuckets: Double { 2048 }
}
