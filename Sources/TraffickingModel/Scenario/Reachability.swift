/// From where each market can be reached with each commodity, closures left aside.
public struct Reachability: Sendable {
  /// By commodity and market: whether from each place.
  private let isReached: [[[Bool]]]

  /// Cost: linear in the number of corridors, for each market and each commodity that some
  /// corridors exclude.
  public init(_ contents: ScenarioContents) {
    let excluding = contents.corridors.contains { $0.commodities != nil }
    let unrestricted = contents.markets.map { contents.placesReaching($0.place) }
    isReached = contents.commodities.indices.map { offset in
      guard excluding else { return unrestricted }
      let commodity = Commodity.Index(offset)
      return contents.markets.map { market in
        contents.placesReaching(market.place) { $0.admits(commodity) }
      }
    }
  }

  /// Whether a market can be reached from a place with a commodity.
  public func leads(
    from place: Place.Index, to market: Market.Index, with commodity: Commodity.Index
  ) -> Bool {
    isReached[commodity.offset][market.offset][place.offset]
  }
}
