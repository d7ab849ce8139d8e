import FlowSimulation
import TestSupport
import Testing
import TraffickingModel

/// A replication event by event.
@Suite("Steps of a replication")
struct SteppingTests {
  private let network: CompiledNetwork
  private let layout: OutcomeLayout
  private let contents: ScenarioContents

  init() throws {
    network = try WholeWorld.network().network()
    layout = OutcomeLayout(of: network)
    contents = network.scenario.contents
  }

  private func steps() -> (steps: [ReplicationStep], outcome: Outcome) {
    var replication = Replication(of: network, seed: 5)
    replication.begin(index: 3)
    var steps: [ReplicationStep] = []
    while let step = replication.step() { steps.append(step) }
    return (steps, replication.outcome(in: layout))
  }

  private func reading(_ outcome: Outcome) -> Reading {
    Reading(outcome: outcome, layout: layout, contents: contents)
  }

  @Test("come to the outcome of the loop, to the last bit")
  func sameOutcome() {
    var replication = Replication(of: network, seed: 5)
    replication.run(index: 3)
    let (steps, outcome) = steps()
    #expect(reading(outcome).bits == reading(replication.outcome(in: layout)).bits)
    #expect(steps.count == outcome.eventCount)
  }

  @Test("may take turns with the loop")
  func takingTurns() {
    var replication = Replication(of: network, seed: 5)
    replication.begin(index: 3)
    var isOver = false
    while !isOver { isOver = replication.advance(events: 7) || replication.step() == nil }
    #expect(reading(replication.outcome(in: layout)).bits == reading(steps().outcome).bits)
  }

  @Test("are in the order of time, and their dates are the days of the period")
  func order() {
    let steps = steps().steps
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $0.day <= $1.day })
    let start = contents.period.simulationStart.dayNumber
    #expect(steps.allSatisfy { $0.date.dayNumber == start + Int($0.day) })
  }

  @Test("tell of every mechanism of the model")
  func kinds() {
    let steps = steps().steps
    let events = Set(steps.map(\.event))
    #expect(
      events.isSuperset(of: [
        "dispatch", "arrival", "inspected", "span-begins", "season-begins", "licit-arrival",
        "lane-freed", "review", "recovery", "lead-arises", "lead-arrives", "redeployment", "batch",
      ]), "\(events.sorted())")
    let outcomes = Set(steps.compactMap(\.outcome))
    #expect(
      outcomes.isSuperset(of: ["entered", "seized", "delivered", "waits for inspection"]),
      "\(outcomes.sorted())")
  }

  @Test("name things by ids of the scenario")
  func ids() {
    let known: [String: Set<String>] = [
      "corridor": Set(contents.corridors.map(\.id)), "into": Set(contents.corridors.map(\.id)),
      "place": Set(contents.places.map(\.id)), "at": Set(contents.places.map(\.id)),
      "by": Set(contents.agencies.map(\.id)), "agency": Set(contents.agencies.map(\.id)),
      "supply": Set(contents.supplies.map(\.id)),
      "organisation": Set(contents.organisations.map(\.id)),
      "on": Set(contents.organisations.map(\.id)),
      "checkpoint": Set(contents.checkpoints.map(\.id)),
      "laboratory": Set(contents.laboratories.map(\.id)),
      "frontier": Set(contents.frontiers.map(\.id)), "to": Set(contents.sections.map(\.id)),
      "source": Set(contents.intelligence?.sources.map(\.id) ?? []),
      "exchange": Set(contents.intelligence?.exchanges.map(\.id) ?? []),
    ]
    for step in steps().steps {
      for entity in step.entities where entity.role != "month" {
        #expect(known[entity.role]?.contains(entity.id) == true, "\(step.event): \(entity)")
      }
    }
  }

  @Test("account for everything that was seized, delivered and counted in the reported months")
  func books() {
    let (steps, outcome) = steps()
    let own = steps.filter { $0.date >= contents.period.start }
    let reading = reading(outcome)
    for commodity in contents.commodities.map(\.id) {
      let shipments = own.filter { $0.shipment?.commodity == commodity }
      func sum(_ outcome: String) -> Double {
        shipments.filter { $0.outcome == outcome }.compactMap { $0.shipment?.kilograms }
          .reduce(0, +)
      }
      let seized = reading[.seizedKilograms, commodity]
      #expect(abs(sum("seized") - seized) <= 1e-9 * max(1, seized))
      // A market at the origin ends a dispatch at once; this world has none.
      let delivered = reading[.deliveredKilograms, commodity]
      #expect(abs(sum("delivered") - delivered) <= 1e-9 * max(1, delivered))
    }
    for incident in layout.incidents {
      let told = own.flatMap(\.counts).filter { $0.name == incident.name }.map(\.amount)
        .reduce(0, +)
      let counted = reading[.incidents, incident.name]
      #expect(abs(told - counted) < 1e-9 * max(1, counted), "\(incident.name)")
    }
  }

  @Test("follow a consignment from its dispatch to its end: each name ends once")
  func names() {
    var ended: Set<UInt64> = []
    for step in steps().steps {
      guard let shipment = step.shipment else { continue }
      #expect(!ended.contains(shipment.name), "\(step) comes after its end")
      if ["seized", "delivered", "divided"].contains(step.outcome) { ended.insert(shipment.name) }
    }
    #expect(!ended.isEmpty)
  }
}
