/// Whether consignments can get where they are meant to go.
extension ScenarioContents {
  /// The markets that an organisation serves with a commodity from a place, with their weights:
  /// demand times the organisation's own weight, above 0 and reachable.
  public func servedMarkets(
    by organisation: Organisation, with commodity: Commodity.Index, from place: Place.Index,
    in reachability: Reachability
  ) -> [(market: Market.Index, weight: Double)] {
    markets.indices.compactMap { offset in
      let market = Market.Index(offset)
      guard let demand = demand(of: market, for: commodity),
        reachability.leads(from: place, to: market, with: commodity)
      else { return nil }
      var weight = demand.kilogramsPerYear
      if let own = organisation.marketWeights {
        weight *= own.first { $0.market == market }?.weight ?? 0
      }
      return weight > 0 ? (market, weight) : nil
    }
  }

  /// Under the recursive logit: every market with demand is reached by a supply of the commodity,
  /// and every organisation of a supply has a market to go to.
  func reachabilityProblems() -> [ScenarioProblem] {
    let reachability = Reachability(self)
    var problems = [ScenarioProblem]()
    for (offset, market) in markets.enumerated() {
      for demand in market.demands where demand.kilogramsPerYear > 0 {
        let commodity = commodities[demand.commodity].id
        let sources = supplies.filter { $0.commodity == demand.commodity }
        let isReached = sources.contains {
          reachability.leads(from: $0.place, to: Market.Index(offset), with: demand.commodity)
        }
        if !sources.isEmpty, !isReached {
          problems.append(
            ScenarioProblem(
              pointer: "/markets/\(market.id)/place",
              found: "found a market that no supply of \(commodity) reaches",
              allowed: "a place to which corridors lead from a supply of each commodity it takes",
              hint: "add a corridor, or remove the demand for \(commodity)"))
        }
      }
    }
    for supply in supplies {
      for share in supply.organisationShares where share.share > 0 {
        let organisation = organisations[share.organisation]
        let served = servedMarkets(
          by: organisation, with: supply.commodity, from: supply.place, in: reachability)
        if served.isEmpty {
          problems.append(
            ScenarioProblem(
              pointer: "/supplies/\(supply.id)/organisations/\(organisation.id)",
              found: "found an organisation without a market that can be reached from "
                + "\"\(places[supply.place].id)\"",
              allowed: "an organisation that serves a reachable market with demand for "
                + commodities[supply.commodity].id))
        }
      }
    }
    return problems
  }

  /// Under fixed routing: shares sum to 1 at every place that is not a market, and from every
  /// supply and every place on the way some market is reached, so that the chain is absorbing.
  func fixedRoutingProblems() -> [ScenarioProblem] {
    var problems = [ScenarioProblem]()
    var sums = [Double](repeating: 0, count: places.count)
    var isEntered = [Bool](repeating: false, count: places.count)
    for corridor in corridors {
      guard let share = corridor.share, share > 0 else { continue }
      sums[corridor.from.offset] += share
      isEntered[corridor.to.offset] = true
    }
    let marketPlaces = Set(markets.map(\.place))
    for (offset, place) in places.enumerated() {
      let isMarket = marketPlaces.contains(Place.Index(offset))
      if sums[offset] == 0, isMarket || !isEntered[offset] { continue }
      if !isMarket, abs(sums[offset] - 1) < 1e-9 { continue }
      problems.append(
        ScenarioProblem(
          pointer: "/places/\(place.id)",
          found: "found corridor shares that add up to \(sums[offset])",
          allowed: isMarket
            ? "no shares: a market ends every consignment under \"fixed\" routing"
            : "shares of the outgoing corridors that add up to 1"))
    }
    let reachesMarket = IncomingCorridors(self) { ($0.share ?? 0) > 0 }
      .placesReaching(markets.map(\.place))
    for supply in supplies where !reachesMarket[supply.place.offset] {
      problems.append(
        ScenarioProblem(
          pointer: "/supplies/\(supply.id)/place",
          found: "found \"\(places[supply.place].id)\", from which no market is reached",
          allowed: "a place from which corridors with a share lead to a market"))
    }
    if !problems.isEmpty { return problems }
    for (offset, place) in places.enumerated() where isEntered[offset] && !reachesMarket[offset] {
      problems.append(
        ScenarioProblem(
          pointer: "/places/\(place.id)",
          found: "found a place that consignments enter and from which no market is reached",
          allowed: "corridors with a share that lead from every place to a market",
          hint: "what enters goes round in circles for good: give a way out a share"))
    }
    return problems
  }
}
