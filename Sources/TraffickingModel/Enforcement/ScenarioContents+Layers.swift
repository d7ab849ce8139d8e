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
        layers.append(EnforcementLayer(agency: patrol.agency, hazard: hazard))
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
}
