/// The shapes of what follows a detection, of checkpoints and of intelligence.
extension ScenarioShape {
  static let clashes = Shape.object([
    .required(
      "seizureProbability", .quantity(.probability("clash")),
      "The probability that a clash ends in a seizure; else the carriers escape and go on."),
    .required(
      "officerLosses", .quantity(Quantity("persons per clash", losses)),
      "The mean number of officers lost."),
    .required(
      "carrierLosses", .quantity(Quantity("persons per clash", losses)),
      "The mean number of carriers lost."),
  ])

  private static let losses = QuantityRange(from: 0, to: 100)

  static let controlledDelivery = Shape.object([
    .required(
      "lossPerPassage", .quantity(.probability("passage")),
      "The probability that those who watch lose it; it then goes on as any other."),
    .required(
      "dismantlingProbability", .quantity(.probability("arrival")),
      "The probability that the organisation is dismantled when it arrives."),
    .optional(
      "minimumKilograms", .quantity(Quantity("kg", amount, defaultValue: 0)),
      "Lighter consignments are seized at once."),
  ])

  static let checkpoint = Shape.object([
    .required("name", .label, "The name, for people."),
    .required(
      "lanes", .quantity(.count("lanes", atLeast: 1, atMost: 1000)),
      "How many vehicles are inspected at a time."),
    .required(
      "inspectionMinutes", DistributionShape.positive("minutes"), "How long an inspection takes."),
    .optional(
      "inspectedShare", .quantity(Quantity("share of vehicles", .fraction, defaultValue: 1)),
      "How many are selected for inspection; the others pass without it."),
    .optional(
      "queueLimit", .quantity(.count("vehicles", atMost: 100_000)),
      "How many may wait; who comes then is waved through. Absent for any number."),
    .optional(
      "licitVehiclesPerDay",
      .quantity(Quantity("vehicles/day", QuantityRange(from: 0, to: 100_000), defaultValue: 0)),
      "Licit traffic, which competes for the lanes."),
  ])

  static let intelligence = Shape.object([
    .required(
      "leadsPerSeizure", .quantity(.probability("seizure")),
      "The probability that a seizure gives the agency a lead on the organisation."),
    .optional(
      "leadsPerArrest", .quantity(.probability("arrest", defaultValue: 0)),
      "The probability that an arrest gives the agency a lead."),
    .optional(
      "falseShare", .quantity(Quantity("share of leads", .fraction, defaultValue: 0)),
      "How many leads are false."),
    .required(
      "lifetimeDays", .quantity(Quantity("days", .closed(0.01...36_500))),
      "The mean time until a lead is worth nothing any more; lifetimes are exponential."),
    .required(
      "hazardFactor", .quantity(Quantity("", .closed(1...1000))),
      "What an agency's detection hazards are multiplied with for an organisation on which it "
        + "holds a complete lead."),
    .optional(
      "falseLeadFactor", .quantity(Quantity("", .fraction, defaultValue: 1)),
      "What all detection hazards of an agency are multiplied with while it follows a false lead."
    ),
    .optional(
      "sources", .map(key: .id, of: leadSource, count: 0...1_000),
      "Where leads come from besides seizures and arrests."),
    .optional(
      "exchanges", .map(key: .id, of: exchange, count: 0...1_000),
      "The channels over which agencies share leads."),
  ])

  private static let leadSource = Shape.object(
    [
      .required("name", .label, "The name, for people."),
      .optional("agency", .reference(.agencies), "The agency that gets the leads."),
      .optional(
        "exchange", .reference(.exchanges),
        "The exchange over which its leads are shared, as if a member had them."),
      .required(
        "leadsPerYear", .quantity(Quantity("leads/year", QuantityRange(from: 0, to: 100_000))),
        "How many arise, each on one organisation at random; nothing comes of those on one that is "
          + "dismantled."),
    ],
    rules: [.atLeastOne(["agency", "exchange"]), .exclusive(["agency", "exchange"])])

  private static let exchange = Shape.object([
    .required("name", .label, "The name, for people."),
    .required(
      "form",
      .choice([
        Choice(
          "bilateral",
          "From desk to desk: one partner is told after the other, and nobody passes it on."),
        Choice("platform", "Told once, seen by all members."),
      ]), "How a lead travels."),
    .required(
      "members", .list(of: .reference(.agencies), count: 2...1000), "The agencies that share."),
    .required(
      "probability", .quantity(.probability("lead and recipient")),
      "The probability that a lead is shared, at full trust."),
    .required(
      "delayDays", DistributionShape.nonNegative("days"),
      "How long a message takes at full trust, over which it is divided; 0 for real-time sharing."),
    .optional(
      "completeness", .quantity(Quantity("share of a lead's worth", .fraction, defaultValue: 1)),
      "What of a lead arrives."),
    .optional(
      "trust", .quantity(Quantity("", .fraction, defaultValue: 1)),
      "The trust at the start: multiplies the probability and divides into the delay."),
    .optional(
      "trustGain", .quantity(Quantity("share of what trust lacks", .fraction, defaultValue: 0)),
      "What a successful joint operation adds."),
    .optional(
      "jointOperations", jointOperations, "Operations that shared leads give rise to."),
  ])

  private static let jointOperations = Shape.object([
    .required(
      "perSharedLead", .quantity(.probability("shared lead")),
      "The probability that a lead of which all partners are told starts an operation against the "
        + "organisation; in proportion where only some are."),
    .required(
      "preparationDays", DistributionShape.nonNegative("days"),
      "How long it takes to prepare from the first message on; in vain if the lead is false or has "
        + "expired by then."),
    .required(
      "cellsArrested", .quantity(.count("cells", atLeast: 1, atMost: 100_000)),
      "How many cells a successful operation takes."),
  ])
}
