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
  /// The distinct distributions of holding time that places refer to.
  let holdingDistributions: [Distribution]
  let checkpoints: [CompiledCheckpoint]
  let classTraits: [ClassTraits]
  let supplies: [CompiledSupply]
  let laboratories: [CompiledLaboratory]
  /// Stated price (USD/kg) by market and commodity, market-major; 0 without demand.
  let prices: [Double]
  /// The demands whose prices answer to deliveries.
  let priceResponses: [CompiledPriceResponse]
  /// Detection by mass, by commodity.
  let massEffects: [MassEffect]
  let agencies: [CompiledAgency]
  let organisations: [CompiledOrganisation]
  /// The organisations that learn.
  let learners: [Learner]
  let clashes: Clashes?
  let controlledDelivery: ControlledDelivery?
  let intelligence: CompiledIntelligence?
  let leadEffect: LeadEffect
  /// Officers lost in a clash.
  let officerLosses: Poisson
  /// Carriers lost in a clash.
  let carrierLosses: Poisson
  /// Whether anything but a seizure can come of a detection.
  let outcomesVary: Bool
  /// Whether a seizure has consequences for the organisation or for what agencies know.
  let hasAftermath: Bool
  /// The frontiers whose patrols move between sections.
  let deployments: [CompiledDeployment]
  /// What routes are weighed by.
  let routeCosts: RouteCosts

  init(
    _ contents: ScenarioContents, layout: CorridorLayout, supplies: [CompiledSupply],
    classes: [RoutingClass]
  ) {
    agencies = contents.agencies.map(CompiledAgency.init)
    organisations = contents.organisations.map(CompiledOrganisation.init)
    learners = Learner.learners(of: contents, classes: classes)
    clashes = contents.clashes
    controlledDelivery = contents.controlledDelivery
    intelligence = contents.intelligence.map(CompiledIntelligence.init)
    leadEffect = LeadEffect(contents.intelligence)
    officerLosses = Poisson(mean: contents.clashes?.officerLosses ?? 0)
    carrierLosses = Poisson(mean: contents.clashes?.carrierLosses ?? 0)
    outcomesVary = agencies.contains {
      $0.varies(
        clashes: contents.clashes != nil, watches: contents.controlledDelivery != nil)
    }
    hasAftermath =
      contents.intelligence != nil || organisations.contains { $0.structure != nil }
    deployments = CompiledDeployment.deployments(of: contents, layout: layout)
    corridors = layout.corridors
    layers = layout.layers
    transitDistributions = layout.transitDistributions
    (places, holdingDistributions) = CompiledPlace.places(of: contents)
    checkpoints = contents.checkpoints.map(CompiledCheckpoint.init)
    classTraits = classes.map { ClassTraits($0, in: contents) }
    self.supplies = supplies
    laboratories = contents.laboratories.map(CompiledLaboratory.init)
    massEffects = contents.commodities.map(MassEffect.init)
    routeCosts = RouteCosts(contents, layout: layout, classes: classes)
    prices = contents.markets.indices.flatMap { market in
      contents.commodities.indices.map { commodity in
        contents.demand(of: Market.Index(market), for: Commodity.Index(commodity))?
          .pricePerKilogram ?? 0
      }
    }
    priceResponses = CompiledPriceResponse.responses(of: contents)
  }
}
