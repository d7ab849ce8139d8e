import RandomStreams
import TraffickingModel

/// The numbers in force over one stage of the scenario, laid out for simulation.
///
/// All stages of a network have the same corridors, layers, places and so on in the same order;
/// only what policies can change differs.
struct NetworkStage: Sendable {
  let corridors: [CompiledCorridor]
  let layers: [CompiledLayer]
  /// The distinct distributions of travel time that corridors refer to.
  let transitDistributions: [Distribution]
  let places: [CompiledPlace]
  let classTraits: [ClassTraits]
  let supplies: [CompiledSupply]
  /// Price (USD/kg) by market and commodity, market-major; 0 without demand.
  let prices: [Double]
  /// Detection by mass, by commodity.
  let massEffects: [MassEffect]

  init(
    _ contents: ScenarioContents, layout: CorridorLayout, supplies: [CompiledSupply],
    classes: [RoutingClass]
  ) {
    corridors = layout.corridors
    layers = layout.layers
    transitDistributions = layout.transitDistributions
    places = CompiledPlace.places(of: contents)
    classTraits = classes.map { ClassTraits($0, in: contents) }
    self.supplies = supplies
    massEffects = contents.commodities.map(MassEffect.init)
    prices = contents.markets.indices.flatMap { market in
      contents.commodities.indices.map { commodity in
        contents.demand(of: Market.Index(market), for: Commodity.Index(commodity))?
          .pricePerKilogram ?? 0
      }
    }
  }
}
