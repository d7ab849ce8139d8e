import ScenarioFormat

/// The shapes of what is varied, and of the design by which it is.
extension ExperimentShape {
  static let factor = Shape.object(
    [
      .optional(
        "parameter", .text(count: 2...500),
        "A JSON Pointer to numbers of the scenario; * stands for every key."),
      .optional(
        "where",
        .map(key: .name(.field), of: .text(count: 1...200), count: 1...10),
        "Only where the entity that the last * stands for has these values."),
      .optional(
        "operation",
        .choice([
          Choice("set", "The number becomes the level."),
          Choice("scale", "The number is multiplied with the level."),
          Choice("add", "The level is added to the number."),
        ]), "What a level does to the number; absent for \"set\"."),
      .optional(
        "levels", .list(of: .quantity(Quantity("", isBare: true)), count: 1...10_000),
        "The numbers that are tried."),
      .optional(
        "distribution", Uncertainty.shape(of: Quantity("")),
        "The numbers that are sampled, such as {\"uniform\": {\"lower\": 0, \"upper\": 1}}."),
      .optional(
        "whole", .boolean,
        "Whether only whole numbers are sampled, of a uniform distribution all alike; absent for "
          + "yes where nothing else is allowed."),
      .optional("policy", .name(.id), "A policy of the scenario that is off or on."),
      .optional(
        "choice", .text(count: 2...500),
        "A JSON Pointer to a word of the scenario, such as /routing."),
      .optional(
        "words", .list(of: .text(count: 1...200), count: 1...100), "The words that are tried."),
    ],
    rules: [
      .atLeastOne(["parameter", "policy", "choice"]),
      .exclusive(["parameter", "policy", "choice"]), .exclusive(["levels", "distribution"]),
      .together(["choice", "words"]), .exclusive(["policy", "levels"]),
      .exclusive(["policy", "distribution"]), .exclusive(["choice", "levels"]),
      .exclusive(["choice", "distribution"]), .exclusive(["levels", "whole"]),
      .exclusive(["policy", "where"]), .exclusive(["choice", "where"]),
      .exclusive(["policy", "operation"]), .exclusive(["choice", "operation"]),
      .exclusive(["policy", "whole"]), .exclusive(["choice", "whole"]),
    ])

  private static let isScrambled = Field.optional(
    "scrambled", .boolean,
    "Whether the digits are permuted at random (Owen 1995), so that estimates have no bias.")

  private static func points(_ summary: String) -> Field {
    .required("points", whole("points", 1...10_000_000), summary)
  }

  private static let randomisations = Field.optional(
    "randomisations", whole("randomisations", 1...1_000, defaultValue: 1),
    "How many independent randomisations of the points there are, one after the other: their means "
      + "tell how exact the mean over the ranges is. More than one takes points that are each "
      + "uniform: \"scrambled\", or \"jittered\" without \"maximin\".")

  static let design = Shape.alternatives([
    .optional("grid", .object([]), "Every combination of the levels."),
    .optional("oneAtATime", .object([]), "The scenario as it is, then each level of each factor."),
    .optional(
      "list",
      .object([
        .required(
          "points",
          .list(
            of: .map(
              key: .reference(.factors),
              of: .numberOr(Quantity("", isBare: true), .text(count: 1...200)), count: 0...10_000),
            count: 1...100_000),
          "The points: a level for each factor, \"on\" or \"off\" for a policy; a factor left out "
            + "keeps its value in the scenario.")
      ]), "The points that are written down here."),
    .optional(
      "latinHypercube",
      .object([
        points("How many points."),
        .optional(
          "placement",
          .choice([
            Choice("jittered", "Anywhere in its stratum."),
            Choice("centred", "In the middle of its stratum."),
          ]), "Where in its stratum a point lies; absent for \"jittered\"."),
        .optional("maximin", .boolean, "Whether to look for points far from each other."),
        .optional(
          "doublings", whole("doublings", 0...20, defaultValue: 0),
          "How often the design has been doubled since it began; it keeps its first points."),
        randomisations,
      ]), "Each factor's range in as many strata as points, one point in each."),
    .optional(
      "sobol",
      .object([points("How many points; best a power of two."), isScrambled, randomisations]),
      "Sobol's sequence, which can be extended by doubling."),
    .optional(
      "halton", .object([points("How many points."), isScrambled, randomisations]),
      "Halton's sequence."),
    .optional(
      "morris",
      .object([
        .required(
          "trajectories", whole("trajectories", 2...100_000),
          "How many paths; more of them keep the first ones."),
        .optional(
          "levels", whole("levels", 2...1_000, defaultValue: 4), "Levels of the grid; even."),
        .optional(
          "candidates", whole("trajectories", 2...1_000),
          "The paths are those farthest from each other of so many (Campolongo, Cariboni and "
            + "Saltelli 2007); such a design does not grow. Absent for the first ones drawn."),
      ]),
      "Trajectories for elementary effects (Morris 1991), within the middle 99 per cent of "
        + "distributions without ends."),
    .optional(
      "saltelli",
      .object([
        .required("basePoints", whole("points", 8...1_000_000), "Base points; a power of two."),
        .optional("secondOrder", .boolean, "Whether pairs of factors are to be told apart."),
        isScrambled,
      ]), "Blocks for Sobol' indices (Saltelli 2002)."),
    .optional(
      "fourierAmplitude",
      .object([
        .required("samples", whole("points", 65...1_000_000), "Points on each curve."),
        .optional(
          "harmonics", whole("harmonics", 1...16, defaultValue: 4),
          "How many harmonics carry the effect of a factor."),
        .optional(
          "repetitions", whole("repetitions", 1...100, defaultValue: 3),
          "How often all curves are run with other phases; intervals need two or more."),
      ]), "Search curves for eFAST (Saltelli, Tarantola and Chan 1999)."),
  ])

  static let selection = Shape.object(
    [
      .required(
        "rule",
        .choice([
          Choice("kimNelson", "Drops what is worse until one is left (Kim and Nelson 2001)."),
          Choice("ocba", "Shares a budget of replications (Chen 2000)."),
        ]), "How effort is spent."),
      .required("response", .reference(.responses), "By which response they are compared."),
      .required(
        "goal",
        .choice([
          Choice("minimise", "Less is better."), Choice("maximise", "More is better."),
        ]), "What is better."),
      .optional(
        "cost", .reference(.responses),
        "Compares what is gained over the base for each unit of this response; scenarios that "
          + "cost nothing more than the base are left out."),
      .optional("indifference", positive, "The smallest difference that matters; for kimNelson."),
      .optional(
        "errorProbability",
        .quantity(
          Quantity(
            "", QuantityRange(from: 1e-6, to: 0.5, isUpperOpen: true), defaultValue: 0.05,
            isBare: true)),
        "The probability of a wrong choice that is accepted; for kimNelson."),
      .optional(
        "first", whole("replications", 5...1_000_000, defaultValue: 10),
        "How many replications every scenario has before anything is decided."),
      .optional(
        "budget", whole("replications", 10...100_000_000),
        "How many replications all scenarios have together, the base included; for ocba."),
    ])
}
