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
  /// The commodity's part of that factor.
  var detectability: Double
  /// The learner that the organisation is, as an index of the network's, or -1.
  var learner: Int32

  init(_ routingClass: RoutingClass, in contents: ScenarioContents) {
    let learners = contents.organisations.indices
      .filter { contents.organisations[$0].learning != nil }
    let isChoosing = contents.routing == .recursiveLogit
    learner = Int32(
      isChoosing ? learners.firstIndex(of: routingClass.organisation.offset) ?? -1 : -1)
    detectability = contents.commodities[routingClass.commodity].detectability
    commodity = routingClass.commodity.position
    organisation = routingClass.organisation.position
    market = routingClass.market?.position ?? -1
    destination = routingClass.market.map { contents.markets[$0].place.position } ?? -1
    hazardFactor =
      contents.organisations[routingClass.organisation].concealment * detectability
  }
}
