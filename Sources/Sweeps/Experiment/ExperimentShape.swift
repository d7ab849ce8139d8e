import ScenarioFormat

/// The definition of an experiment file, from which decoding and the JSON Schema are derived.
public enum ExperimentShape {
  /// The value of `format` that this version reads.
  public static let formatName = "panj-experiment/1"

  /// A whole experiment.
  public static let experiment = Shape.object([
    .optional("$schema", .text(count: 1...500), "Where the JSON Schema of this file is."),
    .required(
      "format", .choice([Choice(formatName, "The first version of the format.")]),
      "The format of this file."),
    .required("title", .label, "What is asked, in a line."),
    .required("description", .prose, "What the experiment is for and how to read its results."),
    .required(
      "scenarios", .map(key: .id, of: .text(count: 1...500), count: 1...1_000),
      "The scenario files, relative to this file, by the names they have in the results."),
    .optional(
      "base", .reference(.experimentScenarios),
      "The scenario that the others are compared with; absent for the first."),
    .optional(
      "factors", .map(key: .id, of: factor, count: 1...10_000),
      "What is varied in every scenario. Factors act in the order of the file: one that scales "
        + "or adds goes on from those before it, and none sets what another has changed before."),
    .optional(
      "annotatedQuantities", annotatedQuantities,
      "Varies every number of the first scenario that declares a range or a distribution, but for "
        + "those that \"factors\" change, the period, the lengths of frontiers and sections, which "
        + "have to agree, and the sizes of the parts of divided loads, which have to stay below "
        + "the mass from which loads are divided."),
    .optional(
      "design", design,
      "Which combinations are run; absent for a full grid over the levels of the factors."),
    .optional(
      "seed",
      .quantity(.count("", atMost: 9_007_199_254_740_992, defaultValue: 1)),
      "Names the luck of the replications and of the design."),
    .optional(
      "commonRandomNumbers", .boolean,
      "Whether replication r has the same luck at every point; in a Saltelli design at every "
        + "point of a base point, with several \"randomisations\" or \"repetitions\" at every "
        + "point of one; absent for yes."),
    .required("replications", replications, "How many replications every point has."),
    .optional("selection", selection, "Looks for the best scenario and spends effort on it."),
    .required(
      "responses", .map(key: .name(.response), of: response, count: 1...1_000),
      "What is kept of each replication, by the names of the columns."),
    .optional(
      "confidenceLevel",
      .quantity(
        Quantity("", QuantityRange(from: 0.5, to: 0.9999), defaultValue: 0.95, isBare: true)),
      "The level of all intervals."),
  ])

  /// A positive whole number that cannot be annotated.
  static func whole(
    _ unit: String, _ range: ClosedRange<Double>, defaultValue: Double? = nil
  ) -> Shape {
    .quantity(
      Quantity(
        unit, .closed(range), isInteger: true, defaultValue: defaultValue, isBare: true))
  }

  /// A number above 0.
  static let positive = Shape.quantity(Quantity("", .positive, isBare: true))

  private static let annotatedQuantities = Shape.object([
    .optional(
      "together",
      .choice([
        Choice("kind", "All numbers that differ only in the entity are one factor."),
        Choice("none", "Every number is a factor of its own."),
      ]),
      "Which numbers take the same quantile of their ranges; absent for \"kind\"."),
    .optional(
      "under", .list(of: .text(count: 2...500), count: 1...1_000),
      "Only numbers whose JSON Pointers begin like this, where * stands for every key."),
    .optional(
      "except", .list(of: .text(count: 2...500), count: 1...1_000),
      "No number whose JSON Pointer begins like this."),
  ])

  private static let replications = Shape.numberOr(
    Quantity("replications", .closed(1...10_000_000), isInteger: true, isBare: true),
    .object(
      [
        .required("response", .reference(.responses), "Which response is to be known so well."),
        .optional(
          "relative", .quantity(Quantity("", QuantityRange(from: 1e-6, to: 1), isBare: true)),
          "The half-width of the interval over the mean that is enough; never where that is 0."),
        .optional("absolute", positive, "The half-width of the interval that is enough."),
        .optional(
          "first", whole("replications", 10...1_000_000, defaultValue: 10),
          "How many every point has before it is asked."),
        .required(
          "atMost", whole("replications", 10...10_000_000), "How many a point has at most."),
      ],
      rules: [.atLeastOne(["relative", "absolute"]), .exclusive(["relative", "absolute"])]))

  private static let response = Shape.object(
    [
      .optional(
        "columns", .list(of: .text(count: 1...300), count: 1...1_000),
        "Columns of a run's replications.csv, added up; * stands for any letters. A column that "
          + "several of them match counts once."),
      .optional(
        "series", .text(count: 1...100),
        "A monthly series such as \"seized_kg\", added up over a window of time."),
      .optional("commodity", .name(.id), "The commodity of the series."),
      .optional("frontier", .name(.id), "The frontier of the series."),
      .optional(
        "scale", .quantity(Quantity("", QuantityRange(from: 1e-12, to: 1e12), defaultValue: 1)),
        "What the sum is multiplied with: 1e-6 turns USD into millions."),
      .optional(
        "above", threshold,
        "Makes the response 1 in a replication where it is greater than this, and 0 elsewhere, "
          + "after \"scale\": its mean is a chance, with Wilson's interval."),
      .optional(
        "below", threshold,
        "Makes the response 1 in a replication where it is less than this, and 0 elsewhere."),
      .optional("from", .date, "The first month of the window begins here."),
      .optional("until", .date, "The first day behind the window."),
    ],
    rules: [
      .atLeastOne(["columns", "series"]), .exclusive(["columns", "series"]),
      .exclusive(["columns", "from"]), .exclusive(["columns", "until"]),
      .exclusive(["commodity", "frontier"]), .exclusive(["columns", "commodity"]),
      .exclusive(["columns", "frontier"]), .increasing(["from", "until"]),
      .exclusive(["above", "below"]),
    ])

  private static let threshold = Shape.quantity(Quantity("", isBare: true))
}

extension Catalogue {
  static let experimentScenarios = Catalogue("scenario", at: "/scenarios")
  static let responses = Catalogue("response", at: "/responses")
  static let factors = Catalogue("factor", at: "/factors")
}

extension NamePattern {
  /// A column of a table: `delivered_kg__heroin`.
  static let response = NamePattern(
    "a column name", first: "abcdefghijklmnopqrstuvwxyz",
    rest: "abcdefghijklmnopqrstuvwxyz0123456789_", count: 1...100, example: "delivered_kg")
}
