import ElementaryFunctions

/// Process 4, interdiction: the layers on a corridor as competing hazards.
extension Replication {
  /// The layer that detects a passage, `nil` when none does.
  ///
  /// An exponential draw `e = −ln(1 − u)` is held against the hazards that the layers accumulate
  /// over the passage, times the consignment's factor: the layer in whose part `e` falls detects.
  /// So the passage is detected with probability `1 − Π (1 − p)`, and by a layer in proportion to
  /// its hazard. Since `e ≥ u`, most passages are cleared without a logarithm.
  func detectingLayer(of number: UInt32, on corridor: Int) -> Int? {
    let compiled = network.corridors[corridor]
    let factor = consignments[number].hazardFactor
    let draw = consignments[number].detectionDraw
    guard draw < compiled.hazard * factor else { return nil }
    let exponential = -Portable.log(1 - draw)
    let first = Int(compiled.firstLayer)
    for layer in first..<(first + Int(compiled.layerCount))
    where exponential < network.layers[layer].cumulativeHazard * factor { return layer }
    return nil
  }

  /// Process 6, the outcome of a detection: seizure.
  mutating func seize(_ number: UInt32, by layer: Int) {
    let mass = consignments[number].massKilograms
    let commodity = Int(
      network.classTraits[Int(consignments[number].routingClass)].commodity)
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
