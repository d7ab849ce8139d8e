import ElementaryFunctions
import PlainStorage

/// Interdiction: the layers on a corridor as competing hazards.
extension Replication {
  /// The layer that detects a passage, `nil` when none does.
  ///
  /// The draw is held against the probability `P = 1 − exp(−H) = 1 − Π (1 − p)` of all layers
  /// together, where `H` is the sum of their hazards times the consignment's factor. A draw below
  /// it, over `P`, is again evenly spread over (0, 1) and picks a layer in proportion to its
  /// hazard: the layers act side by side, so their order in the file does not matter. Since
  /// `P ≤ H`, most passages are cleared without an exponential. Customs at a checkpoint detect
  /// whom they inspect: for the others `H` leaves them out.
  @inline(__always)
  mutating func detectingLayer(of number: UInt32, on corridor: Int, at time: Double) -> Int? {
    if deployment.isActive || stage.leadEffect.isActive {
      return layerDetecting(number, on: corridor, at: time)
    }
    let compiled = stage.corridors[corridor]
    let factor = consignments[number].hazardFactor
    let draw = consignments[number].detectionDraw
    let isInspected = consignments[number].isInspected
    let hazard = isInspected ? compiled.hazard : compiled.uninspectedHazard
    guard isHit(number, draw: draw, byHazard: hazard * factor) else { return nil }
    let probability = -Portable.expMinusOne(-hazard * factor)
    guard draw < probability else { return nil }
    let position = draw / probability * hazard
    let first = Int(compiled.firstLayer)
    let count = isInspected ? compiled.layerCount : compiled.uninspectedLayerCount
    let last = first + Int(count) - 1
    for layer in first..<last where position < stage.layers[layer].cumulativeHazard {
      return layer
    }
    return last
  }

  /// Whether the draw of a passage lies below a hazard, which is at least its probability of
  /// detection; counted, so that what chance has added can be taken out of the estimates.
  @inline(__always)
  private mutating func isHit(_ number: UInt32, draw: Double, byHazard hazard: Double) -> Bool {
    let mass = consignments[number].massKilograms
    let commodity = Int(
      stage.classTraits[Int(consignments[number].routingClass)].commodity)
    observations.chance[commodity].expose(kilograms: mass, toHazard: hazard)
    guard draw < hazard else { return false }
    observations.chance[commodity].hit(kilograms: mass)
    return true
  }

  /// The same where hazards are not constant: patrols move, agencies follow leads.
  @inline(__always)
  private mutating func layerDetecting(
    _ number: UInt32, on corridor: Int, at time: Double
  ) -> Int? {
    let consignment = consignments[number]
    let compiled = stage.corridors[corridor]
    let organisation = Int(stage.classTraits[Int(consignment.routingClass)].organisation)
    let base = deployment.isActive ? deployment.hazards[corridor] : compiled.hazard
    let highest =
      stage.leadEffect.isActive && intelligence.knownUntil[organisation] > time
      ? base * stage.leadEffect.hazardFactor : base
    let draw = consignment.detectionDraw
    guard isHit(number, draw: draw, byHazard: highest * consignment.hazardFactor)
    else { return nil }
    let first = Int(compiled.firstLayer)
    let count = consignment.isInspected ? compiled.layerCount : compiled.uninspectedLayerCount
    let layers = first..<(first + Int(count))
    var hazard = 0.0
    for layer in layers { hazard += self.hazard(of: layer, for: organisation, at: time) }
    guard hazard > 0 else { return nil }
    let probability = -Portable.expMinusOne(-hazard * consignment.hazardFactor)
    guard draw < probability else { return nil }
    let position = draw / probability * hazard
    var cumulative = 0.0
    for layer in layers.dropLast() {
      cumulative += self.hazard(of: layer, for: organisation, at: time)
      if position < cumulative { return layer }
    }
    return layers.upperBound - 1
  }

  /// The hazard of a layer for a reference consignment of an organisation, with where the patrols
  /// are and what the agency knows.
  private func hazard(of layer: Int, for organisation: Int, at time: Double) -> Double {
    var hazard = stage.layers[layer].hazard
    if deployment.isActive { hazard *= deployment.layerFactors[layer] }
    if stage.leadEffect.isActive {
      hazard *= leadFactor(of: Int(stage.layers[layer].agency), on: organisation, at: time)
    }
    return hazard
  }

  /// The outcome of most detections: seizure.
  @inline(never)
  mutating func seize(_ number: UInt32, by layer: Int, at time: Double) {
    let mass = consignments[number].massKilograms
    let commodity = Int(
      stage.classTraits[Int(consignments[number].routingClass)].commodity)
    observations.seizures[layer * network.commodityCount + commodity].add(kilograms: mass)
    recordSeizure(of: number, commodity: commodity)
    bearAftermath(of: number, seizedBy: Int(stage.layers[layer].agency), at: time)
    consignments.remove(number)
  }

  /// What is counted of a seizure wherever it happens.
  mutating func recordSeizure(of number: UInt32, commodity: Int) {
    let mass = consignments[number].massKilograms
    recordMonthly(.seizedKilograms, commodity, mass)
    recordMonthly(.seizures, commodity, 1)
    let route = Int(consignments[number].route)
    if route >= 0 {
      observations.routeSeizures[route * network.commodityCount + commodity]
        .add(kilograms: mass)
    }
  }
}
