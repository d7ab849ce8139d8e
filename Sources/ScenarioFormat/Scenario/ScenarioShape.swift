import TraffickingModel

/// The definition of a scenario file, from which decoding, the JSON Schema and every list of
/// parameters are derived.
public enum ScenarioShape {
  /// The value of `format` that this version reads.
  public static let formatName = "panj-scenario/1"

  /// A whole scenario, after `extends` has been applied.
  public static let scenario = Shape.object([
    .optional("$schema", .text(count: 1...500), "Where the JSON Schema of this file is."),
    .required(
      "format", .choice([Choice(formatName, "The first version of the format.")]),
      "The format of this file."),
    .optional(
      "extends", .text(count: 1...500),
      "Another scenario file beside this one; this file is then a JSON Merge Patch (RFC 7396) to "
        + "it."),
    .required("title", .label, "What the scenario is, in a line."),
    .required("description", .prose, "What it is for and what it leaves out."),
    .required("period", period, "The time that a run covers."),
    .required("routing", .choice(routingRules), "How the next corridor is chosen."),
    .optional("sources", .map(of: source), "Where the numbers come from."),
    .required(
      "countries", .map(key: .country, of: country, count: 1...300),
      "The countries, by ISO 3166-1 alpha-3 code."),
    .optional(
      "routes", .map(key: .id, of: named("route"), count: 0...100),
      "The routes that exits are grouped by."),
    .required("commodities", .map(key: .id, of: commodity, count: 1...100), "What is moved."),
    .required("modes", .map(key: .id, of: mode, count: 1...100), "The ways of transport."),
    .optional(
      "agencies", .map(key: .id, of: agency, count: 0...10_000), "The layers of enforcement."),
    .optional(
      "closures", .map(key: .id, of: closure, count: 0...100),
      "Yearly closures of passes and crossings."),
    .optional(
      "frontiers", .map(key: .id, of: frontier, count: 0...10_000), "The borders, in sections."),
    .required("places", .map(of: place, minimumCount: 2), "The places that flow passes."),
    .required("corridors", .map(of: corridor, minimumCount: 1), "The directed links."),
    .required(
      "organisations", .map(key: .id, of: organisation, count: 1...1_000),
      "Synthetic trafficking groups: none stands for a real one."),
    .required("supplies", .map(key: .id, of: supply, count: 1...10_000), "Where flow comes from."),
    .required("markets", .map(key: .id, of: market, count: 1...1_000), "Where flow goes."),
    .optional(
      "checkpoints", .map(key: .id, of: checkpoint, count: 0...1_000),
      "Crossings where vehicles wait for inspection; corridors name theirs."),
    .optional(
      "laboratories", .map(key: .id, of: laboratory, count: 0...1_000),
      "Laboratory areas, which turn what is delivered to a market into what a supply dispatches."),
    .optional("clashes", clashes, "What happens when carriers resist with arms; absent for never."),
    .optional(
      "controlledDelivery", controlledDelivery,
      "How consignments under watch fare; absent for none."),
    .optional(
      "intelligence", intelligence, "Leads on organisations and their exchange; absent for none."),
    .optional(
      "policies", .map(key: .id, of: policy, count: 0...1_000),
      "Dated measures that change numbers of the scenario."),
  ])

  private static let routingRules = [
    Choice("fixed", "By the corridors' given shares: an absorbing Markov chain."),
    Choice("recursiveLogit", "By the recursive logit on money, time and risk."),
  ]

  private static let period = Shape.object([
    .required("start", .date, "The first reported day."),
    .required("end", .date, "The first day that is not reported any more."),
    .optional(
      "warmUpDays", .quantity(.count("days", atMost: 36_525, defaultValue: 0)),
      "How long the simulation runs before the start, unreported."),
  ])

  private static let source = Shape.object([
    .required("title", .label, "The title of the document."),
    .required("publisher", .label, "Who published it."),
    .required(
      "year",
      .quantity(
        Quantity("year", .closed(1900...2100), isInteger: true, isBare: true)),
      "When it was published."),
    .optional("url", .text(count: 1...500), "Where it is."),
  ])

