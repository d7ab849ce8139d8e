import ElementaryFunctions
import RandomStreams
import TraffickingModel

/// What a passage needs to know of a corridor.
struct CompiledCorridor: Sendable, BitwiseCopyable {
  /// Where it leads.
  var head: Int32
  /// Its layers are `layers[firstLayer ..< firstLayer + layerCount]`.
  var firstLayer: Int32
  /// How many layers it has.
  var layerCount: Int32
  /// The distribution of its travel time.
  var transitDistribution: Int32
  /// What a draw from that distribution is multiplied with to give days.
  var transitScale: Double
  /// The hazards of all layers together, for a reference consignment.
  var hazard: Double
  /// The route that a consignment enters here if it has none yet, or -1.
  var route: Int16
  /// The frontier that is crossed, or -1.
  var frontier: Int16
}

/// One layer of enforcement on one corridor.
struct CompiledLayer: Sendable, BitwiseCopyable {
  /// The agency, by its place in the scenario.
  var agency: Int32
  /// The corridor, in the order of the network.
  var corridor: Int32
  /// The hazards of this layer and those before it on the corridor.
  var cumulativeHazard: Double
}

/// The corridors in the order of the places they leave.
struct CorridorLayout {
  var order: [Corridor.Index]
  var starts: [Int]
  var corridors: [CompiledCorridor] = []
  var layers: [CompiledLayer] = []
  var transitDistributions: [Distribution] = []

  init(_ contents: ScenarioContents) {
    // Sorting by (tail, place in the file) is stable by construction.
    order = contents.corridors.indices.map { Corridor.Index($0) }
      .sorted { left, right in
        (contents.corridors[left].from, left) < (contents.corridors[right].from, right)
      }
    starts = [Int](repeating: 0, count: contents.places.count + 1)
    for corridor in contents.corridors { starts[corridor.from.offset + 1] += 1 }
    for place in contents.places.indices { starts[place + 1] += starts[place] }
    transitDistributions = contents.modes.map(\.delay)
    for index in order { append(contents.corridors[index], contents) }
  }

  private mutating func append(_ corridor: Corridor, _ contents: ScenarioContents) {
    let mode = contents.modes[corridor.mode]
    var transit = (distribution: corridor.mode.offset, scale: 1.0)
    if let own = corridor.transitDays {
      transitDistributions.append(own)
      transit.distribution = transitDistributions.count - 1
    } else {
      transit.scale = corridor.lengthKilometres / mode.kilometresPerDay
    }
    let firstLayer = layers.count
    var hazard = 0.0
    for layer in contents.enforcementLayers(on: corridor) {
      hazard += layer.hazard
      layers.append(
        CompiledLayer(
          agency: layer.agency.position, corridor: Int32(corridors.count),
          cumulativeHazard: hazard))
    }
    let frontier = corridor.crossing.map { contents.sections[$0.section].frontier }
    let route = frontier.flatMap { contents.frontiers[$0].route }
    corridors.append(
      CompiledCorridor(
        head: corridor.to.position, firstLayer: Int32(firstLayer),
        layerCount: Int32(layers.count - firstLayer),
        transitDistribution: Int32(transit.distribution), transitScale: transit.scale,
        hazard: hazard, route: route.map { Int16($0.position) } ?? -1,
        frontier: frontier.map { Int16($0.position) } ?? -1))
  }

  /// The mean travel time of a corridor (days).
  func meanTransitDays(_ corridor: Int) -> Double {
    let compiled = corridors[corridor]
    return compiled.transitScale
      * transitDistributions[Int(compiled.transitDistribution)].mean
  }
}

/// What happens at a place.
struct CompiledPlace: Sendable {
  /// How long a consignment stays (days); `nil` for not at all.
  var holdingDays: Distribution?
  /// Consignments heavier than this are divided (kg); infinite where they are not.
  var splitAboveKilograms: Double
  /// The largest part (kg).
  var partKilograms: Double
  /// Under fixed routing, the market that ends every consignment here.
  var terminalMarket: Int32

  static func places(of contents: ScenarioContents) -> [CompiledPlace] {
    contents.places.indices.map { offset in
      let place = contents.places[offset]
      let market = contents.markets.firstIndex { $0.place.offset == offset }
      return CompiledPlace(
        holdingDays: place.holdingDays,
        splitAboveKilograms: place.split?.aboveKilograms ?? .infinity,
        partKilograms: place.split?.partKilograms ?? .infinity,
        terminalMarket: contents.routing == .fixed ? Int32(market ?? -1) : -1)
    }
  }
}

/// How the mass of a consignment changes its hazard of detection.
struct MassEffect: Sendable, BitwiseCopyable {
  private var exponent: Double
  private var referenceKilograms: Double

  init(_ commodity: Commodity) {
    exponent = commodity.massExponent
    referenceKilograms = commodity.referenceMassKilograms
  }

  /// `(mass / reference)^exponent`.
  func factor(ofKilograms mass: Double) -> Double {
    exponent == 0 ? 1 : Portable.power(mass / referenceKilograms, exponent)
  }
}

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
