/// What one run of a load did and how long it took, without what was set up before.
public struct WorkDone: Sendable {
  /// How many operations were done.
  public var operations: Int
  /// A hash of the work: the same on every machine, in every run and for any number of workers.
  public var checksum: UInt64
  /// How long the timed part took.
  public var time: Stopwatch.Reading
  /// A number whose expectation is known, such as the mean time in a queue.
  public var check: Double?
  /// What else was measured.
  public var figures: [Figure] = []

  /// The operations a second of wall-clock time.
  public var rate: Double { Double(operations) / time.seconds }
}
