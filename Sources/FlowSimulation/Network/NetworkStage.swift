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
  let classTraits: [ClassTraits]
  let supplies: [CompiledSupply]
  /// Price (USD/kg) by market and commodity, market-major; 0 without demand.
  let prices: [Double]
  /// Detection by mass, by commodity.
  let massEffects: [MassEffect]
  /// How organisations weigh risk against money.
  private let choosers: [Chooser]
  /// Money and time that a corridor costs (USD/kg), by organisation and corridor.
  private let costs: [Double]
  /// The value that is at risk (USD/kg), by class.
  private let valuesAtRisk: [Double]

  /// What the route choice of an organisation depends on besides costs.
  private struct Chooser: Sendable, BitwiseCopyable {
    var choiceSensitivity: Double
    var riskAversion: Double
  }

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
    choosers = contents.organisations.map {
      Chooser(choiceSensitivity: $0.choiceSensitivity, riskAversion: $0.riskAversion)
    }
    costs = contents.organisations.flatMap { organisation in
      layout.order.indices.map { layout.cost(of: $0, for: organisation, in: contents) }
    }
    valuesAtRisk = classes.map { routingClass in
      routingClass.market
        .flatMap { contents.demand(of: $0, for: routingClass.commodity)?.pricePerKilogram } ?? 0
    }
    prices = contents.markets.indices.flatMap { market in
      contents.commodities.indices.map { commodity in
        contents.demand(of: Market.Index(market), for: Commodity.Index(commodity))?
          .pricePerKilogram ?? 0
      }
    }
  }

  /// The utility of each corridor for a class: minus the generalised cost per kilogram
  /// `cost + time value × days + risk aversion × believed detection probability × price`, times the
  /// choice sensitivity.
  ///
  /// - Parameters:
  ///   - hazards: the believed hazard of detection of corridor `c` at `first + c`.
  ///   - factor: what those hazards are multiplied with for this class.
  func setUtilities(
    _ utilities: inout [Double], ofClass routingClass: Int, believedHazards hazards: [Double],
    from first: Int, factor: Double
  ) {
    let organisation = Int(classTraits[routingClass].organisation)
    let chooser = choosers[organisation]
    let risk = chooser.riskAversion * valuesAtRisk[routingClass]
    let row = organisation * corridors.count
    for corridor in corridors.indices {
      let probability = -Portable.expMinusOne(-hazards[first + corridor] * factor)
      utilities[corridor] =
        -chooser.choiceSensitivity * (costs[row + corridor] + risk * probability)
    }
  }
}
