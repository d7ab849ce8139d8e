import ElementaryFunctions

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
