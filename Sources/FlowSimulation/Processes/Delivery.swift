import PlainStorage

/// The end of the way: a consignment is at the market it was meant for.
extension Replication {
  /// The market that ends a consignment of a class at a place, `nil` when none does.
  @inline(__always)
  func market(endingClass routingClass: Int, at place: Int) -> Int? {
    let traits = stage.classTraits[routingClass]
    if traits.market >= 0 { return Int(traits.destination) == place ? Int(traits.market) : nil }
    let market = Int(stage.places[place].terminalMarket)
    return market >= 0 ? market : nil
  }

  /// The consignment arrives and is paid for, unless it was watched.
  mutating func deliver(_ number: UInt32, to market: Int, at time: Double) {
    if consignments[number].watcher >= 0 {
      completeControlledDelivery(of: number, at: time)
      return
    }
    let consignment = consignments[number]
    let traits = stage.classTraits[Int(consignment.routingClass)]
    let commodity = Int(traits.commodity)
    let index = market * network.commodityCount + commodity
    observations.deliveries[index].add(kilograms: consignment.massKilograms)
    observations.daysToMarket[commodity] += time - consignment.dispatchedAt
    let revenue = consignment.massKilograms * prices.current[index]
    observations.revenue[Int(traits.organisation)] += revenue
    earnMargin(Int(traits.organisation), revenue: revenue)
    answerPrice(of: index, toKilograms: consignment.massKilograms, at: time)
    supplyLaboratory(at: market, with: commodity, kilograms: consignment.massKilograms)
    recordMonthly(.deliveredKilograms, commodity, consignment.massKilograms)
    if consignment.route >= 0 {
      observations.routeDeliveries[
        Int(consignment.route) * network.commodityCount + commodity
      ].add(kilograms: consignment.massKilograms)
    }
    consignments.remove(number)
  }
}
