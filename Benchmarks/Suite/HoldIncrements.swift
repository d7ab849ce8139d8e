import ElementaryFunctions

/// From when to when events are scheduled in the hold model: the time to the next event, of mean 1
/// unless something else is said (Rönngren and Ayani, ACM TOMACS 7 (1997) 157-209, use such a set).
public enum HoldIncrements: String, CaseIterable, Sendable {
  /// Exponential: what simulations of independent events have.
  case exponential
  /// Equally likely in [0, 2).
  case uniform
  /// Nine in ten lie in [0, 0.2), one in ten in [0, 18.2): a few events wait long.
  case bimodal
  /// Every second event falls on the next quarter after an exponential time, those between a
  /// billionth or less beyond it: a quarter of all pending events have one time, or nearly. Mean
  /// about 1.12.
  case bursty

  /// The time of an event that is pending as the load begins: what is left of an increment at a
  /// random moment, so that all that follows is stationary from the start; but for bursty ones,
  /// whose first quarters are not yet as full as later ones.
  ///
  /// Of a uniform increment below a, a (1 - sqrt(1 - u)) is left; increments of ten times the
  /// length are ten times as likely to be the ones under way.
  func startTime(draw: Double) -> Double {
    switch self {
    case .exponential, .bursty: return time(after: 0, draw: draw)
    case .uniform: return 2 * (1 - (1 - draw).squareRoot())
    case .bimodal:
      return draw < 0.09
        ? 0.2 * (1 - (1 - draw / 0.09).squareRoot())
        : 18.2 * (1 - ((1 - draw) / 0.91).squareRoot())
    }
  }

  /// The time of the next event.
  ///
  /// - Parameters:
  ///   - time: when the event happened that it follows.
  ///   - draw: uniform, strictly between 0 and 1.
  @inline(__always)
  func time(after time: Double, draw: Double) -> Double {
    switch self {
    case .exponential: return time - Portable.log(draw)
    case .uniform: return time + 2 * draw
    case .bimodal: return time + (draw < 0.9 ? draw * (0.2 / 0.9) : (draw - 0.9) * 182)
    case .bursty:
      // Half of the draw decides whether the time is exact; the other half is a draw again.
      let isExact = draw < 0.5
      let rest = isExact ? 2 * draw : 2 * draw - 1
      let quarter = ((time - Portable.log(rest)) * 4).rounded(.up) / 4
      return isExact ? quarter : quarter + 1e-9 * rest
    }
  }
}
