import ElementaryFunctions
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
  /// How organisations weigh risk against money.
  private let choosers: [Chooser]
  /// Money and time that a corridor costs (USD/kg), by organisation and corridor.
  private let costs: [Double]

  /// What the route choice of an organisation depends on besides costs.
  private struct Chooser: Sendable, BitwiseCopyable {
    var choiceSensitivity: Double
    var riskAversion: Double
  }

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
    places = CompiledPlace.places(of: contents)
    checkpoints = contents.checkpoints.map(CompiledCheckpoint.init)
    classTraits = classes.map { ClassTraits($0, in: contents) }
    self.supplies = supplies
    laboratories = contents.laboratories.map(CompiledLaboratory.init)
    massEffects = contents.commodities.map(MassEffect.init)
    choosers = contents.organisations.map {
      Chooser(choiceSensitivity: $0.choiceSensitivity, riskAversion: $0.riskAversion)
    }
    costs = contents.organisations.flatMap { organisation in
      layout.order.indices.map { layout.cost(of: $0, for: organisation, in: contents) }
    }
    prices = contents.markets.indices.flatMap { market in
      contents.commodities.indices.map { commodity in
        contents.demand(of: Market.Index(market), for: Commodity.Index(commodity))?
          .pricePerKilogram ?? 0
      }
    }
    priceResponses = CompiledPriceResponse.responses(of: contents)
  }

  /// The utility of each corridor for a class: minus the generalised cost per kilogram
  /// `cost + time value × days + risk aversion × believed detection probability × price`, times the
  /// choice sensitivity.
  ///
  /// - Parameters:
  ///   - hazards: the believed hazard of detection of corridor `c` at `first + c`.
  ///   - factor: what those hazards are multiplied with for this class.
  ///   - prices: what is at risk (USD/kg), by market and commodity.
  func setUtilities(
    _ utilities: inout [Double], ofClass routingClass: Int, believedHazards hazards: [Double],
    from first: Int, factor: Double, prices: [Double]
  ) {
    let traits = classTraits[routingClass]
    let organisation = Int(traits.organisation)
    let price =
      traits.market < 0 ? 0 : prices[Int(traits.market) * massEffects.count + Int(traits.commodity)]
    let chooser = choosers[organisation]
    let risk = chooser.riskAversion * price
    let row = organisation * corridors.count
    for corridor in corridors.indices {
      let probability = -Portable.expMinusOne(-hazards[first + corridor] * factor)
      utilities[corridor] =
        -chooser.choiceSensitivity * (costs[row + corridor] + risk * probability)
    }
  }
}
