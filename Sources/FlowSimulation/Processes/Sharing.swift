import EventKernel
import PlainStorage
import RandomStreams
import TraffickingModel

/// Sharing: leads travel between the members of an exchange, and start joint operations.
///
/// The probability that a lead is shared is the exchange's, times the trust between its members;
/// the delay is the exchange's, over that trust. Over a platform a lead is told once, and all
/// members see it after one delay. From desk to desk one partner is told after the other, each
/// message taking the delay. What arrives is as complete as the exchange allows, and is not passed
/// on. For two members both forms are one and the same.
extension Replication {
  /// Shares a lead over an exchange: with all members but the one that has it.
  mutating func share(
    _ lead: IntelligenceState.Lead, over exchange: Int, at time: Double
  ) {
    guard let channel = stage.intelligence?.exchanges[exchange] else { return }
    let trust = intelligence.trust[exchange]
    let probability = channel.probability * trust
    guard probability > 0 else { return }
    let entity = EntityName.member(channel.entity, of: lead.entity)
    var partners = 0
    var told = 0
    var firstArrival = Double.infinity
    var isTold = false
    var busyUntil = time
    for member in channel.members where member != lead.agency {
      if channel.form == .bilateral || partners == 0 {
        let draws = streams.uniforms(
          .sharing, entity: entity, step: stage.agencies[Int(member)].entity)
        isTold = draws.first < probability
        if isTold { busyUntil += channel.delayDays.quantile(draws.second) / trust }
      }
      partners += 1
      guard isTold, busyUntil < lead.until else { continue }
      told += 1
      firstArrival = min(firstArrival, busyUntil)
      var message = lead
      message.agency = member
      message.exchange = Int32(exchange)
      message.completeness = lead.completeness * channel.completeness
      send(message, arrivingAt: busyUntil, at: time)
    }
    guard told > 0 else { return }
    considerJointOperation(
      on: lead, over: exchange, entity: entity, shareTold: Double(told) / Double(partners),
      from: firstArrival)
  }

  private mutating func send(
    _ message: IntelligenceState.Lead, arrivingAt arrival: Double, at time: Double
  ) {
    if arrival <= time {
      receive(message, at: time)
    } else if arrival < network.horizonDays {
      let number = intelligence.messages.insert(message)
      events.schedule(.leadArrives(message: number), at: arrival)
    }
  }

  /// A message arrives.
  mutating func leadArrives(_ message: UInt32, at time: Double) {
    receive(intelligence.messages.take(message), at: time)
  }

  /// A joint operation may be prepared from the first message's arrival on, the likelier the more
  /// of the partners are told.
  private mutating func considerJointOperation(
    on lead: IntelligenceState.Lead, over exchange: Int, entity: UInt64, shareTold: Double,
    from arrival: Double
  ) {
    guard arrival < network.horizonDays,
      let operations = stage.intelligence?.exchanges[exchange].jointOperations
    else { return }
    let draws = streams.uniforms(.jointOperation, entity: entity, step: 0)
    guard draws.first < operations.perSharedLead * shareTold else { return }
    record(.jointOperations)
    var operation = lead
    operation.exchange = Int32(exchange)
    let number = intelligence.operations.insert(operation)
    events.schedule(
      .jointOperation(operation: number),
      at: arrival + operations.preparationDays.quantile(draws.second))
  }

  /// A joint operation strikes. It succeeds if its lead was true and has not expired, and there are
  /// cells to arrest; then trust grows.
  mutating func strike(_ operation: UInt32, at time: Double) {
    let lead = intelligence.operations.take(operation)
    let exchange = Int(lead.exchange)
    guard lead.isTrue, lead.until > time,
      let channel = stage.intelligence?.exchanges[exchange],
      let operations = channel.jointOperations,
      arrestCells(operations.cellsArrested, of: Int(lead.organisation), at: time)
    else { return }
    record(.jointOperationsSucceeded)
    intelligence.trust[exchange] += channel.trustGain * (1 - intelligence.trust[exchange])
  }
}
