import ElementaryFunctions

/// Interdiction: the layers on a corridor as competing hazards.
extension Replication {
  /// The layer that detects a passage, `nil` when none does.
  ///
  /// The draw is held against the probability `P = 1 − exp(−H) = 1 − Π (1 − p)` of all layers
  /// together, where `H` is the sum of their hazards times the consignment's factor. A draw below
  /// it, over `P`, is again evenly spread over (0, 1) and picks a layer in proportion to its
  /// hazard: the layers act side by side, so their order in the file does not matter. Since
  /// `P ≤ H`, most passages are cleared without an exponential.
  func detectingLayer(of number: UInt32, on corridor: Int) -> Int? {
    let compiled = stage.corridors[corridor]
    let factor = consignments[number].hazardFactor
    let draw = consignments[number].detectionDraw
    guard draw < compiled.hazard * factor else { return nil }
    let probability = -Portable.expMinusOne(-compiled.hazard * factor)
    guard draw < probability else { return nil }
    let position = draw / probability * compiled.hazard
    let first = Int(compiled.firstLayer)
    let last = first + Int(compiled.layerCount) - 1
    for layer in first..<last where position < stage.layers[layer].cumulativeHazard {
      return layer
    }
    return last
  }

  /// The outcome of a detection: seizure.
  mutating func seize(_ number: UInt32, by layer: Int) {
    let mass = consignments[number].massKilograms
    let commodity = Int(
      stage.classTraits[Int(consignments[number].routingClass)].commodity)
    observations.seizures[layer * network.commodityCount + commodity].add(kilograms: mass)
    recordMonthly(.seizedKilograms, commodity, mass)
    recordMonthly(.seizures, commodity, 1)
    let route = Int(consignments[number].route)
    if route >= 0 {
      observations.routeSeizures[route * network.commodityCount + commodity]
        .add(kilograms: mass)
    }
    consignments.remove(number)
  }
}
