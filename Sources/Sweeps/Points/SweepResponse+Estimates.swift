import OutputStatistics

/// What is estimated of a response.
extension SweepResponse {
  /// Whether it is 1 or 0 in each replication, so that its mean is a chance.
  public var isIndicator: Bool { threshold != nil }

  /// The response in a replication, from the sum of what it adds up; NaN where that is not defined.
  func value(of sum: Double) -> Double {
    let number = sum * scale
    // A comparison would make a plain no of what is not defined.
    guard number.isFinite else { return number }
    switch threshold {
    case nil: return number
    case .above(let limit): return number > limit ? 1 : 0
    case .below(let limit): return number < limit ? 1 : 0
    }
  }

  /// How an interval of the mean is found.
  public enum IntervalMethod: String, Sendable {
    /// By Student's t.
    case studentT = "t"
    /// By Wilson's score, for a chance.
    case wilson
  }

  /// How the interval of its mean is found.
  public var intervalMethod: IntervalMethod { isIndicator ? .wilson : .studentT }

  /// The interval of the mean of what a tally has seen; `nil` where it has not seen enough.
  public func interval(of tally: Tally, level: Double) -> ConfidenceInterval? {
    guard isIndicator else { return tally.confidenceInterval(level: level) }
    return tally.count == 0 ? nil : Proportion(of: tally).confidenceInterval(level: level)
  }

  /// Whether the mean is known as well as a rule asks for.
  public func isPrecise(_ tally: Tally, by rule: PrecisionRule, level: Double) -> Bool {
    guard let interval = interval(of: tally, level: level) else { return false }
    return rule.isReached(by: interval, around: tally.mean, count: tally.count)
  }
}
