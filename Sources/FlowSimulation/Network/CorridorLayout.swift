import RandomStreams
import TraffickingModel

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
    let enforcement = contents.enforcementLayers(on: corridor)
    let always = enforcement.filter { !contents.needsInspection($0, on: corridor) }
    let atInspection = enforcement.filter { contents.needsInspection($0, on: corridor) }
    let uninspectedHazard = always.reduce(0) { $0 + $1.hazard }
    // Who is not inspected meets the first layers only.
    for layer in always + atInspection {
      hazard += layer.hazard
      layers.append(
        CompiledLayer(
          agency: layer.agency.position, corridor: Int32(corridors.count),
          isPatrol: layer.isPatrol, hazard: layer.hazard, cumulativeHazard: hazard))
    }
    let frontier = corridor.crossing.map { contents.sections[$0.section].frontier }
    let route = frontier.flatMap { contents.frontiers[$0].route }
    corridors.append(
      CompiledCorridor(
        head: corridor.to.position, firstLayer: Int32(firstLayer),
        layerCount: Int32(layers.count - firstLayer),
        uninspectedLayerCount: Int32(always.count),
        transitDistribution: Int32(transit.distribution),
        section: corridor.crossing?.section.position ?? -1,
        frontier: frontier.map { Int16($0.position) } ?? -1,
        checkpoint: Int16(corridor.checkpoint?.position ?? -1),
        route: route.map { Int8($0.position) } ?? -1, transitScale: transit.scale,
        hazard: hazard, uninspectedHazard: uninspectedHazard,
        believedHazard: contents.expectedHazard(on: corridor)))
  }

  /// What a corridor costs an organisation in money and time (USD/kg).
  ///
  /// Days are the mean travel time and the mean holding time at the corridor's end; the wait at a
  /// checkpoint, which depends on what others do, is not among them.
  func cost(
    of offset: Int, for organisation: Organisation, in contents: ScenarioContents
  ) -> Double {
    let corridor = contents.corridors[order[offset]]
    let mode = contents.modes[corridor.mode]
    let days =
      meanTransitDays(offset) + (contents.places[corridor.to].holdingDays?.mean ?? 0)
    return corridor.extraCostPerKilogram
      + mode.costPerKilogramPerThousandKilometres * corridor.lengthKilometres / 1000
      + organisation.timeValuePerKilogramDay * days
  }

  /// The mean travel time of a corridor (days).
  func meanTransitDays(_ corridor: Int) -> Double {
    let compiled = corridors[corridor]
    return compiled.transitScale
      * transitDistributions[Int(compiled.transitDistribution)].mean
  }
}
