/// The M/M/c/K queue in its steady state, by the textbook (Gross, Shortle, Thompson and Harris,
/// "Fundamentals of Queueing Theory", chapter 3).
struct QueueTheory {
  /// The probability that a vehicle finds the queue full.
  let blocking: Double
  /// The mean number waiting or under inspection.
  let present: Double
  /// The mean wait of those who are not turned away, in the unit of `1 / arrivals`.
  let wait: Double

  /// - Parameters:
  ///   - arrivals: the rate of arrivals.
  ///   - service: the rate of one of `lanes` lanes.
  ///   - limit: how many may wait; `nil` for any number.
  init(arrivals: Double, service: Double, lanes: Int, limit: Int?) {
    let load = arrivals / service
    guard let limit else {
      let delay = Self.erlangC(load, lanes)
      blocking = 0
      wait = delay / (Double(lanes) * service - arrivals)
      present = load + arrivals * wait
      return
    }
    var weights = [1.0]
    for number in 1..<(lanes + limit + 1) {
      weights.append(weights[number - 1] * load / Double(min(number, lanes)))
    }
    let total = weights.reduce(0, +)
    let full = weights[lanes + limit] / total
    let waiting = weights.indices.dropFirst(lanes)
      .reduce(0) { $0 + Double($1 - lanes) * weights[$1] / total }
    blocking = full
    wait = waiting / (arrivals * (1 - full))
    present = waiting + load * (1 - full)
  }

  /// The probability that a call finds all of `lanes` lanes busy and is lost.
  static func erlangB(_ load: Double, _ lanes: Int) -> Double {
    (1..<(lanes + 1)).reduce(1) { $0 * load / (Double($1) + $0 * load) }
  }

  /// The probability that a call has to wait.
  static func erlangC(_ load: Double, _ lanes: Int) -> Double {
    let lost = erlangB(load, lanes)
    return lost / (1 - load / Double(lanes) * (1 - lost))
  }
}
