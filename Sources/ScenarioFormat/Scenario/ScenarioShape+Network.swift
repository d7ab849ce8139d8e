/// The shapes of the network: frontiers, places, corridors.
extension ScenarioShape {
  static let frontier = Shape.object([
    .required("name", .label, "The name, for people."),
    .required(
      "between", .list(of: .reference(.countries), count: 2...2), "The two countries."),
    .required(
      "lengthKilometres", .quantity(length),
      "The length; the sections add up to it within 0.5 per cent."),
    .optional(
      "route", .reference(.routes),
      "The route that a consignment takes if it leaves its country of origin here."),
    .optional(
      "deployment", deployment,
      "How patrols move between the sections at random; absent for not at all."),
    .required(
      "sections", .map(of: section, minimumCount: 1),
      "The sections; their ids are unique over all frontiers."),
  ])

  private static let deployment = Shape.object([
    .required(
      "mobileShare", .quantity(Quantity("share of each section's patrols", .fraction)),
      "The part that is mobile: all of it is on one section at a time, drawn in proportion to "
        + "length."),
    .required(
      "redeploymentDays", .quantity(Quantity("days", .closed(1...3650))),
      "The time between two moves."),
  ])

  private static let section = Shape.object(
    [
      .required("name", .label, "The name, for people."),
      .required("lengthKilometres", .quantity(length), "The length."),
      .optional(
        "bandWidthKilometres", .quantity(length),
        "The depth of the border band that is searched."),
      .optional(
        "crossingDays", .quantity(Quantity("days", QuantityRange(from: 0.001, to: 1000))),
        "How long a consignment stays in the band."),
      .optional(
        "patrols", .map(key: .reference(.agencies), of: patrol),
        "Patrols in the band, by agency."),
      .optional("sensors", sensors, "Fixed sensors along the section."),
    ], rules: [.together(["bandWidthKilometres", "crossingDays"])])

  private static let patrol = Shape.object([
    .required(
      "kilometresPerDay", .quantity(Quantity("km/day", amount)),
      "The distance that all patrols on the section cover together."),
    .required(
      "sweepWidthKilometres", .quantity(Quantity("km", .closed(0...1000))),
      "The width of the strip in which a patrol notices a crossing."),
  ])

  private static let sensors = Shape.object([
    .required("agency", .reference(.agencies), "Who acts on what they see."),
    .required(
      "share", .quantity(Quantity("share of the section's length", .fraction)),
      "How much of the section they cover."),
    .required(
      "detectionProbability", .quantity(detectionProbability),
      "The probability that a crossing in front of a sensor is detected."),
  ])

  static let place = Shape.object([
    .required("name", .label, "The name, for people."),
    .required("country", .reference(.countries), "The country it lies in."),
    .required(
      "latitude", .quantity(Quantity("degrees north", .closed(-90...90))), "The latitude."),
    .required(
      "longitude", .quantity(Quantity("degrees east", .closed(-180...180))), "The longitude."),
    .optional(
      "holdingDays", DistributionShape.nonNegative("days"),
      "How long a consignment stays between two corridors; absent for not at all."),
    .optional("split", split, "How large consignments are divided here."),
    .optional(
      "closed", .list(of: .reference(.closures), count: 0...100),
      "The closures that shut every corridor from and to this place."),
  ])

  private static let split = Shape.object([
    .required(
      "aboveKilograms", .quantity(Quantity("kg", QuantityRange(from: 1e-6, to: 1e9))),
      "Heavier consignments are divided."),
    .required(
      "partKilograms", .quantity(Quantity("kg", QuantityRange(from: 1e-6, to: 1e9))),
      "Parts are equal and no heavier than this, but at most 64."),
  ])

  static let corridor = Shape.object(
    [
      .required("from", .reference(.places), "Where it starts."),
      .required("to", .reference(.places), "Where it ends."),
      .required("mode", .reference(.modes), "How one travels on it."),
      .required("lengthKilometres", .quantity(length), "The length."),
      .optional(
        "transitDays", DistributionShape.positive("days"),
        "The travel time; absent for length over speed, times the mode's delay."),
      .optional(
        "costPerKilogram", .quantity(Quantity("USD/kg", price, defaultValue: 0)),
        "A cost on top of the mode's."),
      .optional("section", .reference(.sections), "The border section that it crosses."),
      .optional(
        "crossing",
        .choice([
          Choice("green", "Off the roads: the section's patrols and sensors are layers."),
          Choice("checkpoint", "At an official crossing: only the layers named here."),
        ]), "How it crosses the section."),
      .optional(
        "layers", .map(key: .reference(.agencies), of: .quantity(detectionProbability)),
        "The probability that an agency detects a reference consignment on one passage."),
      .optional(
        "checkpoint", .reference(.checkpoints),
        "Where vehicles wait for inspection: customs detect only what is inspected."),
      .optional(
        "commodities", .list(of: .reference(.commodities), count: 1...100),
        "What may travel on it; absent for everything."),
      .optional(
        "closed", .list(of: .reference(.closures), count: 0...100),
        "The closures that shut it."),
      .optional(
        "share", .quantity(Quantity("share of what leaves the place", .fraction)),
        "The turning probability under \"fixed\" routing."),
    ], rules: [.together(["section", "crossing"])])

  private static let length = Quantity("km", QuantityRange(from: 0.001, to: 100_000))

  /// A detection is never certain: its hazard is finite.
  private static let detectionProbability = Quantity(
    "probability per passage", QuantityRange(from: 0, to: 1, isUpperOpen: true))
}
