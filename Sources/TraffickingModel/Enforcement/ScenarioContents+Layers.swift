extension ScenarioContents {
  /// The enforcement layers on a corridor, in the order: stated probabilities, patrols, sensors.
  ///
  /// Hazards hold for a reference consignment on this corridor's mode: the agency's skill and the
  /// mode's visibility are in them; commodity, organisation and mass are not. A layer without
  /// effect stays in the list, so that all stages of a scenario have the same layers.
  public func enforcementLayers(on corridor: Corridor) -> [EnforcementLayer] {
    var layers = corridor.detections.map { detection in
      EnforcementLayer(
        agency: detection.agency, hazard: DetectionHazard.ofProbability(detection.probability))
    }
    if let crossing = corridor.crossing, crossing.isGreen,
      let surveillance = sections[crossing.section].surveillance
    {
      let section = sections[crossing.section]
      for patrol in surveillance.patrols {
        let hazard = DetectionHazard.ofPatrol(patrol, on: section, surveillance: surveillance)
        layers.append(EnforcementLayer(agency: patrol.agency, hazard: hazard, isPatrol: true))
      }
      if let sensors = surveillance.sensors {
        layers.append(
          EnforcementLayer(
            agency: sensors.agency, hazard: DetectionHazard.ofSensors(sensors)))
      }
    }
    let visibility = modes[corridor.mode].visibility
    for index in layers.indices {
      layers[index].hazard *= agencies[layers[index].agency].skill * visibility
    }
    return layers
  }

  /// Whether a layer on a corridor acts only on what is inspected: customs where there is a
  /// checkpoint.
  public func needsInspection(_ layer: EnforcementLayer, on corridor: Corridor) -> Bool {
    corridor.checkpoint != nil && agencies[layer.agency].layer == .customs
  }

  /// The hazard of a passage before it is known whether the checkpoint selects it.
  ///
  /// `−ln(1 − P)` with `P = s (1 − exp(−h)) + (1 − s) (1 − exp(−h'))`, where `s` is the share that
  /// is inspected, `h` the hazard of all layers and `h'` that of those that do without inspection.
  /// Without a checkpoint it is `h`. That vehicles are waved through a full queue is left out.
  public func expectedHazard(on corridor: Corridor) -> Double {
    let layers = enforcementLayers(on: corridor)
    let hazard = layers.reduce(0) { $0 + $1.hazard }
    guard let checkpoint = corridor.checkpoint else { return hazard }
    let share = checkpoints[checkpoint].inspectedShare
    let uninspected = layers.filter { !needsInspection($0, on: corridor) }
      .reduce(0) { $0 + $1.hazard }
    if share == 1 || uninspected == hazard { return hazard }
    let probability =
      share * DetectionHazard.probability(ofHazard: hazard)
      + (1 - share) * DetectionHazard.probability(ofHazard: uninspected)
    return probability < 1 ? DetectionHazard.ofProbability(probability) : hazard
  }
}
