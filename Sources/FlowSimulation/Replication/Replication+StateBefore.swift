import PlainStorage
import TraffickingModel

/// What a replication remembers of itself while a step happens, to tell afterwards what changed.
struct StateBefore {
  /// The consignment that the event is about, or the record that a dispatch will take.
  var number: UInt32?
  /// Its record; blank before a dispatch.
  var consignment = Consignment.none
  /// Whether it is on a corridor with a checkpoint at its end.
  var isAtCheckpoint = false
  /// The layers that may detect it.
  var layers: Range<Int> = 0..<0
  /// How many seizures each of them has made of its commodity.
  var seizures: [Double] = []
  /// The row of the month, and what stood in it.
  var monthRow: Int
  var monthly: [Double]
  var incidents: [Double]
}

extension Replication {
  /// What an event may change and a reader wants to know of.
  func stateBefore(_ event: FlowEvent) -> StateBefore {
    var state = StateBefore(
      monthRow: monthRow, monthly: monthlyRow(), incidents: incidentRow())
    switch event {
    case .dispatch: state.number = consignments.nextNumber
    case .arrival(let number), .inspected(let number):
      state.number = number
      state.consignment = consignments[number]
      let corridor = stage.corridors[Int(consignments[number].position)]
      state.isAtCheckpoint = corridor.checkpoint >= 0
      let first = Int(corridor.firstLayer)
      state.layers = first..<first + Int(corridor.layerCount)
      state.seizures = seizures(of: number, by: state.layers)
    case .departure(let number), .reopening(let number):
      state.number = number
      state.consignment = consignments[number]
    default: break
    }
    return state
  }

  /// The agency whose layer has seized the consignment, or that watched it to its market.
  func seizingAgency(since before: StateBefore) -> Int? {
    let commodity = self.commodity(of: before.consignment)
    for (layer, count) in zip(before.layers, before.seizures)
    where observations.seizures[layer * network.commodityCount + commodity].count != count {
      return Int(stage.layers[layer].agency)
    }
    return before.consignment.watcher >= 0 ? Int(before.consignment.watcher) : nil
  }

  private func seizures(of number: UInt32, by layers: Range<Int>) -> [Double] {
    let commodity = self.commodity(of: consignments[number])
    return layers.map { observations.seizures[$0 * network.commodityCount + commodity].count }
  }

  private func commodity(of consignment: Consignment) -> Int {
    Int(stage.classTraits[Int(consignment.routingClass)].commodity)
  }

  /// What was counted since.
  func counts(since before: StateBefore) -> [ReplicationStep.Count] {
    // A row that has just begun was empty.
    let isNew = before.monthRow != monthRow
    var counts: [ReplicationStep.Count] = []
    for (place, value) in monthlyRow().enumerated() {
      let change = value - (isNew ? 0 : before.monthly[place])
      if change == 0 { continue }
      let (series, commodity) = place.quotientAndRemainder(dividingBy: network.commodityCount)
      counts.append(
        ReplicationStep.Count(
          name: MonthlySeries.allCases[series].rawValue,
          commodity: network.scenario.contents.commodities[commodity].id, amount: change))
    }
    for (place, value) in incidentRow().enumerated() {
      let change = value - (isNew ? 0 : before.incidents[place])
      if change == 0 { continue }
      counts.append(
        ReplicationStep.Count(
          name: Incident.allCases[place].name, commodity: nil, amount: change))
    }
    return counts
  }

  private func monthlyRow() -> [Double] {
    let length = MonthlySeries.allCases.count * network.commodityCount
    return (0..<length).map { observations.monthly[monthRow * length + $0] }
  }

  private func incidentRow() -> [Double] {
    let length = Incident.allCases.count
    return (0..<length).map { observations.monthlyIncidents[monthRow * length + $0] }
  }
}
