/// Which expected value is the best one.
public enum SelectionGoal: Sendable, CaseIterable, BitwiseCopyable {
  /// The greatest.
  case maximise
  /// The least.
  case minimise

  /// A value turned so that more is better.
  func merit(_ value: Double) -> Double { self == .maximise ? value : -value }
}
