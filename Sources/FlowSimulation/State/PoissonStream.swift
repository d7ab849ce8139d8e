/// What comes one by one at a rate that stages may change: licit vehicles, leads of a source.
///
/// The next one comes when the accumulated rate has used up an exponential draw. A change of the
/// rate keeps what is left of the draw, so it moves arrivals without redrawing them. An event that
/// such a change has put off is recognised by its time.
struct PoissonStream: Sendable, BitwiseCopyable {
  /// How many have been drawn since the start of the simulation: names the next one.
  private(set) var count: UInt64 = 0
  /// When the next one comes (days); infinite while the rate is 0.
  private(set) var arrivesAt = Double.infinity
  /// A draw in (0, 1) that belongs to the next one.
  private(set) var mark = 0.0
  /// The rate in force (1/day).
  private var perDay: Double
  /// What is left, at `updatedAt`, of the exponential draw.
  private var remainingIntensity = 0.0
  /// When `remainingIntensity` was brought up to date (days).
  private var updatedAt = 0.0

  /// A stream of which nothing has been drawn.
  ///
  /// - Parameter perDay: the rate (1/day).
  init(perDay: Double) { self.perDay = perDay }

  /// Takes in the draws of the next one.
  ///
  /// - Parameters:
  ///   - intensity: exponential of mean 1.
  ///   - mark: in (0, 1), for what becomes of it.
  ///   - time: when the one before it came, or 0.
  mutating func expectNext(intensity: Double, mark: Double, from time: Double) {
    count += 1
    self.mark = mark
    remainingIntensity = intensity
    updatedAt = time
    setArrival()
  }

  /// Changes the rate.
  ///
  /// - Returns: whether that has moved the next arrival.
  mutating func setRate(_ perDay: Double, at time: Double) -> Bool {
    guard perDay != self.perDay else { return false }
    remainingIntensity = max(0, remainingIntensity - self.perDay * (time - updatedAt))
    updatedAt = time
    self.perDay = perDay
    setArrival()
    return true
  }

  private mutating func setArrival() {
    arrivesAt = perDay > 0 ? updatedAt + remainingIntensity / perDay : .infinity
  }
}
