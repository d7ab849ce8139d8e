import RandomStreams
import TraffickingModel

/// A checkpoint played through by another method than the program's: vehicle by vehicle in the
/// order of their coming, without events (Kiefer and Wolfowitz 1955).
struct QueueReference {
  /// A vehicle that is selected for inspection.
  struct Vehicle {
    var arrivedAt: Double
    /// The draw for the time of its inspection.
    var draw: Double
    var isConsignment: Bool
    /// When its inspection begins; `nil` if it is waved through.
    var start: Double?
    /// When it may go on.
    var end = 0.0
  }

  /// The numbers before and after the day on which they change.
  let before: Checkpoint
  let after: Checkpoint
  let changeDay: Double

  /// The numbers in force on a day.
  func numbers(on day: Double) -> Checkpoint { day < changeDay ? before : after }

  /// When the selected licit vehicles come, by the sums of their exponential draws: the time at
  /// which the accumulated rate reaches the sum.
  func licitVehicles(seed: UInt64, until horizon: Double) -> [Vehicle] {
    let streams = RandomStreams(seed: seed, replication: 0)
    let entity = EntityName.hash("checkpoint/" + before.id)
    let first = before.licitVehiclesPerDay * before.inspectedShare
    let second = after.licitVehiclesPerDay * after.inspectedShare
    let reachedAtChange = min(first * changeDay, 1e300)
    var vehicles = [Vehicle]()
    var sum = 0.0
    while true {
      let draws = streams.uniforms(.licitTraffic, entity: entity, step: UInt64(vehicles.count))
      sum += Exponential(mean: 1).quantile(draws.first)
      let day =
        sum <= reachedAtChange
        ? sum / first : changeDay + (sum - reachedAtChange) / second
      guard day < horizon else { return vehicles }
      vehicles.append(Vehicle(arrivedAt: day, draw: draws.second, isConsignment: false))
    }
  }

  /// Gives every vehicle, in the order of arrival, its start and end.
  func play(_ arrivals: [Vehicle]) -> [Vehicle] {
    var free = [Double](repeating: 0, count: before.lanes)
    var isChanged = false
    var vehicles = [Vehicle]()
    for arrival in arrivals {
      var vehicle = arrival
      let waiting = waitingCount(on: arrival.arrivedAt, among: vehicles)
      var start = max(arrival.arrivedAt, free.min() ?? 0)
      if !isChanged, start >= changeDay {
        isChanged = true
        changeLanes(&free)
        start = max(arrival.arrivedAt, free.min() ?? 0)
      }
      let limit = numbers(on: arrival.arrivedAt).queueLimit ?? .max
      if start == arrival.arrivedAt || waiting < limit {
        vehicle.start = start
        let minutes = numbers(on: start).inspectionMinutes.quantile(arrival.draw)
        vehicle.end = start + minutes / 1440
        if let lane = free.indices.min(by: { free[$0] < free[$1] }) { free[lane] = vehicle.end }
      } else {
        vehicle.end = arrival.arrivedAt
      }
      vehicles.append(vehicle)
    }
    return vehicles
  }

  /// Starts never decrease, so those in the future are the last ones.
  private func waitingCount(on day: Double, among vehicles: [Vehicle]) -> Int {
    var count = 0
    for vehicle in vehicles.reversed() {
      guard let start = vehicle.start else { continue }
      if start <= day { break }
      count += 1
    }
    return count
  }

  /// The lanes that close are those that are free first.
  private func changeLanes(_ free: inout [Double]) {
    free.sort()
    free.removeFirst(max(0, free.count - after.lanes))
    while free.count < after.lanes { free.append(changeDay) }
  }
}
