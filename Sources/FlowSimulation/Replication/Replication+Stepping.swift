import EventKernel
import PlainStorage
import TraffickingModel

/// Event by event, for looking at a single replication.
///
/// What a step tells is found by comparing the state before it and after it, so the loop of
/// `advance(events:)` knows nothing of it and costs what it did.
extension Replication {
  /// Lets the next event happen and tells of it; `nil` when the horizon has been reached.
  ///
  /// Steps and `advance(events:)` may take turns: they do the same. A step costs some microseconds.
  public mutating func step() -> ReplicationStep? {
    let horizon = network.horizonDays
    guard let next = events.popEarliest(before: min(horizon, calendar.nextDay)) else {
      return calendar.nextDay < horizon ? stepCalendar() : nil
    }
    var step = described(next.event, at: next.time)
    let before = stateBefore(next.event)
    eventCount += 1
    dispatch(next.event, at: next.time)
    tell(before, &step)
    if case .redeployment(let deployment) = next.event {
      step.entities.append(
        .init(role: "to", id: section(ofDeployment: Int(deployment))))
    }
    return step
  }

  /// A month, a stage or a season begins.
  private mutating func stepCalendar() -> ReplicationStep {
    let turn = turnCalendar()
    eventCount += 1
    let day = calendar.lastDay
    var step = ReplicationStep(day: day, date: date(of: day), event: "season-begins", entities: [])
    if case .span = turn {
      step.event = "span-begins"
      step.entities = [.init(role: "month", id: step.date.monthName)]
    }
    return step
  }

  /// What can be told before it happens: the kind and those concerned.
  private func described(_ event: FlowEvent, at time: Double) -> ReplicationStep {
    let contents = network.scenario.contents
    func step(_ name: String, _ entities: (String, String)...) -> ReplicationStep {
      ReplicationStep(
        day: time, date: date(of: time), event: name,
        entities: entities.map { .init(role: $0.0, id: $0.1) })
    }
    func lead(_ name: String, _ lead: IntelligenceState.Lead) -> ReplicationStep {
      var result = step(name, ("on", contents.organisations[Int(lead.organisation)].id))
      if lead.agency >= 0 {
        result.entities.append(.init(role: "agency", id: contents.agencies[Int(lead.agency)].id))
      }
      if lead.exchange >= 0, let intelligence = contents.intelligence {
        result.entities.append(
          .init(role: "exchange", id: intelligence.exchanges[Int(lead.exchange)].id))
      }
      return result
    }
    switch event {
    case .dispatch(let supply):
      return step("dispatch", ("supply", contents.supplies[Int(supply)].id))
    case .arrival(let number): return step("arrival", ("corridor", corridor(of: number)))
    case .inspected(let number): return step("inspected", ("corridor", corridor(of: number)))
    case .departure(let number): return step("departure", ("place", place(of: number)))
    case .reopening(let number): return step("reopening", ("place", place(of: number)))
    case .licitArrival(let checkpoint):
      return step("licit-arrival", ("checkpoint", contents.checkpoints[Int(checkpoint)].id))
    case .laneFreed(let checkpoint):
      return step("lane-freed", ("checkpoint", contents.checkpoints[Int(checkpoint)].id))
    case .review(let learner):
      let own = network.learners[Int(learner)].classes.first.map { network.classes[$0] }
      let id = own.map { contents.organisations[$0.organisation].id }
      return step("review", ("organisation", id ?? ""))
    case .recovery(let organisation, _):
      return step("recovery", ("organisation", contents.organisations[Int(organisation)].id))
    case .leadArises(let source):
      return step("lead-arises", ("source", contents.intelligence?.sources[Int(source)].id ?? ""))
    case .leadArrives(let message): return lead("lead-arrives", intelligence.messages[message])
    case .jointOperation(let operation):
      return lead("joint-operation", intelligence.operations[operation])
    case .redeployment(let deployment):
      return step("redeployment", ("frontier", frontier(ofDeployment: Int(deployment)).id))
    case .batch(let laboratory):
      return step("batch", ("laboratory", contents.laboratories[Int(laboratory)].id))
    }
  }

