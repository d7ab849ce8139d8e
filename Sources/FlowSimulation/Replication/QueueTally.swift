/// What was seen of the queue at a checkpoint, licit vehicles and consignments together.
struct QueueTally: Sendable, BitwiseCopyable {
  /// Vehicles whose inspection began.
  var inspected = 0.0
  /// Vehicles waved through because the queue was full.
  var wavedThrough = 0.0
  /// Time from arrival to the start of the inspection, summed over the inspected (days).
  var waitingDays = 0.0
}
