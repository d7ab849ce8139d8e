import RandomStreams
import TraffickingModel

/// Who dispatches what to where, and the classes of consignments that come of it.
struct DispatchPlan {
  /// Every class met so far; stages share their numbers.
  private(set) var classes: [RoutingClass] = []
  private var classNumbers: [RoutingClass: Int] = [:]

  /// The supplies of one stage.
  mutating func supplies(of contents: ScenarioContents) -> [CompiledSupply] {
    // Under fixed routing nobody chooses a market, so nobody asks.
    let reachability = contents.routing == .fixed ? nil : Reachability(contents)
    var supplies = [CompiledSupply]()
    for supply in contents.supplies {
      supplies.append(compile(supply, contents, in: reachability))
    }
    return supplies
  }

  private mutating func compile(
    _ supply: Supply, _ contents: ScenarioContents, in reachability: Reachability?
  ) -> CompiledSupply {
    var dispatchers = [CompiledSupply.Dispatcher]()
    let shares = supply.organisationShares.filter { $0.share > 0 }
    let cumulative = DispatchPlan.cumulativeShares(shares.map(\.share))
    for (share, cumulativeShare) in zip(shares, cumulative) {
      dispatchers.append(
        CompiledSupply.Dispatcher(
          cumulativeShare: cumulativeShare, share: share.share,
          organisation: share.organisation.position,
          choices: marketChoices(share.organisation, supply, contents, in: reachability)))
    }
    return CompiledSupply(
      entity: EntityName.hash("supply/" + supply.id), place: supply.place.position,
      commodity: supply.commodity.position, initialStockKilograms: supply.initialStockKilograms,
      harvestKilograms: supply.harvestShares.map { $0 * supply.productionKilogramsPerYear },
      releasePerDay: supply.releasePerYear / 365.25,
      releaseElasticity: supply.releaseElasticity,
      meanConsignmentKilograms: supply.consignmentKilograms.mean,
      intensity: Gamma(shape: supply.clusteringShape, mean: 1),
      consignmentKilograms: supply.consignmentKilograms, dispatchers: dispatchers)
  }

  private mutating func marketChoices(
    _ organisation: Organisation.Index, _ supply: Supply, _ contents: ScenarioContents,
    in reachability: Reachability?
  ) -> [CompiledSupply.MarketChoice] {
    guard let reachability else {
      let number = classNumber(
        RoutingClass(organisation: organisation, commodity: supply.commodity, market: nil))
      return [CompiledSupply.MarketChoice(cumulativeShare: 1, routingClass: Int32(number))]
    }
    let served = contents.servedMarkets(
      by: contents.organisations[organisation], with: supply.commodity, from: supply.place,
      in: reachability)
    let cumulative = DispatchPlan.cumulativeShares(served.map(\.weight))
    return zip(served, cumulative).map { served, cumulativeShare in
      let number = classNumber(
        RoutingClass(
          organisation: organisation, commodity: supply.commodity, market: served.market))
      return CompiledSupply.MarketChoice(
        cumulativeShare: cumulativeShare, routingClass: Int32(number))
    }
  }

  private mutating func classNumber(_ routingClass: RoutingClass) -> Int {
    if let known = classNumbers[routingClass] { return known }
    classes.append(routingClass)
    classNumbers[routingClass] = classes.count - 1
    return classes.count - 1
  }

  /// Running sums of positive weights over their total; the last is exactly 1.
  static func cumulativeShares(_ weights: [Double]) -> [Double] {
    let total = weights.reduce(0, +)
    var sum = 0.0
    var shares = weights.map { weight in
      sum += weight
      return sum / total
    }
    if !shares.isEmpty { shares[shares.count - 1] = 1 }
    return shares
  }
}