  private static let country = named("country")

  /// An object with nothing but a name.
  private static func named(_ what: String) -> Shape {
    .object([.required("name", .label, "The name of the \(what), for people.")])
  }

  private static let commodity = Shape.object([
    .required("name", .label, "The name, for people."),
    .optional(
      "detectability", .quantity(factor),
      "What every detection hazard of this commodity is multiplied with."),
    .optional(
      "massExponent", .quantity(Quantity("", .closed(0...3), defaultValue: 0)),
      "How detection grows with mass: hazard ~ (mass / reference)^exponent."),
    .optional(
      "referenceMassKilograms",
      .quantity(Quantity("kg", QuantityRange(from: 1e-6, to: 1e9), defaultValue: 1)),
      "The mass at which stated detection probabilities hold."),
  ])

  private static let mode = Shape.object([
    .required("name", .label, "The name, for people."),
    .required(
      "kilometresPerDay", .quantity(Quantity("km/day", QuantityRange(from: 0.1, to: 100_000))),
      "The mean speed."),
    .optional(
      "delay", DistributionShape.positive("", defaultValue: 1),
      "What the travel time is multiplied with, of mean near 1."),
    .required(
      "costPerKilogramPerThousandKilometres",
      .quantity(Quantity("USD per kg and 1,000 km", price)), "The cost of transport."),
    .optional(
      "visibility", .quantity(factor),
      "What every detection hazard on this mode is multiplied with."),
  ])

  private static let agency = Shape.object([
    .required("name", .label, "The name, for people."),
    .required("country", .reference(.countries), "The country it acts in."),
    .required(
      "layer",
      .choice([
        Choice("borderGuard", "Guards of the green and river border."),
        Choice("customs", "Customs at crossings."),
        Choice("police", "Police inland."),
        Choice("drugControl", "A drug control agency."),
      ]), "Which layer of enforcement it is."),
    .optional(
      "skill", .quantity(factor), "What each of its detection hazards is multiplied with."),
    .optional(
      "corruption", .quantity(.probability("detection", defaultValue: 0)),
      "The probability that what it detects is let pass for money."),
    .optional(
      "confrontation", .quantity(.probability("detection", defaultValue: 0)),
      "The probability that its officers come face to face with carriers, who may resist if the "
        + "scenario has \"clashes\"."),
    .optional(
      "controlledDelivery", .quantity(.probability("detection", defaultValue: 0)),
      "The probability that a detected consignment is let go on under watch, if the scenario has "
        + "\"controlledDelivery\"."),
    .optional(
      "arrest", .quantity(.probability("seizure", defaultValue: 0)),
      "The probability that a seizure leads to the arrest of a cell of the organisation, if that "
        + "has a \"structure\"."),
  ])

  private static let closure = Shape.object([
    .required("name", .label, "The name, for people."),
    .required("from", .monthDay, "The first closed day of a year."),
    .required(
      "until", .monthDay,
      "The first day that is open again; before the first closed day when the closure lasts over "
        + "New Year."),
  ])

  /// A multiplier of hazards.
  static let factor = Quantity(
    "", QuantityRange(from: 0, to: 1000, isLowerOpen: true), defaultValue: 1)
}

extension Catalogue {
  static let countries = Catalogue("country", at: "/countries")
  static let routes = Catalogue("route", at: "/routes")
  static let commodities = Catalogue("commodity", at: "/commodities")
  static let modes = Catalogue("mode", at: "/modes")
  static let agencies = Catalogue("agency", at: "/agencies")
  static let closures = Catalogue("closure", at: "/closures")
  static let sections = Catalogue("frontier section", at: "/frontiers/*/sections")
  static let places = Catalogue("place", at: "/places")
  static let organisations = Catalogue("organisation", at: "/organisations")
  static let markets = Catalogue("market", at: "/markets")
  static let supplies = Catalogue("supply", at: "/supplies")
  static let checkpoints = Catalogue("checkpoint", at: "/checkpoints")
  static let exchanges = Catalogue("exchange", at: "/intelligence/exchanges")
}
