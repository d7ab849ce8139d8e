import ElementaryFunctions
import EventKernel
import PlainStorage
import RandomStreams

/// Checkpoints: at the end of a corridor selected vehicles wait for one of the lanes, first come,
/// first served; licit vehicles wait among them; who finds the queue full is waved through.
///
/// Without licit traffic, with everybody selected and Poisson arrivals, this is the M/G/c/K queue
/// with `K = lanes + queueLimit`. One block of draws of the consignment decides whether it is
/// selected and how long its inspection takes, so neither licit traffic nor the length of the queue
/// shifts any other luck of it. What a checkpoint does to a consignment is to delay it and, where
/// it is not inspected, to leave customs out of the layers that may detect it. Waiting has no part
/// in route choice: organisations learn of seizures, not of queues.
///
/// Nobody leaves the queue and an inspection once begun is brought to its end. What a stage changes
/// holds at once: for who waits, the number of lanes and the distribution of times; for who comes,
/// the share that is selected and the limit.
extension Replication {
  /// All checkpoints open, as at the start of a replication.
  mutating func openCheckpoints() {
    checkpoints.removeVehicles()
    for checkpoint in checkpoints.indices {
      checkpoints.open(checkpoint, as: stage.checkpoints[checkpoint])
      expectLicitVehicle(at: checkpoint, from: 0)
    }
  }

  /// The end of a corridor: where it has a checkpoint, the consignment is inspected first, or not.
  mutating func reachCheckpoint(_ number: UInt32, at time: Double) {
    let checkpoint = Int(stage.corridors[Int(consignments[number].position)].checkpoint)
    if checkpoint >= 0 {
      let draws = streams.uniforms(
        .inspection, entity: consignments[number].entity, step: UInt64(consignments[number].hop))
      let vehicle = Vehicle(
        arrivedAt: time, inspectionDraw: draws.second, consignment: number)
      if draws.first < stage.checkpoints[checkpoint].inspectedShare,
        admit(vehicle, to: checkpoint, at: time)
      {
        return
      }
      consignments[number].isInspected = false
    }
    completePassage(of: number, at: time)
  }

  /// A licit vehicle comes, unless a change of the rate has put it off.
  mutating func admitLicitVehicle(to checkpoint: Int, at time: Double) {
    guard checkpoints[checkpoint].licit.arrivesAt == time else { return }
    let vehicle = Vehicle(
      arrivedAt: time, inspectionDraw: checkpoints[checkpoint].licit.mark,
      consignment: Vehicle.licit)
    expectLicitVehicle(at: checkpoint, from: time)
    _ = admit(vehicle, to: checkpoint, at: time)
  }

  /// A lane is free, and those who wait are called.
  mutating func callVehicles(to checkpoint: Int, at time: Double) {
    // Later, or infinite, when a change of lanes or an arrival at this very moment came before.
    guard checkpoints[checkpoint].callsAt <= time else { return }
    callAll(to: checkpoint, at: time)
  }

  /// The numbers of a new stage come into force.
  mutating func changeCheckpoints(at time: Double) {
    for checkpoint in checkpoints.indices {
      let compiled = stage.checkpoints[checkpoint]
      if checkpoints.setLaneCount(of: checkpoint, to: compiled.lanes, at: time) {
        callAll(to: checkpoint, at: time)
      }
      if checkpoints[checkpoint].licit.setRate(compiled.licitVehiclesPerDay, at: time) {
        scheduleLicitVehicle(at: checkpoint)
      }
    }
  }

  /// A selected vehicle goes to a free lane or waits.
  ///
  /// - Returns: whether there was room for it; if not, it is waved through.
  private mutating func admit(
    _ vehicle: Vehicle, to checkpoint: Int, at time: Double
  ) -> Bool {
    // A lane that is free at this very moment has been left before the vehicle comes.
    callVehicles(to: checkpoint, at: time)
    let waiting = checkpoints[checkpoint].waitingCount
    if waiting == 0 {
      let (lane, day) = checkpoints.firstFreeLane(of: checkpoint)
      if day <= time {
        inspect(vehicle, at: checkpoint, lane: lane, time: time)
        return true
      }
    }
    guard waiting < stage.checkpoints[checkpoint].queueLimit else {
      observations.queues[checkpoint].wavedThrough += 1
      if vehicle.consignment != Vehicle.licit { record(.consignmentsWavedThrough) }
      return false
    }
    checkpoints.append(vehicle, to: checkpoint, at: time)
    if waiting == 0 { scheduleCall(to: checkpoint) }
    return true
  }

  /// Calls who waits as long as a lane is free, and schedules the next call.
  private mutating func callAll(to checkpoint: Int, at time: Double) {
    while checkpoints[checkpoint].waitingCount > 0 {
      let (lane, day) = checkpoints.firstFreeLane(of: checkpoint)
      guard day <= time, let vehicle = checkpoints.popFirst(at: checkpoint, time: time) else {
        break
      }
      inspect(vehicle, at: checkpoint, lane: lane, time: time)
    }
    scheduleCall(to: checkpoint)
  }

  /// Schedules the call of the first who waits, if anybody does, for when a lane is free.
  private mutating func scheduleCall(to checkpoint: Int) {
    let isNeeded = checkpoints[checkpoint].waitingCount > 0
    let day = isNeeded ? checkpoints.firstFreeLane(of: checkpoint).day : .infinity
    guard day != checkpoints[checkpoint].callsAt else { return }
    checkpoints[checkpoint].callsAt = day
    if isNeeded { events.schedule(.laneFreed(checkpoint: UInt32(checkpoint)), at: day) }
  }

  /// An inspection begins. Its end matters to consignments only: a licit vehicle drives off.
  private mutating func inspect(
    _ vehicle: Vehicle, at checkpoint: Int, lane: Int, time: Double
  ) {
    let minutes = stage.checkpoints[checkpoint].inspectionMinutes.quantile(vehicle.inspectionDraw)
    let end = time + max(0, minutes) / 1440
    checkpoints.occupy(lane: lane, of: checkpoint, from: time, until: end)
    observations.queues[checkpoint].inspected += 1
    observations.queues[checkpoint].waitingDays += time - vehicle.arrivedAt
    if vehicle.consignment != Vehicle.licit {
      record(.consignmentsInspected)
      events.schedule(.inspected(consignment: vehicle.consignment), at: end)
    }
  }

  /// Draws the next licit vehicle and schedules its arrival.
  private mutating func expectLicitVehicle(at checkpoint: Int, from time: Double) {
    let draws = streams.uniforms(
      .licitTraffic, entity: stage.checkpoints[checkpoint].entity,
      step: checkpoints[checkpoint].licit.count)
    checkpoints[checkpoint].licit.expectNext(
      intensity: -Portable.logOnePlus(-draws.first), mark: draws.second, from: time)
    scheduleLicitVehicle(at: checkpoint)
  }

  private mutating func scheduleLicitVehicle(at checkpoint: Int) {
    let day = checkpoints[checkpoint].licit.arrivesAt
    if day < network.horizonDays {
      events.schedule(.licitArrival(checkpoint: UInt32(checkpoint)), at: day)
    }
  }
}
