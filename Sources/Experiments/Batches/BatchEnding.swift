/// Why a batch ended.
public enum BatchEnding: String, Sendable {
  /// All replications asked for have run.
  case completed
  /// Every precision target was reached.
  case precisionReached = "precision-reached"
  /// The cap was reached before every precision target.
  case capReached = "cap-reached"
  /// It was told to stop.
  case interrupted
}
