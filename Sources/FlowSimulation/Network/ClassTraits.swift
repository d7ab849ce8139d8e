import TraffickingModel

/// What a moving consignment needs to know of its class.
struct ClassTraits: Sendable, BitwiseCopyable {
  /// The commodity, by its place in the scenario.
  var commodity: Int32
  /// The organisation, by its place in the scenario.
  var organisation: Int32
  /// The market headed for, or -1 under fixed routing.
  var market: Int32
  /// The place of that market, or -1 under fixed routing.
  var destination: Int32
  /// Concealment times detectability: what every hazard is multiplied with.
  var hazardFactor: Double

  init(_ routingClass: RoutingClass, in contents: ScenarioContents) {
    commodity = routingClass.commodity.position
    organisation = routingClass.organisation.position
    market = routingClass.market?.position ?? -1
    destination = routingClass.market.map { contents.markets[$0].place.position } ?? -1
    hazardFactor =
      contents.organisations[routingClass.organisation].concealment
      * contents.commodities[routingClass.commodity].detectability
  }
}
