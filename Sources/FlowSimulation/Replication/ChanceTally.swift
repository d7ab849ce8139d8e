/// By how much chance alone has moved the flow of a commodity from what was to be expected.
///
/// Each number is a sum of steps that are 0 in expectation, given all that happened before: it is a
/// martingale, so its expected value is 0 exactly, however stocks, prices, beliefs and policies
/// move the rates. That makes them control variates for everything that follows from the flow.
struct ChanceTally: Sendable, BitwiseCopyable {
  /// Dispatches less the accumulated rate of dispatching.
  var dispatches = 0.0
  /// What the luck of the months made the rates release beyond their expectation, by the stocks at
  /// the beginning of each month (kg).
  var releaseKilograms = 0.0
  /// Masses drawn less the mean mass, over consignments that left (kg).
  var massKilograms = 0.0
  /// Passages whose draw lay below their hazard less the sum of these hazards.
  ///
  /// A hazard H is a little more than the probability of detection, 1 - exp(-H). It serves as well,
  /// and costs no exponential.
  var detections = 0.0
  /// The same with each passage weighted by its mass (kg).
  var detectedKilograms = 0.0

  /// Counts that a passage is exposed to a hazard, before chance decides.
  @inline(__always)
  mutating func expose(kilograms mass: Double, toHazard hazard: Double) {
    // A draw lies below 1 for sure.
    let probability = min(1, hazard)
    detections -= probability
    detectedKilograms -= probability * mass
  }

  /// Counts that the draw of a passage lay below its hazard.
  @inline(__always)
  mutating func hit(kilograms mass: Double) {
    detections += 1
    detectedKilograms += mass
  }
}
