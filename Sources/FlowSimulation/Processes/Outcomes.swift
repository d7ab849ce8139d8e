import PlainStorage
import RandomStreams
import TraffickingModel

/// What a detection leads to: a corrupt passage, a clash, a controlled delivery or a seizure.
///
/// The draws are named by the consignment and the hop, so they are there whether or not a policy
/// makes use of them.
extension Replication {
  /// The end of a passage: whether the consignment is seized there.
  @inline(__always)
  mutating func interdict(_ number: UInt32, on corridor: Int, at time: Double) -> Bool {
    if consignments[number].watcher >= 0 {
      keepWatch(on: number)
      return false
    }
    guard let layer = detectingLayer(of: number, on: corridor, at: time) else { return false }
    if stage.outcomesVary, isLetThrough(number, detectedBy: layer, on: corridor) { return false }
    seize(number, by: layer, at: time)
    return true
  }

  /// Whether a detected consignment goes on: paid for, fought for, or under watch.
  @inline(never)
  private mutating func isLetThrough(
    _ number: UInt32, detectedBy layer: Int, on corridor: Int
  ) -> Bool {
    let consignment = consignments[number]
    let traits = stage.classTraits[Int(consignment.routingClass)]
    let agencyNumber = Int(stage.layers[layer].agency)
    let agency = stage.agencies[agencyNumber]
    let draws = streams.uniforms(
      .outcome, entity: consignment.entity, step: UInt64(consignment.hop))
    if draws.first < agency.corruption {
      record(.corruptPassages)
      observations.corruptPassages[Int(traits.commodity)]
        .add(kilograms: consignment.massKilograms)
      return true
    }
    let resistance = stage.organisations[Int(traits.organisation)].armament
    if let clashes = stage.clashes, draws.second < agency.confrontation * resistance {
      recordClash(over: consignment, on: corridor)
      if draws.third < clashes.seizureProbability { return false }
      record(.escapes)
      return true
    }
    guard let conduct = stage.controlledDelivery,
      consignment.massKilograms >= conduct.minimumKilograms,
      draws.fourth < agency.controlledDelivery
    else { return false }
    record(.controlledDeliveries)
    consignments[number].watcher = Int16(agencyNumber)
    return true
  }

  private mutating func recordClash(over consignment: Consignment, on corridor: Int) {
    record(.clashes)
    let section = Int(stage.corridors[corridor].section)
    if section >= 0 { observations.clashes[section] += 1 }
    let losses = streams.uniforms(
      .clashLosses, entity: consignment.entity, step: UInt64(consignment.hop))
    record(.officersLost, stage.officerLosses.quantile(losses.first))
    record(.carriersLost, stage.carrierLosses.quantile(losses.second))
  }

  /// A watched consignment passes: nobody stops it, but it may be lost from sight.
  @inline(never)
  private mutating func keepWatch(on number: UInt32) {
    let lossPerPassage = stage.controlledDelivery?.lossPerPassage ?? 0
    if consignments[number].detectionDraw < lossPerPassage {
      record(.controlledDeliveriesLost)
      consignments[number].watcher = -1
    }
  }

  /// A watched consignment is at its market: it is seized there, and the organisation may be
  /// dismantled.
  mutating func completeControlledDelivery(of number: UInt32, at time: Double) {
    let consignment = consignments[number]
    let traits = stage.classTraits[Int(consignment.routingClass)]
    let agency = Int(consignment.watcher)
    let commodity = Int(traits.commodity)
    observations.watchedSeizures[agency * network.commodityCount + commodity]
      .add(kilograms: consignment.massKilograms)
    record(.controlledDeliveriesCompleted)
    recordSeizure(of: number, commodity: commodity)
    bearAftermath(of: number, seizedBy: agency, at: time)
    let draw = streams.uniforms(
      .outcome, entity: consignment.entity, step: UInt64(consignment.hop) + 1)
    if draw.fourth < stage.controlledDelivery?.dismantlingProbability ?? 0 {
      dismantle(Int(traits.organisation), at: time)
    }
    consignments.remove(number)
  }

  /// What a seizure costs the organisation and tells the agency: capital, arrests, leads.
  mutating func bearAftermath(of number: UInt32, seizedBy agency: Int, at time: Double) {
    guard stage.hasAftermath else { return }
    let consignment = consignments[number]
    let traits = stage.classTraits[Int(consignment.routingClass)]
    let organisation = Int(traits.organisation)
    let draws = streams.uniforms(
      .aftermath, entity: consignment.entity, step: UInt64(consignment.hop))
    let isArrested =
      draws.first < stage.agencies[agency].arrest && arrestCells(1, of: organisation, at: time)
    loseOutlay(of: consignment, at: time)
    guard let leadsPerSeizure = stage.intelligence?.leadsPerSeizure,
      let leadsPerArrest = stage.intelligence?.leadsPerArrest
    else { return }
    if leadIsLive(of: agency, on: organisation, at: time) { record(.seizuresOnLeads) }
    let lead = EntityName.member(UInt64(consignment.hop), of: consignment.entity)
    if draws.second < leadsPerSeizure {
      createLead(
        EntityName.member(0, of: lead), of: agency, on: organisation, at: time)
    }
    if isArrested, draws.third < leadsPerArrest {
      createLead(
        EntityName.member(1, of: lead), of: agency, on: organisation, at: time)
    }
  }
}
