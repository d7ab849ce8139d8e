import EventKernel
import PlainStorage
import RandomStreams
import TraffickingModel

/// Movement: places hold consignments, hubs divide them, corridors take time, passes close in
/// winter. Route choice is a look into the routing table of the season.
///
/// One block of four draws serves one hop: which corridor, how long it takes, whether the passage
/// is detected, how long the consignment is held afterwards. The block is named by the consignment
/// and the number of the hop, so nothing that happens to others can shift it.
extension Replication {
  /// Other corridors are open from now on; those who wait were scheduled to ask again.
  mutating func beginSeason(_ number: Int) {
    season = number
    // A replication starts with the routes of the first season.
    if number > 0 { giveLearnersReasonToChoose() }
  }

  /// A consignment leaves a place, in parts where it is too heavy for what leaves this hub; a
  /// watched one stays whole.
  mutating func depart(_ number: UInt32, at time: Double) {
    let place = Int(consignments[number].position)
    let isHeavy = consignments[number].massKilograms > stage.places[place].splitAboveKilograms
    if isHeavy, consignments[number].watcher < 0 {
      split(number, at: place, time: time)
    } else {
      enterCorridor(number, at: time)
    }
  }

  /// The consignment chooses a corridor and enters it, or waits for the season in which one opens.
  @inline(__always)
  mutating func enterCorridor(_ number: UInt32, at time: Double) {
    let place = Int(consignments[number].position)
    let draws = streams.uniforms(
      .hop, entity: consignments[number].entity, step: UInt64(consignments[number].hop))
    let choice = corridor(
      chosenByClass: Int(consignments[number].routingClass), at: place, draw: draws.first)
    guard let corridor = choice else {
      waitForSeason(number)
      return
    }
    consignments[number].position = Int32(corridor)
    consignments[number].hop += 1
    consignments[number].isInspected = true
    consignments[number].detectionDraw = draws.third
    consignments[number].holdingDraw = draws.fourth
    recordEntry(of: number, into: corridor)
    let compiled = stage.corridors[corridor]
    let days =
      compiled.transitScale
      * stage.transitDistributions[Int(compiled.transitDistribution)].quantile(draws.second)
    events.schedule(.arrival(consignment: number), at: time + days)
  }

  /// Route choice: by what an organisation has learnt, or by the table of the season.
  @inline(__always)
  private mutating func corridor(
    chosenByClass routingClass: Int, at place: Int, draw: Double
  ) -> Int? {
    let corridors = network.corridors(leaving: place)
    if stage.classTraits[routingClass].learner >= 0 {
      return learntChoice(ofClass: routingClass, among: corridors, draw: draw)
    }
    return network.tables.choice(
      ofClass: routingClass, inSeason: season, among: corridors, draw: draw)
  }

  /// No corridor is open: the consignment stays where it is and asks again when others open, or
  /// beyond the horizon never. Asking is not departing: what was divided here is not divided anew.
  @inline(never)
  private mutating func waitForSeason(_ number: UInt32) {
    if let openings, openings.season == season {
      for day in openings.days { events.schedule(.reopening(consignment: number), at: day) }
      if openings.days.count > 1 { waitsForSeveralDays = true }
    } else if season + 1 < network.seasons.count {
      events.schedule(
        .reopening(consignment: number), at: network.seasons[season + 1].startDay)
    }
  }

  @inline(__always)
  private mutating func recordEntry(of number: UInt32, into corridor: Int) {
    let commodity = Int(
      stage.classTraits[Int(consignments[number].routingClass)].commodity)
    let mass = consignments[number].massKilograms
    observations.passages[corridor * network.commodityCount + commodity].add(kilograms: mass)
    let compiled = stage.corridors[corridor]
    if compiled.frontier >= 0 {
      observations.monthlyCrossings[monthRow * network.frontierCount + Int(compiled.frontier)] +=
        mass
    }
    if compiled.route >= 0, consignments[number].route < 0 {
      consignments[number].route = compiled.route
      observations.routeEntries[Int(compiled.route) * network.commodityCount + commodity]
        .add(kilograms: mass)
    }
  }

  /// The end of a corridor: the passage was detected, or the consignment is at a place.
  @inline(__always)
  mutating func completePassage(of number: UInt32, at time: Double) {
    let corridor = Int(consignments[number].position)
    let routingClass = Int(consignments[number].routingClass)
    let isSeized = interdict(number, on: corridor, at: time)
    experience(ofClass: routingClass, on: corridor, seized: isSeized)
    if isSeized { return }
    let place = Int(stage.corridors[corridor].head)
    consignments[number].position = Int32(place)
    if let market = market(endingClass: routingClass, at: place) {
      deliver(number, to: market, at: time)
      return
    }
    let holding = Int(stage.places[place].holdingDistribution)
    if holding >= 0 {
      let days = stage.holdingDistributions[holding].quantile(consignments[number].holdingDraw)
      events.schedule(.departure(consignment: number), at: time + max(0, days))
    } else {
      depart(number, at: time)
    }
  }

  /// Divides a consignment into equal parts, each with luck of its own, and lets them depart.
  @inline(never)
  private mutating func split(_ number: UInt32, at place: Int, time: Double) {
    let whole = consignments[number]
    let wanted = (whole.massKilograms / stage.places[place].partKilograms).rounded(.up)
    let parts = Int(min(wanted, Double(Place.Split.maximumParts)))
    var part = whole
    part.massKilograms = whole.massKilograms / Double(parts)
    part.hazardFactor = hazardFactor(
      ofClass: Int(whole.routingClass), massKilograms: part.massKilograms)
    consignments.remove(number)
    observations.addedByDivision += parts - 1
    for ordinal in 0..<parts {
      part.entity = EntityName.member(UInt64(ordinal), of: whole.entity)
      enterCorridor(consignments.insert(part), at: time)
    }
  }
}