  private func date(of day: Double) -> CivilDate {
    CivilDate(
      dayNumber: network.scenario.contents.period.simulationStart.dayNumber
        + Int(day.rounded(.down)))
  }

  /// What came of the event, from what has changed.
  private func tell(_ before: StateBefore, _ step: inout ReplicationStep) {
    step.counts = counts(since: before)
    defer {
      // What a shipment says of itself is not said twice, and with other rounding.
      if step.shipment != nil { step.counts.removeAll { $0.commodity != nil } }
    }
    guard let number = before.number else { return }
    let after = consignments[number]
    if before.consignment.massKilograms == 0 {
      // A dispatch: the consignment that it made, unless it made none.
      guard after.massKilograms > 0, after.dispatchedAt == step.day else {
        step.outcome = step.counts.isEmpty ? "stayed" : "gone"
        return
      }
      step.shipment = shipment(after)
      tellWhere(after, hopBefore: 0, &step)
      return
    }
    step.shipment = shipment(before.consignment)
    if after.massKilograms > 0, after.entity == before.consignment.entity {
      if step.event == "arrival", before.isAtCheckpoint, after.isInspected {
        step.outcome = "waits for inspection"
      } else {
        tellWhere(after, hopBefore: before.consignment.hop, &step)
      }
      return
    }
    let names = step.counts.map(\.name)
    if names.contains(MonthlySeries.seizedKilograms.rawValue) {
      step.outcome = "seized"
      if let agency = seizingAgency(since: before) {
        step.entities.append(
          .init(role: "by", id: network.scenario.contents.agencies[agency].id))
      }
    } else if names.contains(MonthlySeries.deliveredKilograms.rawValue) {
      step.outcome = "delivered"
    } else {
      step.outcome = "divided"
    }
  }

  /// Where a consignment that is still there is now.
  private func tellWhere(
    _ consignment: Consignment, hopBefore: UInt32, _ step: inout ReplicationStep
  ) {
    if consignment.hop != hopBefore {
      let corridor = network.scenarioCorridors[Int(consignment.position)]
      step.outcome = "entered"
      step.entities.append(
        .init(role: "into", id: network.scenario.contents.corridors[corridor].id))
      return
    }
    switch step.event {
    case "arrival", "inspected":
      step.outcome = "held"
      step.entities.append(.init(role: "at", id: placeID(Int(consignment.position))))
    default: step.outcome = "waits for an open corridor"
    }
  }

  private func shipment(_ consignment: Consignment) -> ReplicationStep.Shipment {
    let contents = network.scenario.contents
    let own = network.classes[Int(consignment.routingClass)]
    return ReplicationStep.Shipment(
      name: consignment.entity, organisation: contents.organisations[own.organisation].id,
      commodity: contents.commodities[own.commodity].id,
      market: own.market.map { contents.markets[$0].id }, kilograms: consignment.massKilograms)
  }

  private func corridor(of number: UInt32) -> String {
    let corridor = network.scenarioCorridors[Int(consignments[number].position)]
    return network.scenario.contents.corridors[corridor].id
  }

  private func place(of number: UInt32) -> String { placeID(Int(consignments[number].position)) }

  private func placeID(_ place: Int) -> String { network.scenario.contents.places[place].id }

  private func frontier(ofDeployment number: Int) -> Frontier {
    network.scenario.contents.frontiers.filter { $0.deployment != nil }[number]
  }

  /// The section on which the mobile patrols of a frontier are.
  private func section(ofDeployment number: Int) -> String {
    let contents = network.scenario.contents
    let own = frontier(ofDeployment: number)
    let sections = contents.sections.filter {
      contents.frontiers[$0.frontier].id == own.id && $0.surveillance?.patrols.isEmpty == false
    }
    return sections[deployment.targets[number]].id
  }
}
