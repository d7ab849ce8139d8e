/// Quantiles of a sample.
public enum Quantile {
  /// The quantile of type 7 in the numbering of Hyndman and Fan: linear interpolation between order
  /// statistics at position (n - 1) p, counted from 0.
  ///
  /// It is the usual choice of R, NumPy and pandas. `sorted` is in ascending order and not empty,
  /// `p` in [0, 1]: anything else is a programming error. Source: Hyndman and Fan, The American
  /// Statistician 50 (1996) 361-365.
  public static func type7(sorted: [Double], _ p: Double) -> Double {
    precondition(!sorted.isEmpty, "a quantile needs at least one number")
    precondition(p >= 0 && p <= 1, "probability \(p) is not in 0...1")
    let position = Double(sorted.count - 1) * p
    let below = Int(position)
    guard below + 1 < sorted.count else { return sorted[sorted.count - 1] }
    return sorted[below] + (position - Double(below)) * (sorted[below + 1] - sorted[below])
  }
}
