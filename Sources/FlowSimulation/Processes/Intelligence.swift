import ElementaryFunctions
import EventKernel
import PlainStorage
import RandomStreams
import TraffickingModel

/// Intelligence: seizures, arrests and informants give agencies leads on organisations, which fade.
///
/// While an agency holds a true lead on an organisation, its hazards for that organisation's
/// consignments are multiplied with the lead's worth; while it follows a false one, all its hazards
/// are multiplied with the factor of false leads. An agency acts on the most complete lead that it
/// holds.
extension Replication {
  /// What an agency's hazards are multiplied with for an organisation's consignments.
  @inline(__always)
  func leadFactor(of agency: Int, on organisation: Int, at time: Double) -> Double {
    let misled = intelligence.misledUntil[agency] > time ? stage.leadEffect.falseLeadFactor : 1
    let completeness = intelligence.holdings[agency * organisations.count + organisation]
      .completeness(at: time)
    return misled * (1 + (stage.leadEffect.hazardFactor - 1) * completeness)
  }

  /// Whether an agency holds a true lead on an organisation.
  func leadIsLive(of agency: Int, on organisation: Int, at time: Double) -> Bool {
    intelligence.holdings[agency * organisations.count + organisation]
      .completeness(at: time) > 0
  }

  /// Schedules the first lead of each source.
  mutating func scheduleLeadSources() {
    for source in intelligence.sources.indices { expectLead(of: source, from: 0) }
  }

  /// The rates of a stage come into force.
  mutating func changeLeadSources(at time: Double) {
    for source in intelligence.sources.indices {
      guard let perDay = stage.intelligence?.sources[source].perDay else { continue }
      if intelligence.sources[source].setRate(perDay, at: time) { scheduleLead(of: source) }
    }
  }

  private mutating func expectLead(of source: Int, from time: Double) {
    guard let entity = stage.intelligence?.sources[source].entity else { return }
    let draws = streams.uniforms(
      .leadSource, entity: entity, step: intelligence.sources[source].count)
    intelligence.sources[source].expectNext(
      intensity: -Portable.logOnePlus(-draws.first), mark: draws.second, from: time)
    scheduleLead(of: source)
  }

  private mutating func scheduleLead(of source: Int) {
    let day = intelligence.sources[source].arrivesAt
    if day < network.horizonDays {
      events.schedule(.leadArises(source: UInt32(source)), at: day)
    }
  }

  /// A source has a lead, unless a change of its rate has put it off.
  mutating func leadArises(from source: Int, at time: Double) {
    guard intelligence.sources[source].arrivesAt == time,
      let traits = stage.intelligence?.sources[source]
    else { return }
    let entity = EntityName.member(intelligence.sources[source].count, of: traits.entity)
    expectLead(of: source, from: time)
    let organisation = target(ofLead: entity)
    if organisations[organisation].isDismantled { return }
    if traits.agency >= 0 {
      createLead(entity, of: Int(traits.agency), on: organisation, at: time)
    } else {
      let lead = newLead(entity, of: -1, on: organisation, at: time)
      share(lead, over: Int(traits.exchange), at: time)
    }
  }

  /// The organisation that a lead of a source is on: the one with the largest draw, so that one
  /// more organisation in the scenario only takes leads, and moves none between the others.
  @inline(__always)
  private func target(ofLead entity: UInt64) -> Int {
    var target = 0
    var largest = 0.0
    for organisation in organisations.indices {
      let draw = streams.uniforms(
        .leadTarget,
        entity: EntityName.member(stage.organisations[organisation].entity, of: entity), step: 0
      ).first
      if draw > largest { (target, largest) = (organisation, draw) }
    }
    return target
  }

  /// An agency comes by a lead, and shares it over the exchanges that it is a member of.
  mutating func createLead(
    _ entity: UInt64, of agency: Int, on organisation: Int, at time: Double
  ) {
    let lead = newLead(entity, of: agency, on: organisation, at: time)
    receive(lead, at: time)
    guard let exchanges = stage.intelligence?.exchanges else { return }
    for exchange in exchanges.indices
    where exchanges[exchange].members.contains(Int32(agency)) {
      share(lead, over: exchange, at: time)
    }
  }

  private mutating func newLead(
    _ entity: UInt64, of agency: Int, on organisation: Int, at time: Double
  ) -> IntelligenceState.Lead {
    let draws = streams.uniforms(.lead, entity: entity, step: 0)
    let isTrue = draws.first >= stage.intelligence?.falseShare ?? 0
    let lifetime = -Portable.log(1 - draws.second) * (stage.intelligence?.lifetimeDays ?? 0)
    record(.leads)
    if !isTrue { record(.falseLeads) }
    return IntelligenceState.Lead(
      entity: entity, until: time + lifetime, organisation: Int32(organisation),
      agency: Int32(agency), isTrue: isTrue)
  }

  /// A lead is in an agency's hands.
  mutating func receive(_ lead: IntelligenceState.Lead, at time: Double) {
    guard lead.until > time else { return }
    if lead.exchange >= 0 { record(.leadsReceived) }
    let agency = Int(lead.agency)
    let organisation = Int(lead.organisation)
    guard lead.isTrue else {
      intelligence.misledUntil[agency] = max(intelligence.misledUntil[agency], lead.until)
      return
    }
    let index = agency * organisations.count + organisation
    intelligence.holdings[index].add(
      until: lead.until, completeness: lead.completeness, at: time)
    intelligence.knownUntil[organisation] = max(
      intelligence.knownUntil[organisation], lead.until)
  }
}
