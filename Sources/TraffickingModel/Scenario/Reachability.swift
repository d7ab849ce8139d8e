/// From where each market can be reached with each commodity, closures left aside.
public struct Reachability: Sendable {
  /// By commodity and market: whether from each place.
  private let isReached: [[[Bool]]]

  /// Cost: linear in the number of corridors, for each market and each commodity that some
  /// corridors exclude.
  public init(_ contents: ScenarioContents) {
    let unrestricted = Self.reaching(contents) { _ in true }
    let excluding = contents.corridors.contains { $0.commodities != nil }
    isReached = contents.commodities.indices.map { offset in
      guard excluding else { return unrestricted }
      return Self.reaching(contents) { $0.admits(Commodity.Index(offset)) }
    }
  }

  /// By market: whether it is reached from each place along corridors that satisfy a condition.
  private static func reaching(
    _ contents: ScenarioContents, along isUsable: (Corridor) -> Bool
  ) -> [[Bool]] {
    let incoming = IncomingCorridors(contents, along: isUsable)
    return contents.markets.map { incoming.placesReaching([$0.place]) }
  }

  /// Whether a market can be reached from a place with a commodity.
  public func leads(
    from place: Place.Index, to market: Market.Index, with commodity: Commodity.Index
  ) -> Bool {
    isReached[commodity.offset][market.offset][place.offset]
  }
}
