import ElementaryFunctions

/// One agency's part in the detection on a corridor.
public struct EnforcementLayer: Sendable, Equatable {
  /// Whose it is.
  public var agency: Agency.Index
  /// The cumulative hazard of detection over one passage of a reference consignment.
  public var hazard: Double
}

/// Detection as competing hazards.
///
/// Each layer on a corridor contributes a hazard `h` accumulated over the passage, so that alone it
/// detects with probability `1 − exp(−h)` and all layers together with `1 − Π (1 − p)`, as for
/// independent layers. Working with hazards makes every modifier (skill, visibility, concealment,
/// mass) a factor that can never push a probability above 1.
public enum DetectionHazard {
  /// The hazard of a stated detection probability `p` per passage: `−ln(1 − p)`.
  ///
  /// - Parameter probability: 0 to below 1.
  public static func ofProbability(_ probability: Double) -> Double {
    precondition(probability >= 0 && probability < 1, "a detection probability is below 1")
    return -Portable.logOnePlus(-probability)
  }

  /// The probability that a hazard leads to detection: `1 − exp(−hazard)`.
  public static func probability(ofHazard hazard: Double) -> Double {
    -Portable.expMinusOne(-hazard)
  }

  /// The hazard of patrols under random search: `v W T / A` (Koopman 1956).
  ///
  /// `v` is the distance patrolled per day, `W` the sweep width, `T` the time that a consignment
  /// spends in the border band and `A` the band's area: section length times band width. The same
  /// patrols on a longer section find less.
  public static func ofPatrol(
    _ patrol: FrontierSection.Patrol, on section: FrontierSection,
    surveillance: FrontierSection.Surveillance
  ) -> Double {
    let area = section.lengthKilometres * surveillance.bandWidthKilometres
    let sweptArea =
      patrol.kilometresPerDay * patrol.sweepWidthKilometres * surveillance.crossingDays
    return sweptArea / area
  }

  /// The hazard of sensors that cover a share `c` of a section and detect what passes in front of
  /// them with probability `q`: `−ln(1 − c q)`.
  public static func ofSensors(_ sensors: FrontierSection.Sensors) -> Double {
    ofProbability(sensors.share * sensors.detectionProbability)
  }
}

extension ScenarioContents {
  /// The enforcement layers on a corridor, in the order: stated probabilities, patrols, sensors.
  ///
  /// Hazards hold for a reference consignment on this corridor's mode: the agency's skill and the
  /// mode's visibility are in them; commodity, organisation and mass are not. Layers without any
  /// effect are left out.
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
    return layers.filter { $0.hazard > 0 }
  }
}
